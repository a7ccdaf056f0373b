package dev.vitrine.onnx;

import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.TensorInfo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The network as its tensors: the signature that is never wrong, with a port of kind `tensor` for
/// each tensor that the network takes or gives, and nothing made of any.
///
/// Test tensors beside a model and protocols that speak tensors run by it, and whoever finds a
/// guess wrong can begin with it.
public final class AsTensors {
    private AsTensors() {}

    /// The signature.
    ///
    /// @param declared what the file declares
    /// @param title the name a person reads
    public static Signature of(OnnxFile declared, String title) {
        return new Signature(
                title,
                Clue.oneLine(declared.doc()),
                "other",
                Map.of(Signature.MAIN, declared.fileName()),
                ports(declared, declared.inputTensors(), new PortNames("input")),
                ports(declared, declared.outputTensors(), new PortNames("output")),
                List.of(),
                false,
                "",
                "'%s' as the network itself declares it, tensor by tensor."
                        .formatted(declared.fileName()));
    }

    private static List<Port> ports(OnnxFile declared, List<TensorInfo> tensors, PortNames names) {
        return tensors.stream().map(t -> port(declared, t, names.of(t.name()))).toList();
    }

    private static Port port(OnnxFile declared, TensorInfo tensor, String name) {
        Map<String, Object> options =
                new HashMap<>(TensorKind.options(tensor.type(), tensor.shape()));
        if (!declared.isRanked(tensor.name())) {
            options.remove("shape");
        }
        String label = Port.labelOf(PortNames.bare(tensor.name()));
        return Port.of(name, "tensor")
                .withLabel(label.isBlank() ? Port.labelOf(name) : label)
                .withOptions(options)
                .withTensor(Binding.of(tensor.name(), Map.of()))
                .withBecause("%s is the tensor it is.".formatted(tensor.form()));
    }
}
