package dev.vitrine;

import dev.vitrine.Demo.Function;
import dev.vitrine.Demo.LongFunction;
import dev.vitrine.Demo.StreamFunction;
import dev.vitrine.kind.Kinds;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.SignatureYaml;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A [Demo] that still lacks its function: its title, inputs, outputs and examples.
///
/// What it declares is held against the rules of a `signature.yaml` when the function is given, so
/// that a demo which is declared wrong ends with a sentence before anything is shown.
public final class Draft {
    private final String title;
    private final List<Port> inputs = new ArrayList<>();
    private final List<Port> outputs = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private String summary = "";
    private boolean live;

    private record Sample(String name, Map<String, ?> inputs, Map<String, ?> expect) {}

    Draft(String title) {
        this.title = title;
    }

    /// One sentence on what it does.
    public Draft summary(String sentence) {
        summary = sentence;
        return this;
    }

    /// Lets the outputs follow the inputs without a press of Run; for functions that take less than
    /// a moment.
    public Draft live() {
        live = true;
        return this;
    }

    /// Adds an input without bounds.
    ///
    /// @param kind what it holds, such as `text`, `number` or `image`
    public Draft input(String name, String kind) {
        return input(Port.of(name, kind));
    }

    /// Adds an input with a label, help, default or bounds.
    public Draft input(Port port) {
        inputs.add(port);
        return this;
    }

    /// Adds an output.
    ///
    /// @param kind what it holds, such as `text`, `label` or `image`
    public Draft output(String name, String kind) {
        return output(Port.of(name, kind));
    }

    /// Adds an output with a label or bounds.
    public Draft output(Port port) {
        outputs.add(port);
        return this;
    }

    /// Adds inputs to try.
    ///
    /// @param name a short name, unlike those of other examples
    /// @param values by input: of the kind's Java type, its JSON in plain Java form, or the
    ///   [java.nio.file.Path] of a file that holds it; for kinds of several files a list of them
    public Draft example(String name, Map<String, ?> values) {
        return example(name, values, Map.of());
    }

    /// Adds inputs to try, and what is known to come out, which `check` compares.
    public Draft example(String name, Map<String, ?> values, Map<String, ?> expect) {
        samples.add(new Sample(name, Map.copyOf(values), Map.copyOf(expect)));
        return this;
    }

    /// The demo of a function.
    ///
    /// @throws ProblemException where the demo is declared wrong, such as with an unknown kind, a
    ///   port twice, or a default out of its bounds
    public Demo run(Function function) {
        return run((in, context) -> function.apply(in));
    }

    /// The demo of a function that takes a while.
    ///
    /// @throws ProblemException where the demo is declared wrong
    public Demo run(LongFunction function) {
        Signature signature = signature();
        return new Demo(FunctionModel.of(signature, new Call(signature, function)));
    }

    /// The demo of a function that gives its outputs again and again.
    ///
    /// @throws ProblemException where the demo is declared wrong
    public Demo stream(StreamFunction function) {
        return run((in, context) -> {
            try (Stream<? extends Map<String, ?>> all = function.apply(in)) {
                Map<String, ?> last = Map.of();
                for (var each = all.iterator(); each.hasNext(); ) {
                    context.check();
                    last = each.next();
                    context.show(last);
                }
                return last;
            }
        });
    }

    private Signature signature() {
        List<String> wrong = new ArrayList<>();
        if (title.isBlank()) {
            wrong.add("A demo needs a title; write one, as in Demo.of(\"Greeter\").");
        }
        once(wrong, "input", inputs);
        once(wrong, "output", outputs);
        refuse(wrong);
        // an unknown kind ends here, with a sentence of its own
        inputs.forEach(Kinds::of);
        outputs.forEach(Kinds::of);
        Signature signature =
                new Signature(
                        title.strip(),
                        summary,
                        "other",
                        Map.of(),
                        inputs.stream().map(Draft::withPlainDefault).toList(),
                        outputs,
                        samples.stream().map(this::example).toList(),
                        live,
                        "",
                        "");
        refuse(SignatureYaml.problems(signature));
        return signature;
    }

    private static Port withPlainDefault(Port port) {
        Object standard = port.standard();
        return standard == null ? port : port.withDefault(Converted.plain(port, standard));
    }

    private static void once(List<String> wrong, String side, List<Port> ports) {
        ports.stream()
                .map(Port::name)
                .filter(name -> ports.stream().filter(p -> p.name().equals(name)).count() > 1)
                .distinct()
                .map(name ->
                        "There is more than one %s '%s'; give each a name of its own."
                                .formatted(side, name))
                .forEach(wrong::add);
    }

    private Example example(Sample sample) {
        return new Example(
                sample.name(),
                plain(inputs, sample.inputs()),
                plain(outputs, sample.expect()),
                Example.TOLERANCE);
    }

    /// Values in plain Java form; one of no port stays as it is, for the check to name.
    private static Map<String, Object> plain(List<Port> ports, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>();
        values.forEach((name, value) ->
                all.put(
                        name,
                        ports.stream()
                                .filter(p -> p.name().equals(name))
                                .findFirst()
                                .map(port -> Converted.plain(port, value))
                                .orElse(value)));
        return all;
    }

    private void refuse(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    ProblemException.Fault.MODEL,
                    wrong.stream().map(sentence -> Problem.of("demo", sentence)).toList(),
                    null);
        }
    }
}
