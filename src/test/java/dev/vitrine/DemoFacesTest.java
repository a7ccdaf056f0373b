package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.Cli;
import dev.vitrine.kind.Json;
import dev.vitrine.run.Failure;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A demo that behaves as badly as its input asks, over HTTP and on the command line: both say the
/// same sentence, and both answer the next call.
@Timeout(120)
class DemoFacesTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final List<Run> runs = new CopyOnWriteArrayList<>();
    private final Runner runner = new Runner(2);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Demo demo =
            Demo.of("Bad")
                    .input("how", "text")
                    .output(Port.of("n", "number").withLimits(Limits.between(0, 10)))
                    .run(this::behave);
    private Cli.Served served;

    @BeforeEach
    void serve() {
        runner.onSubmit(runs::add);
        served = demo.faces().serve(List.of(demo.model()), runner, OptionalInt.of(0));
    }

    @AfterEach
    void close() {
        never.countDown();
        served.close();
        runner.close();
        client.close();
    }

    @SuppressWarnings("NullAway")
    private Map<String, ? extends @Nullable Object> behave(Inputs in, Context context)
            throws Exception {
        return switch (in.text("how")) {
            case "checked" -> throw new IOException("the disk is gone");
            case "error" -> throw new StackOverflowError();
            case "memory" -> Map.of("n", new long[Integer.MAX_VALUE].length);
            case "null" -> null;
            case "nothing" -> Map.of();
            case "null inside" -> Collections.singletonMap("n", null);
            case "unknown" -> Map.of("n", 1, "m", 2);
            case "type" -> Map.of("n", "seven");
            case "object" -> Map.of("n", this);
            case "range" -> Map.of("n", 11);
            case "partial" -> {
                context.show("n", "seven");
                yield Map.of("n", 1);
            }
            case "input" -> Map.of("n", in.number("howmuch"));
            case "input type" -> Map.of("n", in.number("how"));
            case "deaf" -> {
                begun.countDown();
                while (never.getCount() > 0) {
                    Thread.onSpinWait();
                }
                yield Map.of("n", 0);
            }
            case "flood" -> {
                for (int i = 0; i < 1_000_000; i++) {
                    context.progress(-i, "step");
                    context.show("n", i % 10);
                }
                yield Map.of("n", 10);
            }
            default -> Map.of("n", 1);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checked|The model failed with \"the disk is gone\"",
                "error|The model failed with StackOverflowError",
                "memory|" + "There is not enough memory for this",
                "null|The model gave nothing for its output 'n'",
                "nothing|The model gave nothing for its output 'n'",
                "null inside|The model gave nothing for its output 'n'",
                "unknown|The model gave 'm', which is none of its outputs; they are n.",
                "type|The model's output does not fit: 'N'",
                "object|The model's output does not fit: The port 'n' is of kind number",
                "range|The model's output does not fit: 'N' is 11; give a number from 0 to 10.",
                "partial|The model's output does not fit: 'N'",
                "input|The demo asks for an input 'howmuch' that it does not declare",
                "input type|The demo asks for its input 'how' as a Double, but it is a String."
            })
    void everyFaceSaysTheSameSentenceAndLives(String how, String sentence) throws Exception {
        HttpResponse<String> answer = call(how);
        assertThat(answer.statusCode()).isEqualTo(500);
        String detail = Json.MAPPER.readTree(answer.body()).path("detail").toString();
        assertThat(detail.replace("\\\"", "\"")).contains(sentence);

        DemoTest.Said said = DemoTest.run(demo, "predict", "--how", how);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith(sentence).hasLineCount(1);

        assertThat(call("well").body()).isEqualTo("{\"n\":1}");
    }

    @Test
    void memoryIsSaidInTheWordsThatEveryFaceHas() throws Exception {
        assertThat(call("memory").body()).contains(Failure.NO_MEMORY);
    }

    @Test
    void aFloodEndsAndTheEndpointAnswersMeanwhile() throws Exception {
        CompletableFuture<HttpResponse<String>> flood =
                client.sendAsync(request("flood"), BodyHandlers.ofString());
        assertThat(call("well").body()).isEqualTo("{\"n\":1}");
        assertThat(flood.get().body()).isEqualTo("{\"n\":10}");
    }

    @Test
    void aDeafRunWhoseClientHasGoneIsGivenUp() throws Exception {
        CompletableFuture<HttpResponse<String>> gone =
                client.sendAsync(request("deaf"), BodyHandlers.ofString());
        begun.await();
        Run deaf = runs.getFirst();
        gone.cancel(true);
        CountDownLatch ended = new CountDownLatch(1);
        deaf.watch(r -> {
            if (r.state().isFinal()) {
                ended.countDown();
            }
        });
        ended.await();
        assertThat(deaf.state()).isEqualTo(Run.State.STOPPED);
        assertThat(deaf.isGivenUp()).isTrue();
        assertThat(deaf.origin()).isEqualTo(Origin.HTTP);
        for (int i = 0; i < 4; i++) {
            assertThat(call("well").body()).isEqualTo("{\"n\":1}");
        }
    }

    private HttpResponse<String> call(String how) throws Exception {
        return client.send(request(how), BodyHandlers.ofString());
    }

    private HttpRequest request(String how) {
        URI address = served.address().resolve("/models/bad/predict");
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"how\": \"%s\"}".formatted(how)))
                .build();
    }
}
