package dev.vitrine.http;

import dev.vitrine.describe.Datatype;
import dev.vitrine.kind.Json;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// A network behind the Open Inference Protocol, called as the protocol's documents have it and by
/// nothing that Vitrine's own side of it is made of.
///
/// @param model where it is, such as `http://127.0.0.1:7860/v2/models/digits`
/// @param binary whether tensors go and come as bytes
/// @param http what calls it
public record InferenceClient(URI model, boolean binary, HttpClient http) implements Network {
    @Override
    public List<TensorInfo> inputs() {
        return infos("inputs");
    }

    @Override
    public List<TensorInfo> outputs() {
        return infos("outputs");
    }

    private List<TensorInfo> infos(String side) {
        HttpRequest request = HttpRequest.newBuilder(model).GET().build();
        JsonNode metadata = Json.MAPPER.readTree(send(request).body());
        return StreamSupport.stream(metadata.path(side).spliterator(), false)
                .map(tensor ->
                        new TensorInfo(
                                tensor.path("name").stringValue(),
                                Datatype.valueOf(tensor.path("datatype").stringValue()).type(),
                                new Shape(
                                        tensor.path("shape")
                                                .valueStream()
                                                .map(size ->
                                                        size.longValue() < 0
                                                                ? Dimension.free("?")
                                                                : Dimension.fixed(size.longValue()))
                                                .toList())))
                .toList();
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
        ObjectNode json = Json.object().put("id", "42");
        json.putObject("parameters").put("binary_data_output", binary);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ArrayNode list = json.putArray("inputs");
        inputs.forEach((name, tensor) -> {
            ObjectNode one = list.addObject().put("name", name);
            one.put("datatype", Datatype.of(tensor.type()).name());
            ArrayNode shape = one.putArray("shape");
            for (long size : tensor.shape()) {
                shape.add(size);
            }
            if (binary) {
                byte[] its = bytes(tensor);
                one.putObject("parameters").put("binary_data_size", its.length);
                bytes.writeBytes(its);
            } else {
                data(one.putArray("data"), tensor);
            }
        });
        return outputs(infer(json, bytes.toByteArray()));
    }

    private HttpResponse<byte[]> infer(ObjectNode json, byte[] bytes) {
        byte[] head = json.toString().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(model + "/infer"));
        if (binary) {
            request.header("Content-Type", "application/octet-stream")
                    .header("Inference-Header-Content-Length", Integer.toString(head.length));
        } else {
            request.header("Content-Type", "application/json");
        }
        List<byte[]> body = List.of(head, bytes);
        return send(request.POST(BodyPublishers.ofByteArrays(body)).build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        answer.statusCode()
                                + " "
                                + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Tensor> outputs(HttpResponse<byte[]> answer) {
        byte[] body = answer.body();
        int length =
                answer.headers()
                        .firstValue("Inference-Header-Content-Length")
                        .map(Integer::parseInt)
                        .orElse(body.length);
        JsonNode json = Json.MAPPER.readTree(new String(body, 0, length, StandardCharsets.UTF_8));
        ByteBuffer rest = ByteBuffer.wrap(body, length, body.length - length);
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (JsonNode output : json.path("outputs")) {
            all.put(output.path("name").stringValue(), tensor(output, rest));
        }
        if (rest.hasRemaining() || !json.path("id").asString().equals("42")) {
            throw new IllegalStateException("The answer is not of the request: " + json);
        }
        return all;
    }

    private static Tensor tensor(JsonNode output, ByteBuffer rest) {
        ElementType type = Datatype.valueOf(output.path("datatype").stringValue()).type();
        long[] shape = output.path("shape").valueStream().mapToLong(JsonNode::longValue).toArray();
        JsonNode size = output.path("parameters").path("binary_data_size");
        if (size.isMissingNode()) {
            return tensor(type, shape, output.path("data"));
        }
        byte[] its = new byte[size.intValue()];
        rest.get(its);
        ByteBuffer bytes = ByteBuffer.wrap(its).order(ByteOrder.LITTLE_ENDIAN);
        if (type != ElementType.STRING) {
            return Tensor.of(type, bytes, shape);
        }
        List<String> strings = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] one = new byte[bytes.getInt()];
            bytes.get(one);
            strings.add(new String(one, StandardCharsets.UTF_8));
        }
        return Tensor.of(strings, shape);
    }

    private static Tensor tensor(ElementType type, long[] shape, JsonNode data) {
        if (type == ElementType.STRING) {
            return Tensor.of(data.valueStream().map(JsonNode::stringValue).toList(), shape);
        }
        ByteBuffer bytes = Tensor.allocate((long) type.bytes() * data.size());
        for (JsonNode element : data) {
            if (type == ElementType.INT64 || type == ElementType.UINT64) {
                bytes.putLong(element.bigIntegerValue().longValue());
            } else {
                double value =
                        element.isString()
                                ? Double.parseDouble(element.stringValue())
                                : element.isBoolean()
                                        ? element.booleanValue() ? 1 : 0
                                        : element.doubleValue();
                bytes.put(Tensor.of(type, new double[] {value}).buffer());
            }
        }
        return Tensor.of(type, bytes.flip(), shape);
    }

    private static void data(ArrayNode data, Tensor tensor) {
        for (int i = 0; i < tensor.size(); i++) {
            switch (tensor.type()) {
                case STRING -> data.add(tensor.strings().get(i));
                case BOOL -> data.add(tensor.number(i) != 0);
                case FLOAT32, FLOAT64 -> data.add(tensor.number(i));
                case UINT64 -> data.add(new BigInteger(Long.toUnsignedString(tensor.whole(i))));
                default -> data.add(tensor.whole(i));
            }
        }
    }

    private static byte[] bytes(Tensor tensor) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (tensor.type() == ElementType.STRING) {
            for (String string : tensor.strings()) {
                byte[] its = string.getBytes(StandardCharsets.UTF_8);
                out.writeBytes(
                        ByteBuffer.allocate(4)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putInt(its.length)
                                .array());
                out.writeBytes(its);
            }
        } else {
            // tests run where memory is little-endian too
            byte[] its = new byte[tensor.buffer().remaining()];
            tensor.buffer().get(its);
            out.writeBytes(its);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {}
}
