package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// A network as the Open Inference Protocol describes it: its tensors by name, datatype and shape.
public final class InferenceMetadata {
    /// The only version that a model has.
    public static final String VERSION = "1";

    /// The protocol's word for a network in an ONNX file.
    private static final String PLATFORM = "onnx_onnxv1";

    /// The protocol's word for a dimension that each call may choose.
    private static final long FREE = -1;

    /// What stands for a shape that the file does not declare, of which the protocol has no word.
    private static final Shape UNKNOWN = Shape.of(FREE);

    private InferenceMetadata() {}

    /// The answer to a request for a model's metadata.
    ///
    /// @param name what the protocol calls the model
    /// @param network a signature with a port for each tensor
    public static ObjectNode of(String name, Signature network) {
        ObjectNode all = Json.object().put("name", name);
        all.putArray("versions").add(VERSION);
        all.put("platform", PLATFORM);
        tensors(all.putArray("inputs"), network.inputs());
        tensors(all.putArray("outputs"), network.outputs());
        return all;
    }

    /// The same as Triton's model configuration, which some of its clients ask for first: shapes
    /// are whole, with the batch in them.
    ///
    /// @see <a
    ///   href="https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/protocol/extension_model_configuration.html">Model
    ///   Configuration Extension</a>
    public static ObjectNode configuration(String name, Signature network) {
        ObjectNode all = Json.object().put("name", name).put("platform", "onnxruntime_onnx");
        all.put("backend", "onnxruntime").put("max_batch_size", 0);
        configured(all.putArray("input"), network.inputs());
        configured(all.putArray("output"), network.outputs());
        return all;
    }

    private static void configured(ArrayNode to, List<Port> ports) {
        for (Port port : ports) {
            Datatype datatype = Datatype.of(TensorKind.elementType(port));
            ObjectNode one = to.addObject().put("name", tensor(port));
            one.put("data_type", "TYPE_" + (datatype == Datatype.BYTES ? "STRING" : datatype));
            sizes(one.putArray("dims"), port);
        }
    }

    /// The tensor that a port stands for, by its name in the network.
    public static String tensor(Port port) {
        Binding tensor = port.tensor();
        return tensor == null ? port.name() : tensor.name();
    }

    private static void tensors(ArrayNode to, List<Port> ports) {
        for (Port port : ports) {
            ObjectNode one = to.addObject().put("name", tensor(port));
            one.put("datatype", Datatype.of(TensorKind.elementType(port)).name());
            sizes(one.putArray("shape"), port);
        }
    }

    private static void sizes(ArrayNode to, Port port) {
        for (Dimension dimension : TensorKind.shape(port).orElse(UNKNOWN).dimensions()) {
            to.add(dimension.isFree() ? FREE : dimension.size());
        }
    }
}
