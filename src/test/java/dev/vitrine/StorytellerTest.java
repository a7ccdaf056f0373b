package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.Cli;
import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/// The demo `storyteller` against what another runtime wrote with the same weights, and over every
/// face that streams.
@Timeout(300)
class StorytellerTest {
    private static final Path FOLDER = Path.of("models", "storyteller");
    private static final String CACHED =
            "carry: {present_keys: past_keys, present_values: past_values}";

    /// Some tokens in the suite, ten thousand where somebody asks for them.
    private static final int TOKENS =
            Integer.parseInt(Objects.requireNonNullElse(System.getenv("VITRINE_TOKENS"), "1000"));

    private static final long MOST_GROWTH = 100L << 20;

    @TempDir Path temporary;

    /// What one network was given, run for run.
    private record Heard(Network network, List<long[]> ids) implements Network {
        @Override
        public List<TensorInfo> inputs() {
            return network.inputs();
        }

        @Override
        public List<TensorInfo> outputs() {
            return network.outputs();
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
            Tensor given = inputs.get("input_ids");
            ids.add(IntStream.range(0, given.size()).mapToLong(given::whole).toArray());
            return network.run(inputs, stop);
        }

        @Override
        public void close() {
            network.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void greedyContinuationsAreThoseOfTheReferenceTokenForToken(boolean cached) throws Exception {
        String text = Files.readString(FOLDER.resolve("signature.yaml"));
        Files.writeString(
                temporary.resolve("signature.yaml"),
                cached ? text : text.replace(CACHED, CACHED + "\n      use_cache: false"));
        for (String name : List.of("model.onnx", "tokenizer.json")) {
            Files.copy(FOLDER.resolve(name), temporary.resolve(name));
        }
        List<long[]> read = new ArrayList<>();
        OnnxRuntime runtime = new OnnxRuntime();
        try (Runner runner = new Runner(1);
                Model model =
                        ModelFolder.read(
                                temporary,
                                file -> new Heard(runtime.open(file), read),
                                new HuggingFaceTokenizers())) {
            for (JsonNode example : expected().path("examples")) {
                read.clear();
                String prompt = example.path("prompt").stringValue();
                assertThat(story(runner, model, greedy(prompt)))
                        .isEqualTo(prompt + example.path("text").stringValue());
                List<Long> all = new ArrayList<>(longs(example.path("prompt_ids")));
                all.addAll(longs(example.path("ids")));
                all.removeLast();
                assertThat(cached ? joined(read) : list(read.getLast())).isEqualTo(all);
                assertThat(read).hasSize(40);
                assertThat(read.getLast()).hasSize(cached ? 1 : all.size());
            }
        }
    }

    @Test
    void aSeedTellsTheSameStoryAgainAndAnotherAnother() {
        try (Runner runner = new Runner(1);
                Model model = model()) {
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("prompt", "“Stop!” he cried ");
            inputs.put("length", 30);
            inputs.put("seed", 1);
            String story = story(runner, model, inputs);
            assertThat(story).startsWith("\"Stop!\" he cried");
            assertThat(story(runner, model, inputs)).isEqualTo(story);
            inputs.put("seed", 2);
            assertThat(story(runner, model, inputs)).isNotEqualTo(story);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/jsonl"})
    void wordsComeOverHttpAsTheyAreWritten(String type) throws Exception {
        JsonNode example = expected().path("examples").get(0);
        String prompt = example.path("prompt").stringValue();
        try (Runner runner = new Runner(1);
                Model model = model();
                Cli.Served served = served(model, runner);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(served.address() + "/models/storyteller/predict"))
                            .header("Content-Type", "application/json")
                            .header("Accept", type)
                            .POST(BodyPublishers.ofString(Json.of(greedy(prompt)).toString()))
                            .build();
            List<String> stories =
                    client.send(request, BodyHandlers.ofLines())
                            .body()
                            .filter(line -> line.contains("\"story\":"))
                            .map(line -> line.substring(line.indexOf('{')))
                            .map(Json.MAPPER::readTree)
                            .map(node -> node.has("data") ? node.path("data") : node)
                            .map(node -> node.path("story").stringValue())
                            .toList();
            grows(stories, prompt, prompt + example.path("text").stringValue());
        }
    }

    @Test
    void wordsComeOverAWebSocketAsTheyAreWritten() throws Exception {
        JsonNode example = expected().path("examples").get(1);
        String prompt = example.path("prompt").stringValue();
        try (Runner runner = new Runner(1);
                Model model = model();
                Cli.Served served = served(model, runner);
                HttpClient client = HttpClient.newHttpClient()) {
            BlockingQueue<String> messages = new LinkedBlockingQueue<>();
            String address = served.address().toString().replaceFirst("http", "ws");
            WebSocket socket =
                    client.newWebSocketBuilder()
                            .buildAsync(
                                    URI.create(address + "/models/storyteller/ws"),
                                    new Whole(messages))
                            .join();
            JsonNode inputs = Json.of(greedy(prompt));
            socket.sendText("{\"event\": \"predict\", \"data\": %s}".formatted(inputs), true)
                    .join();
            List<String> stories = new ArrayList<>();
            JsonNode message;
            do {
                message = Json.MAPPER.readTree(messages.take());
                assertThat(message.path("event").stringValue()).isNotEqualTo("error");
                if (message.path("data").has("story")) {
                    stories.add(message.path("data").path("story").stringValue());
                }
            } while (!message.path("event").stringValue().equals("result"));
            socket.abort();
            grows(stories, prompt, prompt + example.path("text").stringValue());
        }
    }

    @Test
    void stopEndsALongStoryAtOnce() throws Exception {
        try (Runner runner = new Runner(1);
                Model model = model()) {
            Run run =
                    runner.submit(
                            model,
                            inputs(model, Map.of("prompt", "Once", "length", 2000)),
                            Origin.WINDOW);
            CountDownLatch wrote = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            try (Run.Watching _ =
                    run.watch(now -> {
                        if (now.partial().isPresent()) {
                            wrote.countDown();
                        }
                        if (now.state().isFinal()) {
                            ended.countDown();
                        }
                    })) {
                wrote.await();
                run.stop();
                ended.await();
            }
            assertThat(run.state()).isEqualTo(Run.State.STOPPED);
            assertThat(run.isGivenUp()).isFalse();
        }
    }

    /// Each step takes and gives up to 12 MB of cache: some that were forgotten on any path would
    /// come to gigabytes. Java's own garbage is gathered before, as it is no leak.
    @Test
    @EnabledOnOs(OS.LINUX) // reads /proc
    void memoryStaysWhereItIsHoweverLongTheStory() {
        try (Runner runner = new Runner(1);
                Model model = model()) {
            story(runner, model, Map.of("prompt", "Once", "length", 600, "seed", 1));
            System.gc();
            long before = resident();
            for (int written = 0; written < TOKENS; written += 500) {
                story(runner, model, Map.of("prompt", "Once", "length", 500, "seed", written));
                System.gc();
                assertThat(resident() - before)
                        .as("growth in bytes after %d tokens", written)
                        .isLessThan(MOST_GROWTH);
            }
        }
    }

    private static void grows(List<String> stories, String prompt, String whole) {
        assertThat(stories).hasSizeGreaterThan(3);
        assertThat(stories.getFirst()).startsWith(prompt).isNotEqualTo(whole);
        for (int i = 1; i < stories.size(); i++) {
            assertThat(stories.get(i)).startsWith(stories.get(i - 1));
        }
        assertThat(stories.getLast()).isEqualTo(whole);
    }

    /// Gathers the parts of each message.
    private static final class Whole implements WebSocket.Listener {
        private final BlockingQueue<String> messages;
        private final StringBuilder parts = new StringBuilder();

        Whole(BlockingQueue<String> messages) {
            this.messages = messages;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                messages.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private static Cli.Served served(Model model, Runner runner) {
        Demo any = Demo.of("Any").output("text", "text").run((_, _) -> Map.of("text", ""));
        return any.faces().serve(List.of(model), runner, OptionalInt.of(0));
    }

    private static Model model() {
        return ModelFolder.read(FOLDER, new OnnxRuntime(), new HuggingFaceTokenizers());
    }

    private static Map<String, Object> greedy(String prompt) {
        return Map.of("prompt", prompt, "length", 40, "temperature", 0, "repetition_penalty", 1);
    }

    private static String story(Runner runner, Model model, Map<String, Object> inputs) {
        return runner.submit(model, inputs(model, inputs), Origin.HTTP)
                .await()
                .get("story", String.class);
    }

    private static Values inputs(Model model, Map<String, Object> inputs) {
        Map<String, Raw> raw = new LinkedHashMap<>();
        inputs.forEach((name, value) -> raw.put(name, new Raw.Json(Json.of(value))));
        return Form.decode(model.signature(), raw);
    }

    private static JsonNode expected() throws IOException {
        return Json.MAPPER.readTree(
                Files.readString(Path.of("src/test/resources/storyteller/expected.json")));
    }

    private static List<Long> longs(JsonNode numbers) {
        return numbers.values().stream().map(JsonNode::longValue).toList();
    }

    private static List<Long> joined(List<long[]> ids) {
        return ids.stream().flatMapToLong(Arrays::stream).boxed().toList();
    }

    private static List<Long> list(long... ids) {
        return Arrays.stream(ids).boxed().toList();
    }

    /// Bytes of this process in memory.
    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
