package dev.vitrine.kind;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Turns what arrived for a signature's inputs into checked values: the one gate in front of every
/// run.
public final class Form {
    private Form() {}

    /// Decodes and checks all inputs, finding every problem at once, in the order of the signature.
    ///
    /// @param signature whose inputs they are
    /// @param given what arrived, by port
    /// @return a value for each input that was given or has a default
    /// @throws ProblemException with every problem where something is unknown, missing or out of
    ///   bounds
    public static Values decode(Signature signature, Map<String, Raw> given) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Port port : signature.inputs()) {
            try {
                Raw raw = given.get(port.name());
                if (raw != null) {
                    values.put(port.name(), Kinds.of(port).decode(port, raw));
                } else if (port.standard() != null) {
                    values.put(
                            port.name(),
                            Kinds.of(port).decode(port, new Raw.Json(Json.of(port.standard()))));
                }
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        List<String> failed = problems.stream().map(Problem::port).toList();
        problems.addAll(
                check(signature, new Values(values)).stream()
                        .filter(p -> !failed.contains(p.port()))
                        .toList());
        problems.sort(Comparator.comparingInt(p -> place(signature, p.port())));
        given.keySet().stream()
                .filter(name -> signature.input(name).isEmpty())
                .map(name -> unknown(signature, name))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            Map<String, Raw> open = Secrets.without(signature.inputs(), given);
            List<Problem> told = problems.stream().map(p -> Sent.with(p, open)).toList();
            throw new ProblemException(ProblemException.Fault.INPUT, told, null);
        }
        return new Values(values);
    }

    private static int place(Signature signature, String port) {
        return signature.inputs().stream().map(Port::name).toList().indexOf(port);
    }

    /// Everything wrong with values that are already decoded, as an editor gives them.
    public static List<Problem> check(Signature signature, Values values) {
        List<Problem> problems = new ArrayList<>();
        for (Port port : signature.inputs()) {
            values.find(port.name())
                    .ifPresentOrElse(
                            value -> problems.addAll(Kinds.check(port, value)),
                            () -> {
                                if (port.required()) {
                                    problems.add(missing(port));
                                }
                            });
        }
        return problems;
    }

    /// Passes the outputs of a run where they are what the signature promises.
    ///
    /// @throws ProblemException where one is missing or of another type, as a function's may be
    public static Values outputs(Signature signature, @Nullable Values values) {
        List<Problem> problems = new ArrayList<>();
        Values given = values == null ? Values.NONE : values;
        for (Port port : signature.outputs()) {
            given.find(port.name())
                    .ifPresentOrElse(
                            value -> Kinds.checkType(port, value).ifPresent(problems::add),
                            () ->
                                    problems.add(
                                            Problem.at(
                                                    port.name(),
                                                    "missing",
                                                    "The model gave nothing for its output '%s'; its code must return a value for it."
                                                            .formatted(port.name()))));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Fault.RUN, problems, null);
        }
        return given;
    }

    /// All values of a signature's ports as one JSON object.
    public static ObjectNode encode(List<Port> ports, Values values) {
        ObjectNode all = Json.object();
        for (Port port : ports) {
            values.find(port.name())
                    .ifPresent(value -> all.set(port.name(), Kinds.encode(port, value)));
        }
        return all;
    }

    private static Problem missing(Port port) {
        return Problem.at(
                port.name(),
                "missing",
                "'%s' is missing; give it a value.".formatted(port.label()));
    }

    private static Problem unknown(Signature signature, String name) {
        String known =
                signature.inputs().stream().map(Port::name).collect(Collectors.joining(", "));
        return Problem.at(
                name,
                "extra_forbidden",
                "There is no input '%s'; %s."
                        .formatted(
                                name, known.isEmpty() ? "this model takes none" : "use " + known));
    }
}
