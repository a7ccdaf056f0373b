package dev.vitrine.http.inference;

import dev.vitrine.describe.Datatype;
import dev.vitrine.describe.InferenceMetadata;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A body that is the bytes of the only input and has no JSON before them, as the binary extension
/// has it where the JSON is said to be of 0 bytes; the outputs come as bytes too.
final class BareTensor {
    private BareTensor() {}

    /// The request that such a body stands for.
    ///
    /// @param network a model with a port for each tensor
    /// @throws dev.vitrine.signature.ProblemException where it has several inputs, or a shape that
    ///   the number of bytes does not tell
    static InferenceBody read(Model network, ByteBuffer bytes) {
        List<Port> inputs = network.signature().inputs();
        if (inputs.size() != 1) {
            throw InferenceBody.wrong(
                    "missing",
                    "A body without JSON is for networks of one input; %s has %d."
                            .formatted(network.id(), inputs.size()),
                    null);
        }
        Port port = inputs.getFirst();
        Datatype datatype = Datatype.of(TensorKind.elementType(port));
        ByteBuffer its = datatype == Datatype.BYTES ? withLength(bytes) : bytes;
        ObjectNode json = Json.object();
        json.putObject("parameters").put("binary_data_output", true);
        ObjectNode input = json.putArray("inputs").addObject();
        input.put("name", InferenceMetadata.tensor(port)).put("datatype", datatype.name());
        long elements =
                datatype == Datatype.BYTES ? 1 : bytes.remaining() / datatype.type().bytes();
        shape(input.putArray("shape"), port, elements);
        input.putObject("parameters").put("binary_data_size", its.remaining());
        return new InferenceBody(json, its);
    }

    /// The declared shape, with its one free size as large as the bytes make it.
    private static void shape(ArrayNode to, Port port, long elements) {
        List<Dimension> declared =
                TensorKind.shape(port).map(Shape::dimensions).orElse(List.of(Dimension.free("")));
        long known = 1;
        int free = 0;
        for (Dimension dimension : declared) {
            free += dimension.isFree() ? 1 : 0;
            known = dimension.isFree() ? known : Math.max(1, known * dimension.size());
        }
        if (free > 1 && elements > 1) {
            throw InferenceBody.wrong(
                    "tensor_shape",
                    "The bytes do not tell the shape %s; send JSON before them that does."
                            .formatted(TensorKind.shape(port).map(String::valueOf).orElse("")),
                    null);
        }
        for (Dimension dimension : declared) {
            to.add(dimension.isFree() ? Math.max(1, elements / known) : dimension.size());
        }
    }

    /// The one string, with its length before it.
    private static ByteBuffer withLength(ByteBuffer bytes) {
        return ByteBuffer.allocate(Integer.BYTES + bytes.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.remaining())
                .put(bytes.duplicate())
                .flip();
    }
}
