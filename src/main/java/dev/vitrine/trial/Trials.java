package dev.vitrine.trial;

import dev.vitrine.model.Admission;
import dev.vitrine.model.Places;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.task.RunContext;
import dev.vitrine.trial.Fingerprint.Print;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Lets a model's files be opened in this process once they were loaded and run in another, or were
/// opened here before; the models that came with the program are known from the start.
///
/// Where no process can be started, the file is opened all the same: a trial keeps accidents
/// outside, and a program that opens nothing is of no use to anybody. Safe to use from any thread.
public final class Trials implements Admission {
    /// What is said while a file is tried.
    public static final String CHECKING = "Checking this file first…";

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private static final String LIST = "opened.txt";

    private final Shipped shipped;
    private final Known known;
    private final Supplier<Child> child;
    private final String engine;
    private final AtomicBoolean warned = new AtomicBoolean();

    Trials(Shipped shipped, Known known, Supplier<Child> child, String engine) {
        this.shipped = shipped;
        this.known = known;
        this.child = child;
        this.engine = engine;
    }

    /// As the program does it.
    ///
    /// @param engine what opens the files; with another version each is tried again
    public static Trials here(Places places, String engine) {
        return new Trials(
                Shipped.here(places.installed()),
                new Known(places.data().resolve(LIST)),
                () -> new Child(Bounds.here(), List.of()),
                engine);
    }

    @Override
    public void admit(Path origin, Collection<Path> files, RunContext context) {
        if (shipped.has(origin, files)) {
            return;
        }
        Optional<Print> print = print(files);
        if (print.isEmpty() || known.has(print.get().text())) {
            return;
        }
        context.progress(Double.NaN, CHECKING);
        Child trial = child.get();
        Verdict verdict = trial.tries(origin, print.get().bytes(), context.stop());
        context.progress(Double.NaN, "");
        switch (verdict.word()) {
            case PASSED -> known.add(print.get().text());
            case UNABLE -> warn(verdict.sentence());
            case SLOW -> {
                // it loads, and whoever wants to wait for it can
                known.add(print.get().text());
                throw refusal(Fault.RUN, sentence(verdict, origin, trial.bounds()));
            }
            default -> throw refusal(Fault.MODEL, sentence(verdict, origin, trial.bounds()));
        }
    }

    /// Nothing where a file cannot be read; whoever opens it then says so.
    private Optional<Print> print(Collection<Path> files) {
        try {
            return Optional.of(Fingerprint.of(files, engine));
        } catch (IOException e) {
            LOG.debug("Cannot read {}", files, e);
            return Optional.empty();
        }
    }

    private void warn(String why) {
        if (!warned.getAndSet(true)) {
            LOG.warn(
                    "New files are opened without a trial in a process of their own, which does not"
                            + " start here: {}",
                    why);
        }
    }

    private static String sentence(Verdict verdict, Path origin, Bounds bounds) {
        Path name = origin.getFileName();
        String title = String.valueOf(name == null ? origin : name);
        return switch (verdict.word()) {
            case REFUSED -> verdict.sentence();
            case SLOW ->
                    "'%s' was stopped: its first run did not end within %d s. Run it again to let it take the time it needs; Stop ends it."
                            .formatted(title, bounds.run().toSeconds());
            case HANGS ->
                    "'%s' was stopped: it was not loaded within %d s. Export it again, or copy it to a faster disk."
                            .formatted(title, bounds.load().toSeconds());
            case MEMORY ->
                    "'%s' was stopped: it wants more than the %d GB of memory there are for it. Use a smaller model, or a machine with more."
                            .formatted(title, Math.max(1, bounds.memory() >> 30));
            default ->
                    "'%s' was stopped: it makes ONNX Runtime crash%s. Export it again, with another version of what wrote it."
                            .formatted(
                                    title,
                                    verdict.sentence().isEmpty()
                                            ? ""
                                            : " (%s)".formatted(verdict.sentence()));
        };
    }

    private static ProblemException refusal(Fault fault, String sentence) {
        return new ProblemException(fault, List.of(Problem.of("trial", sentence)), null);
    }
}
