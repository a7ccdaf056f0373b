package dev.vitrine.engine;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether given tensors are those that a network declares.
final class Fit {
    private Fit() {}

    /// Compares names, types, ranks and fixed sizes. Sizes of free dimensions are left to the
    /// network: files give one name to two of them that differ, and run.
    ///
    /// @throws ProblemException ([Fault#INPUT]) with one sentence for each thing that does not fit
    static void check(List<TensorInfo> declared, Map<String, Tensor> given) {
        List<Problem> problems = new ArrayList<>();
        for (TensorInfo input : declared) {
            Tensor tensor = given.get(input.name());
            if (tensor == null) {
                problems.add(missing(input));
            } else if (tensor.type() != input.type()) {
                problems.add(type(input, tensor));
            } else if (!accepts(input.shape(), tensor)) {
                problems.add(shape(input, tensor));
            }
        }
        if (problems.isEmpty() && given.size() == declared.size()) {
            return;
        }
        given.keySet().stream()
                .filter(name -> declared.stream().noneMatch(d -> d.name().equals(name)))
                .forEach(name -> problems.add(unknown(name, declared)));
        throw new ProblemException(Fault.INPUT, problems, null);
    }

    /// A shape without dimensions is a scalar's or one that the file leaves open; ONNX Runtime does
    /// not tell which.
    private static boolean accepts(Shape declared, Tensor given) {
        return declared.rank() == 0 || declared.accepts(given.shape());
    }

    private static Problem missing(TensorInfo input) {
        return Problem.at(
                input.name(),
                "missing",
                "Give the input '%s', %s.".formatted(input.name(), input.form()));
    }

    private static Problem type(TensorInfo input, Tensor given) {
        return Problem.at(
                input.name(),
                "tensor_type",
                "The input '%s' takes %s, but was given %s."
                        .formatted(input.name(), input.type(), given.type()));
    }

    private static Problem shape(TensorInfo input, Tensor given) {
        return Problem.at(
                input.name(),
                "tensor_shape",
                "The input '%s' takes the shape %s, but was given %s."
                        .formatted(input.name(), input.shape(), Arrays.toString(given.shape())));
    }

    private static Problem unknown(String name, List<TensorInfo> declared) {
        String names =
                declared.stream().map(d -> "'" + d.name() + "'").collect(Collectors.joining(", "));
        return Problem.at(
                name,
                "extra_forbidden",
                declared.isEmpty()
                        ? "There is no input '%s'; the network takes none.".formatted(name)
                        : "There is no input '%s'; the network takes %s.".formatted(name, names));
    }
}
