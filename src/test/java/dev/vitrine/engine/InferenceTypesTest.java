package dev.vitrine.engine;

import static dev.vitrine.engine.TinyModel.INPUT;
import static dev.vitrine.engine.TinyModel.OUTPUT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.http.Endpoint;
import dev.vitrine.http.InferenceClient;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Every type that the engine carries comes back unchanged over the Open Inference Protocol, in
/// JSON where the protocol has JSON for it and in bytes always.
class InferenceTypesTest {
    private static final List<long[]> SHAPES =
            List.of(
                    new long[] {},
                    new long[] {1},
                    new long[] {7},
                    new long[] {0},
                    new long[] {2, 0, 3},
                    new long[] {2, 3, 1, 4});

    private static final List<String> TEXTS =
            List.of("😀", "a👩‍👩‍👧b", "ü\n\"", "日本", "", "plain");

    private static final Catalog CATALOG = new Catalog(List.of(), new OnnxRuntime());
    private static final Runner RUNNER = new Runner(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir static Path folder;

    private static Endpoint endpoint;

    @BeforeAll
    static void open() throws IOException {
        for (ElementType type : ElementType.values()) {
            Path file = folder.resolve(type.text() + ".onnx");
            CATALOG.open(Files.write(file, TinyModel.cast(type, type)).toString());
        }
        endpoint = Endpoint.start(CATALOG, RUNNER, Endpoint.Options.STANDARD.withPort(0));
    }

    @AfterAll
    static void close() {
        HTTP.close();
        endpoint.close();
        RUNNER.close();
        CATALOG.close();
    }

    @ParameterizedTest
    @EnumSource
    void bytesComeBackUnchanged(ElementType type) {
        assertUnchanged(type, true);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FLOAT16", "BFLOAT16"})
    void jsonComesBackUnchanged(ElementType type) {
        assertUnchanged(type, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT16", "BFLOAT16"})
    void theProtocolHasNoJsonForHalves(ElementType type) {
        Map<String, Tensor> one = Map.of(INPUT, Tensor.of(type, new double[] {1}, 1));
        assertThatThrownBy(() -> client(type, false).run(one, new Stop()))
                .hasMessageStartingWith("400 {\"error\":\"The output 'y' is ")
                .hasMessageContaining("ask for its bytes with binary_data.");
    }

    /// The bytes of the only input alone.
    @ParameterizedTest
    @EnumSource
    void aBareBodyIsTheOnlyInput(ElementType type) throws Exception {
        byte[] bytes =
                type == ElementType.STRING
                        ? "ü".getBytes(StandardCharsets.UTF_8)
                        : new byte[3 * type.bytes()];
        HttpRequest request =
                HttpRequest.newBuilder(
                                endpoint.address().resolve("/v2/models/" + type.text() + "/infer"))
                        .header("Inference-Header-Content-Length", "0")
                        .POST(BodyPublishers.ofByteArray(bytes))
                        .build();
        HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        int length =
                Integer.parseInt(
                        answer.headers()
                                .firstValue("Inference-Header-Content-Length")
                                .orElseThrow());
        byte[] body = answer.body();
        assertThat(new String(body, 0, length, StandardCharsets.UTF_8))
                .contains("\"shape\":[%d]".formatted(type == ElementType.STRING ? 1 : 3));
        // a string has its length before it
        int from = length + (type == ElementType.STRING ? 4 : 0);
        assertThat(Arrays.copyOfRange(body, from, body.length)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource
    void theMetadataNamesTheType(ElementType type) {
        assertThat(client(type, true).inputs())
                .containsExactly(new TensorInfo(INPUT, type, Shape.of(-1)));
        assertThat(client(type, true).outputs())
                .containsExactly(new TensorInfo(OUTPUT, type, Shape.of(-1)));
    }

    private static void assertUnchanged(ElementType type, boolean binary) {
        Random random = new Random(type.onnx());
        for (long[] shape : SHAPES) {
            Tensor given = type == ElementType.STRING ? texts(shape) : random(type, random, shape);
            assertThat(client(type, binary).run(Map.of(INPUT, given), new Stop()))
                    .as(given.form())
                    .isEqualTo(Map.of(OUTPUT, given));
        }
    }

    private static InferenceClient client(ElementType type, boolean binary) {
        URI model = endpoint.address().resolve("/v2/models/" + type.text());
        return new InferenceClient(model, binary, HTTP);
    }

    private static int count(long[] shape) {
        int count = 1;
        for (long size : shape) {
            count *= (int) size;
        }
        return count;
    }

    private static Tensor texts(long[] shape) {
        List<String> texts =
                IntStream.range(0, count(shape))
                        .mapToObj(i -> TEXTS.get(i % TEXTS.size()))
                        .toList();
        return Tensor.of(texts, shape);
    }

    /// Any bits, but for those of numbers that are none, whose bits nobody promises to keep.
    private static Tensor random(ElementType type, Random random, long[] shape) {
        byte[] bits = new byte[count(shape) * type.bytes()];
        random.nextBytes(bits);
        if (type == ElementType.BOOL) {
            for (int i = 0; i < bits.length; i++) {
                bits[i] &= 1;
            }
        }
        Tensor tensor =
                Tensor.of(type, ByteBuffer.wrap(bits).order(ByteOrder.nativeOrder()), shape);
        for (int i = 0; type.isFloating() && i < tensor.size(); i++) {
            if (Double.isNaN(tensor.number(i))) {
                return random(type, random, shape);
            }
        }
        return tensor;
    }
}
