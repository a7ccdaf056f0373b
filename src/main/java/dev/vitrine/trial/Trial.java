package dev.vitrine.trial;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Stop;
import dev.vitrine.trial.Verdict.Word;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What the child process does: loads a model, runs it once, and says how that went.
///
/// It runs the model as the program would, with the first example where there is one, else with the
/// least that its inputs take.
public final class Trial {
    /// What native code says of memory that it does not get.
    private static final Pattern NO_MEMORY =
            Pattern.compile("bad_alloc|[Ff]ailed to allocate|[Cc]annot allocate|[Oo]ut of memory");

    private Trial() {}

    /// Tries a model.
    ///
    /// @param arguments the model's folder or file, and the milliseconds its run may take
    public static void main(String[] arguments) {
        say(Verdict.of(Word.STARTED));
        Thread.ofPlatform().daemon().start(Trial::endWithTheProgram);
        say(of(Path.of(arguments[0]), Duration.ofMillis(Long.parseLong(arguments[1]))));
        // whatever native code would still do at the end of a process, nobody needs
        Runtime.getRuntime().halt(0);
    }

    private static void say(Verdict verdict) {
        System.out.println(verdict.line());
        System.out.flush();
    }

    /// The program holds the other end of standard input, and lets go of it however it ends.
    private static void endWithTheProgram() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said there
            }
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(1);
    }

    private static Verdict of(Path origin, Duration most) {
        try (Runner runner = new Runner(1);
                Model model =
                        ModelFolder.read(origin, new OnnxRuntime(), new HuggingFaceTokenizers())) {
            model.load(RunContext.silent(new Stop()));
            say(Verdict.of(Word.LOADED));
            return run(runner, model, most);
        } catch (ProblemException e) {
            String why = String.valueOf(e.getMessage());
            return wantsMemory(e)
                    ? Verdict.of(Word.MEMORY)
                    : new Verdict(e.fault() == Fault.SYSTEM ? Word.UNABLE : Word.REFUSED, why);
        } catch (OutOfMemoryError e) {
            return Verdict.of(Word.MEMORY);
        }
    }

    private static Verdict run(Runner runner, Model model, Duration most) {
        try {
            Run run = runner.submit(model, inputs(model), Origin.SELF_TEST);
            CountDownLatch end = new CountDownLatch(1);
            // a run that shows something on its way is one that a person can follow
            run.watch(now -> {
                if (now.state().isFinal() || now.partial().isPresent()) {
                    end.countDown();
                }
            });
            if (!end.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                return Verdict.of(Word.SLOW);
            }
            boolean memory = run.failure().filter(Trial::wantsMemory).isPresent();
            return Verdict.of(memory ? Word.MEMORY : Word.PASSED);
        } catch (ProblemException e) {
            // it has no inputs that would do, so this is as far as it goes
            return Verdict.of(Word.PASSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.of(Word.SLOW);
        }
    }

    private static Values inputs(Model model) {
        Signature signature = model.signature();
        List<Example> examples = signature.examples();
        if (!examples.isEmpty()) {
            try {
                return Form.decode(signature, model.read(examples.getFirst()));
            } catch (ProblemException e) {
                // a wrong example says nothing about the model
            }
        }
        Map<String, Raw> least = new LinkedHashMap<>();
        for (Port port : signature.inputs()) {
            if (port.required() && port.standard() == null) {
                Object example = Kinds.of(port).example(port);
                least.put(port.name(), new Raw.Json(Kinds.encode(port, example)));
            }
        }
        return Form.decode(signature, least);
    }

    private static boolean wantsMemory(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof OutOfMemoryError
                    || NO_MEMORY.matcher(String.valueOf(e.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }
}
