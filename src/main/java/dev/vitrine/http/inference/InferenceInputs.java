package dev.vitrine.http.inference;

import dev.vitrine.describe.Datatype;
import dev.vitrine.describe.InferenceMetadata;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The input tensors of an inference request, each in JSON or in the bytes behind it, in the order
/// of the request.
///
/// What does not fit the network is refused before it is read: nothing is allocated by a size that
/// is only promised.
final class InferenceInputs {
    /// More dimensions than any tensor has.
    private static final int MOST_DIMENSIONS = 64;

    private final Model network;
    private final ByteBuffer bytes;

    private InferenceInputs(Model network, ByteBuffer bytes) {
        this.network = network;
        this.bytes = bytes;
    }

    /// Reads the inputs.
    ///
    /// @param network a model with a port for each tensor
    /// @throws ProblemException where they are none of its
    static Values read(Model network, InferenceBody body) {
        JsonNode inputs = body.json().path("inputs");
        if (!inputs.isArray()) {
            throw InferenceBody.wrong(
                    "missing", "The list inputs is missing; give the input tensors in it.", null);
        }
        return new InferenceInputs(network, body.bytes().duplicate()).all(inputs);
    }

    private Values all(JsonNode inputs) {
        Values values = Values.NONE;
        for (JsonNode input : inputs) {
            Port port = port(input.path("name").asString(""));
            if (values.find(port.name()).isPresent()) {
                throw wrong(port, "duplicate", "is there twice; send it once.");
            }
            values = values.with(port.name(), tensor(port, input));
        }
        if (bytes.hasRemaining()) {
            throw InferenceBody.wrong(
                    "binary_data_size",
                    "There are %d bytes more than the inputs name; name them in binary_data_size."
                            .formatted(bytes.remaining()),
                    null);
        }
        return values;
    }

    private Port port(String name) {
        List<Port> ports = network.signature().inputs();
        return find(ports, name)
                .orElseThrow(() ->
                        InferenceBody.wrong(
                                "extra_forbidden",
                                "There is no input '%s'; %s has %s."
                                        .formatted(cut(name), network.id(), names(ports)),
                                Json.of(name)));
    }

    private Object tensor(Port port, JsonNode input) {
        Datatype datatype = datatype(port, input);
        long[] shape = shape(port, input.path("shape"));
        long count = count(port, shape);
        JsonNode size = input.path("parameters").path("binary_data_size");
        if (!size.isMissingNode()) {
            return binary(port, datatype, shape, count, size);
        }
        if (!datatype.hasJson()) {
            throw wrong(
                    port,
                    "tensor_dtype",
                    "is %s, which JSON cannot carry; send its bytes, with binary_data_size."
                            .formatted(datatype));
        }
        return json(port, datatype.type(), shape, count, input.path("data"));
    }

    private Object binary(Port port, Datatype datatype, long[] shape, long count, JsonNode size) {
        if (!size.isIntegralNumber()
                || !size.canConvertToInt()
                || size.intValue() < 0
                || size.intValue() > bytes.remaining()) {
            throw wrong(
                    port,
                    "binary_data_size",
                    "has a binary_data_size that is no number of bytes that are there; there are %,d left behind the JSON, which %s tells from them."
                            .formatted(bytes.remaining(), InferenceBody.LENGTH));
        }
        ByteBuffer its = bytes.slice(bytes.position(), size.intValue());
        bytes.position(bytes.position() + size.intValue());
        try {
            return TensorBytes.read(datatype.type(), shape, count, its);
        } catch (IllegalArgumentException e) {
            throw wrong(port, "tensor_decode", "cannot be read as a tensor: " + e.getMessage());
        }
    }

    /// The kind reads it, as it reads every tensor in JSON.
    private static Object json(
            Port port, ElementType type, long[] shape, long count, JsonNode data) {
        if (!data.isArray()) {
            throw wrong(port, "missing", "has no list data; give its elements in it.");
        }
        ObjectNode one = Json.object().put("type", type.text());
        ArrayNode sizes = one.putArray("shape");
        for (long size : shape) {
            sizes.add(size);
        }
        ArrayNode flat = one.putArray("data");
        flatten(port, type, data, count, flat);
        return Kinds.of(port).decode(port, new Raw.Json(one));
    }

    /// Lists in lists are the same as one after the other.
    private static void flatten(
            Port port, ElementType type, JsonNode node, long most, ArrayNode flat) {
        for (JsonNode element : node) {
            if (element.isArray()) {
                flatten(port, type, element, most, flat);
            } else if (!fits(type, element)) {
                throw wrong(
                        port,
                        "tensor_decode",
                        "holds an element that is no %s; mend its data.".formatted(type));
            } else if (flat.size() < most) {
                flat.add(element);
            } else {
                throw wrong(
                        port,
                        "tensor_shape",
                        "holds more elements than the %,d of its shape; make them agree."
                                .formatted(most));
            }
        }
    }

    private static boolean fits(ElementType type, JsonNode element) {
        if (type == ElementType.STRING) {
            return element.isString();
        }
        if (type == ElementType.BOOL) {
            return element.isBoolean() || element.isIntegralNumber() && isBit(element);
        }
        return type.isFloating()
                ? element.isNumber() || element.isString()
                : element.isNumber()
                        && (element.isIntegralNumber()
                                || element.doubleValue() == Math.rint(element.doubleValue()));
    }

    private static boolean isBit(JsonNode element) {
        return element.canConvertToInt() && (element.intValue() & ~1) == 0;
    }

    private static Datatype datatype(Port port, JsonNode input) {
        String name = input.path("datatype").asString("");
        Datatype declared = Datatype.of(TensorKind.elementType(port));
        return Datatype.named(name)
                .filter(declared::equals)
                .orElseThrow(() ->
                        wrong(
                                port,
                                "tensor_dtype",
                                "is %s and not '%s'; send it so.".formatted(declared, cut(name))));
    }

    private static long[] shape(Port port, JsonNode node) {
        if (!node.isArray() || node.size() > MOST_DIMENSIONS) {
            throw wrong(
                    port,
                    "tensor_shape",
                    "has no list shape of at most %d sizes; give one.".formatted(MOST_DIMENSIONS));
        }
        long[] shape = new long[node.size()];
        for (int i = 0; i < shape.length; i++) {
            JsonNode size = node.path(i);
            if (!size.isIntegralNumber() || !size.canConvertToLong() || size.longValue() < 0) {
                throw wrong(
                        port,
                        "tensor_shape",
                        "has a shape with what is no whole number from 0; mend it.");
            }
            shape[i] = size.longValue();
        }
        return shape;
    }

    private static long count(Port port, long[] shape) {
        try {
            long count = 1;
            for (long size : shape) {
                count = Math.multiplyExact(count, size);
            }
            return count;
        } catch (ArithmeticException e) {
            throw wrong(port, "tensor_shape", "has a shape of more elements than can be; mend it.");
        }
    }

    /// The port of a tensor.
    static Optional<Port> find(List<Port> ports, String tensor) {
        return ports.stream()
                .filter(port -> InferenceMetadata.tensor(port).equals(tensor))
                .findFirst();
    }

    /// The tensors of ports, as a sentence lists them.
    static String names(List<Port> ports) {
        return ports.isEmpty()
                ? "none"
                : String.join(", ", ports.stream().map(InferenceMetadata::tensor).toList());
    }

    /// A name short enough to be repeated.
    static String cut(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    private static ProblemException wrong(Port port, String type, String end) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        type,
                        String.format(
                                Locale.ROOT,
                                "The input '%s' %s",
                                InferenceMetadata.tensor(port),
                                end)));
    }
}
