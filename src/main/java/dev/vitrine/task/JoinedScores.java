package dev.vitrine.task;

import dev.vitrine.kind.label.Label;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A label whose scores stand in tensors of their own, one for each class, as scikit-learn's
/// converter writes them with `zipmap='columns'`.
///
/// @param decoding how the scores become a label
/// @param steps what is done to the scores before
/// @param tensors the tensors, in the order of the classes
record JoinedScores(LabelDecoding decoding, TensorSteps steps, List<TensorInfo> tensors) {
    /// The part of a binding that names the tensors.
    private static final String NAME = Detection.SCORES;

    /// Whether a port is such a label.
    static boolean is(Port port) {
        return port.kind().equals("label")
                && PortTask.binding(port).parts().keySet().equals(Set.of(NAME));
    }

    /// Reads a port against what its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit
    static JoinedScores of(Port port, List<TensorInfo> declared) {
        List<TensorInfo> tensors =
                PortTask.binding(port).parts().getOrDefault(NAME, List.of()).stream()
                        .map(name -> PortTask.tensor(port, name, declared))
                        .toList();
        for (TensorInfo tensor : tensors) {
            Adapter.numeric(port, tensor);
            Adapter.one(port, tensor);
        }
        TensorInfo row =
                new TensorInfo(
                        NAME,
                        ElementType.FLOAT32,
                        new Shape(List.of(Dimension.fixed(tensors.size()))));
        return new JoinedScores(
                LabelDecoding.of(port, PortTask.binding(port), row),
                TensorSteps.of(PortTask.words(port), row),
                List.copyOf(tensors));
    }

    /// The label of one run.
    Label decode(Map<String, Tensor> given) {
        float[] scores = new float[tensors.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] =
                    (float) Adapter.some(decoding.words().port(), given, tensors.get(i)).number(0);
        }
        return decoding.decode(
                steps.after(Tensor.of(scores, scores.length)),
                tensors.stream().map(TensorInfo::name).toList());
    }
}
