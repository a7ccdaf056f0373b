package dev.vitrine.model.format;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Nearest;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the form cannot say of a signature: that its ports, defaults, examples and files agree.
///
/// @param root the file, for its lines
/// @param folder where the files it names are
/// @param signature what the file declares, completed by its networks
record SignatureCheck(Located root, Folder folder, Signature signature) {
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        signature.inputs().forEach(p -> port(findings, "inputs", p));
        signature.outputs().forEach(p -> port(findings, "outputs", p));
        signature.outputs().forEach(p -> before(findings, p));
        if (findings.isEmpty()) {
            Set<String> names = new HashSet<>();
            for (int i = 0; i < signature.examples().size(); i++) {
                Example example = signature.examples().get(i);
                if (!names.add(example.name())) {
                    add(
                            findings,
                            "Another example is called '%s' too; give each its own name."
                                    .formatted(Shown.cut(example.name())),
                            "examples",
                            i,
                            "name");
                }
                example(findings, i, example);
            }
        }
        return findings;
    }

    private void port(List<Finding> findings, String side, Port port) {
        Binding binding = port.tensor();
        if (binding != null && !signature.models().containsKey(binding.network())) {
            add(
                    findings,
                    "There is no network '%s' under models; use %s."
                            .formatted(
                                    Shown.cut(binding.network()),
                                    String.join(", ", signature.models().keySet())),
                    side,
                    port.name(),
                    "tensor",
                    "network");
        }
        List<Problem> wrong = Kinds.of(port).declare(port);
        wrong.forEach(p -> add(findings, p.message(), side, port.name()));
        Object standard = port.standard();
        if (wrong.isEmpty() && standard != null) {
            value(port, standard)
                    .forEach(sentence ->
                            add(
                                    findings,
                                    "The default does not fit: " + sentence,
                                    side,
                                    port.name(),
                                    "default"));
        }
    }

    /// What an output is compared with has to be an input of its kind.
    private void before(List<Finding> findings, Port port) {
        ImageKind.before(port)
                .filter(name ->
                        signature.input(name).filter(p -> p.kind().equals(port.kind())).isEmpty())
                .ifPresent(name ->
                        add(
                                findings,
                                "The output '%s' is compared with '%s', which is no input of kind %s; name one or leave the word out."
                                        .formatted(port.name(), Shown.cut(name), port.kind()),
                                "outputs",
                                port.name(),
                                ImageKind.BEFORE));
    }

    private void example(List<Finding> findings, int index, Example example) {
        String title = "Example '%s'".formatted(Shown.cut(example.name()));
        example.inputs()
                .forEach((name, value) ->
                        signature
                                .input(name)
                                .ifPresentOrElse(
                                        port ->
                                                input(port, value)
                                                        .forEach(s ->
                                                                add(
                                                                        findings,
                                                                        title
                                                                                + " does not fit: "
                                                                                + s,
                                                                        "examples",
                                                                        index,
                                                                        "inputs",
                                                                        name)),
                                        () ->
                                                add(
                                                        findings,
                                                        unknown(
                                                                title,
                                                                "input",
                                                                name,
                                                                signature.inputs()),
                                                        "examples",
                                                        index,
                                                        "inputs",
                                                        name)));
        for (Port port : signature.inputs()) {
            if (port.required()
                    && port.standard() == null
                    && !example.inputs().containsKey(port.name())) {
                add(
                        findings,
                        "%s gives nothing for '%s'; add it under inputs."
                                .formatted(title, port.name()),
                        "examples",
                        index,
                        "inputs");
            }
        }
        example.expect()
                .forEach((name, value) ->
                        signature
                                .output(name)
                                .flatMap(port -> missing(port, value))
                                .ifPresent(s ->
                                        add(
                                                findings,
                                                title + " does not fit: " + s,
                                                "examples",
                                                index,
                                                "expect",
                                                name)));
        for (String name : example.expect().keySet()) {
            if (signature.output(name).isEmpty()) {
                add(
                        findings,
                        unknown(title, "output", name, signature.outputs()),
                        "examples",
                        index,
                        "expect",
                        name);
            }
        }
    }

    /// Why the file that is expected of an output cannot be read; nothing where it can, or where it
    /// is no file.
    private Optional<String> missing(Port port, Object value) {
        try {
            SignatureDraft.fileOf(port, value).ifPresent(folder::find);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private List<String> input(Port port, Object value) {
        try {
            return SignatureDraft.fileOf(port, value)
                    .map(folder::find)
                    .map(file -> List.<String>of())
                    .orElseGet(() -> value(port, value));
        } catch (ProblemException e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }

    /// Whether a port takes a value, given in plain Java form.
    static boolean fits(Port port, Object plain) {
        return value(port, plain).isEmpty();
    }

    private static List<String> value(Port port, Object plain) {
        try {
            Object value = Kinds.of(port).decode(port, new Raw.Json(Json.of(plain)));
            return Kinds.check(port, value).stream().map(Problem::message).toList();
        } catch (ProblemException e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }

    private static String unknown(String title, String side, String name, List<Port> ports) {
        List<String> known = ports.stream().map(Port::name).toList();
        String hint =
                Nearest.of(name, known)
                        .map("did you mean '%s'? There are "::formatted)
                        .orElse("use ");
        return "%s names the %s '%s', which there is not; %s%s."
                .formatted(title, side, Shown.cut(name), hint, String.join(", ", known));
    }

    private void add(List<Finding> findings, String message, Object... path) {
        findings.add(new Finding(root.lineOf(path), message));
    }
}
