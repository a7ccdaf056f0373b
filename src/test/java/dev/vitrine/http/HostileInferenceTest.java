package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Json;
import dev.vitrine.model.ModelFolder;

import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Thousands of inference requests that lie: about shapes, sizes, counts and types, in JSON and in
/// bytes. Each is refused in a sentence before it costs a run or memory.
class HostileInferenceTest {
    /// What a size may be said to be: more than there is memory for, too.
    private static final long[] SIZES = {
        -1,
        0,
        2,
        3,
        7,
        1 << 20,
        Integer.MAX_VALUE,
        1L << 31,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    /// In characters: lies multiply, and this test shares its memory with the endpoint it tries.
    private static final int LARGEST = 4_000_000;

    private static final String[] DATATYPES = {
        "FP32", "BYTES", "INT64", "BOOL", "FP16", "fp32", ""
    };

    private static Served served;
    private static int refused;

    @BeforeContainer
    static void open() throws URISyntaxException {
        served = new Served();
        Path file =
                Path.of(
                        HostileInferenceTest.class
                                .getResource("/engine/penguins-mass.onnx")
                                .toURI());
        served.catalog.add(ModelFolder.read(file, new OnnxRuntime()));
    }

    @AfterContainer
    static void close() {
        try (Served ending = served) {
            byte[][] good = Request.good().parts();
            assertThat(send(good).statusCode()).isEqualTo(200);
            assertThat(refused).isGreaterThan(1_500);
            ending.catalog.close();
        }
    }

    /// A request in parts: what its JSON is made of, and the bytes behind it.
    private record Request(ObjectNode json, ByteArrayOutputStream bytes) {
        static Request good() {
            Request request = new Request(Json.object(), new ByteArrayOutputStream());
            ArrayNode inputs = request.json.putArray("inputs");
            for (String name : List.of("beak_length_mm", "beak_depth_mm", "flipper_length_mm")) {
                request.input(
                        inputs,
                        name,
                        "FP32",
                        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(40).array());
            }
            for (String name : List.of("species", "island", "sex")) {
                request.input(inputs, name, "BYTES", new byte[] {1, 0, 0, 0, 'x'});
            }
            return request;
        }

        private void input(ArrayNode inputs, String name, String datatype, byte[] its) {
            ObjectNode one = inputs.addObject().put("name", name).put("datatype", datatype);
            one.putArray("shape").add(1).add(1);
            one.putObject("parameters").put("binary_data_size", its.length);
            bytes.writeBytes(its);
        }

        byte[][] parts() {
            return new byte[][] {
                json.toString().getBytes(StandardCharsets.UTF_8), bytes.toByteArray()
            };
        }
    }

    @Property(
            tries = 2_500,
            shrinking = ShrinkingMode.OFF,
            afterFailure = AfterFailureMode.SAMPLE_ONLY)
    void whatLiesIsRefused(@ForAll long seed) {
        Random random = new Random(seed);
        Request request = Request.good();
        byte[][] before = request.parts();
        for (int i = random.nextInt(3); i >= 0; i--) {
            lie(request, random);
        }
        byte[][] parts = request.parts();
        if (random.nextInt(4) == 0) {
            parts[1] = mangled(parts[1], random);
        }
        boolean changed =
                !new String(before[0], StandardCharsets.UTF_8)
                                .equals(new String(parts[0], StandardCharsets.UTF_8))
                        || !Arrays.equals(before[1], parts[1]);
        long runs = served.runs();
        HttpResponse<String> answer = send(parts);
        String sent =
                new String(parts[0], 0, Math.min(400, parts[0].length), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as("%s -> %s", sent, answer.body()).isLessThan(500);
        if (answer.statusCode() != 200) {
            refused++;
            assertThat(changed).isTrue();
            assertThat(served.runs()).as(sent).isEqualTo(runs);
            JsonNode body = Json.MAPPER.readTree(answer.body());
            assertThat(body.propertyNames()).containsExactly("error");
            assertThat(body.path("error").asString())
                    .matches("(?s).*[.?]")
                    .hasSizeLessThan(2_000)
                    .doesNotContain("Exception", "overflow");
        }
    }

    private static void lie(Request request, Random random) {
        ArrayNode inputs = (ArrayNode) request.json.path("inputs");
        ObjectNode one = (ObjectNode) inputs.path(random.nextInt(inputs.size()));
        long size = SIZES[random.nextInt(SIZES.length)];
        switch (random.nextInt(10)) {
            case 0 -> one.putArray("shape").add(size).add(1);
            case 1 -> one.putArray("shape").add(size).add(size).add(size);
            case 2 -> {
                ArrayNode shape = one.putArray("shape");
                for (int i = random.nextInt(20_000); i >= 0; i--) {
                    shape.add(1);
                }
            }
            case 3 -> one.putObject("parameters").put("binary_data_size", size);
            case 4 -> one.put("datatype", DATATYPES[random.nextInt(DATATYPES.length)]);
            case 5 -> {
                one.remove("parameters");
                one.set("data", Json.of(List.of(List.of(size, "x", true), 1e300)));
            }
            case 6 -> {
                int copies = Math.min(2_000, LARGEST / one.toString().length());
                for (int i = random.nextInt(copies + 1); i >= 0; i--) {
                    inputs.add(one.deepCopy());
                }
            }
            case 7 -> one.put("name", "x".repeat(random.nextInt(100_000)));
            case 8 -> request.json.set("outputs", Json.of(List.of(size, "x", List.of())));
            default -> request.json.set("inputs", Json.of(random.nextBoolean() ? size : "inputs"));
        }
        if (!request.json.path("inputs").isArray()) {
            request.json.putArray("inputs").addObject().put("name", (String) null);
        }
    }

    /// Strings that say they are longer than all memory, among other things.
    private static byte[] mangled(byte[] bytes, Random random) {
        byte[] other = Arrays.copyOf(bytes, random.nextInt(2 * bytes.length));
        for (int i = 0; i < 4 && other.length > 0; i++) {
            other[random.nextInt(other.length)] = (byte) random.nextInt();
        }
        return other;
    }

    private static HttpResponse<String> send(byte[][] parts) {
        return served.send(
                HttpRequest.newBuilder(served.uri("/v2/models/penguins-mass/infer"))
                        .POST(BodyPublishers.ofByteArrays(List.of(parts))),
                "Content-Type",
                "application/octet-stream",
                "Inference-Header-Content-Length",
                Integer.toString(parts[0].length));
    }
}
