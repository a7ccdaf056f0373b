package dev.vitrine.http.inference;

import dev.vitrine.describe.Datatype;
import dev.vitrine.describe.InferenceMetadata;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The output tensors that an inference request asks for, and the answer that carries them.
///
/// @param network a model with a port for each tensor
/// @param id what the request calls itself; null where it does not
/// @param wanted the outputs in the order of the answer, with whether each comes as bytes
record InferenceOutputs(Model network, @Nullable String id, Map<Port, Boolean> wanted) {
    private static final String BINARY = "binary_data";

    /// An answer.
    ///
    /// @param json all of it but the bytes
    /// @param binary the bytes of tensors, in order; empty where the answer is JSON alone
    record Answer(ObjectNode json, List<ByteBuffer> binary) {}

    /// What a request asks for.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the network gives no such thing
    static InferenceOutputs read(Model network, JsonNode request) {
        JsonNode id = request.path("id");
        if (!id.isMissingNode() && !id.isNull() && !id.isString()) {
            throw InferenceBody.wrong("string_type", "The id must be a text; quote it.", id);
        }
        boolean binary = request.path("parameters").path("binary_data_output").asBoolean(false);
        Map<Port, Boolean> wanted = new LinkedHashMap<>();
        JsonNode outputs = request.path("outputs");
        if (outputs.isEmpty()) {
            network.signature().outputs().forEach(port -> wanted.put(port, binary));
        }
        for (JsonNode output : outputs) {
            Port port = port(network, output.path("name").asString(""));
            JsonNode how = output.path("parameters").path(BINARY);
            wanted.put(port, how.isBoolean() ? how.booleanValue() : binary);
        }
        wanted.forEach(InferenceOutputs::check);
        return new InferenceOutputs(network, id.asString(null), wanted);
    }

    private static Port port(Model network, String name) {
        List<Port> ports = network.signature().outputs();
        return InferenceInputs.find(ports, name)
                .orElseThrow(() ->
                        InferenceBody.wrong(
                                "extra_forbidden",
                                "There is no output '%s'; %s has %s."
                                        .formatted(
                                                InferenceInputs.cut(name),
                                                network.id(),
                                                InferenceInputs.names(ports)),
                                Json.of(name)));
    }

    private static void check(Port port, boolean binary) {
        Datatype datatype = Datatype.of(TensorKind.elementType(port));
        if (!binary && !datatype.hasJson()) {
            throw InferenceBody.wrong(
                    "tensor_dtype",
                    "The output '%s' is %s, which JSON cannot carry; ask for its bytes with binary_data."
                            .formatted(InferenceMetadata.tensor(port), datatype),
                    null);
        }
    }

    /// The answer with these values.
    Answer answer(Values values) {
        ObjectNode json =
                Json.object()
                        .put("model_name", network.id())
                        .put("model_version", InferenceMetadata.VERSION);
        if (id != null) {
            json.put("id", id);
        }
        ArrayNode outputs = json.putArray("outputs");
        List<ByteBuffer> binary = new ArrayList<>();
        wanted.forEach((port, bytes) -> {
            Tensor tensor = values.get(port.name(), Tensor.class);
            ObjectNode one = outputs.addObject().put("name", InferenceMetadata.tensor(port));
            one.put("datatype", Datatype.of(tensor.type()).name());
            ArrayNode shape = one.putArray("shape");
            for (long size : tensor.shape()) {
                shape.add(size);
            }
            if (bytes) {
                ByteBuffer its = TensorBytes.write(tensor);
                one.putObject("parameters").put("binary_data_size", its.remaining());
                binary.add(its);
            } else {
                one.set("data", Kinds.encode(port, tensor).path("data"));
            }
        });
        return new Answer(json, binary);
    }
}
