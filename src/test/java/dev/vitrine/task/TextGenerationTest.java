package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Text that a network writes which knows what it read: it goes on with the alphabet, each letter
/// by the last it was given, and says how much it remembers.
class TextGenerationTest {
    private static final LoopTask TASK = (LoopTask) Tasks.of("text-generation");
    private static final Tokenizers TOKENIZERS = wanted -> new Bytes();

    @Test
    void theLikeliestTokensFollowOneAnother() {
        Alphabet alphabet = new Alphabet();
        assertThat(write(alphabet, Map.of(), Values.of("prompt", "xa"))).isEqualTo("bcdef");
        assertThat(alphabet.lengths).containsExactly(2, 1, 1, 1, 1);
        assertThat(alphabet.pasts).containsExactly(0, 2, 3, 4, 5);
    }

    @Test
    void withoutACacheAllOfItGoesInEachTime() {
        Alphabet alphabet = new Alphabet();
        assertThat(write(alphabet, Map.of("use_cache", false), Values.of("prompt", "xa")))
                .isEqualTo("bcdef");
        assertThat(alphabet.lengths).containsExactly(2, 3, 4, 5, 6);
        assertThat(alphabet.pasts).containsOnly(0);
    }

    @Test
    void aTextThatOutgrowsItsPlacesGoesOnFromItsLaterHalf() {
        Alphabet alphabet = new Alphabet();
        assertThat(
                        write(
                                alphabet,
                                Map.of("max_position_embeddings", 4L),
                                Values.of("prompt", "xa")))
                .isEqualTo("bcdef");
        assertThat(alphabet.lengths).containsExactly(2, 1, 1, 2, 1);
        assertThat(alphabet.pasts).containsExactly(0, 2, 3, 0, 2);
    }

    @Test
    void aTokenBeforeTheTextIsAddedOnce() {
        Alphabet alphabet = new Alphabet();
        write(alphabet, Map.of("bos_token_id", 'x' + 0L), Values.of("prompt", "a"));
        assertThat(alphabet.lengths.getFirst()).isEqualTo(2);
        Alphabet again = new Alphabet();
        write(again, Map.of("bos_token_id", 'x' + 0L), Values.of("prompt", "xa"));
        assertThat(again.lengths.getFirst()).isEqualTo(2);
    }

    @Test
    void theTextEndsWhereItIsToldTo() {
        Values until = Values.of("prompt", "a").with("until", "zz\nde\n");
        assertThat(write(new Alphabet(), Map.of(), until)).isEqualTo("bc");
        // the alphabet ends with the token of the end
        assertThat(write(new Alphabet(), Map.of(), Values.of("prompt", "y").with("until", "")))
                .isEqualTo("z");
    }

    @Test
    void whatIsWrittenIsShownAsItComes() {
        List<String> shown = new ArrayList<>();
        List<String> said = new ArrayList<>();
        run(
                new Alphabet(),
                Map.of(),
                Values.of("prompt", "a").with("until", "dx"),
                new Stop(),
                shown,
                said);
        // 'd' waits, as it could be the beginning of the end
        assertThat(shown).containsExactly("b", "bc", "bc", "bcde", "bcdef");
        assertThat(said.getFirst()).isEqualTo("1 of 5 tokens");
        assertThat(said.getLast()).startsWith("5 tokens, ").endsWith(" per second");
    }

    @Test
    void stopEndsItBeforeTheNextToken() {
        Stop stop = new Stop();
        Alphabet alphabet = new Alphabet();
        alphabet.after = stop::request;
        assertThatThrownBy(() ->
                        run(
                                alphabet,
                                Map.of(),
                                Values.of("prompt", "a"),
                                stop,
                                new ArrayList<>(),
                                new ArrayList<>()))
                .isInstanceOf(StoppedException.class);
        assertThat(alphabet.lengths).hasSize(1);
    }

    @Test
    void aTextOfNothingIsRefusedWhereNothingStandsBeforeIt() {
        assertThatThrownBy(() -> write(new Alphabet(), Map.of(), Values.of("prompt", "")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("write words");
    }

    @Test
    void aWholeFamilyOfTensorsIsCarriedByAStar() {
        Words words =
                new Words(
                        Port.of("t", "text"),
                        Binding.of("ids", Map.of("carry", Map.of("present.*", "past.*"))));
        Task.Declared network =
                new Task.Declared(
                        List.of(cache("past.0.key"), cache("past.0.value")),
                        List.of(cache("present.0.key"), cache("present.0.value"), cache("other")));
        Carry carry = Carry.of(words, network);
        assertThat(carry.tensors()).hasSize(2);
        assertThat(carry.start(1, 0).get("past.0.key")).isEqualTo(Tensor.of(new float[0], 2, 1, 0));
    }

    @Test
    void whatDoesNotFitIsASentence() {
        assertThat(problems(Map.of("carry", Map.of("no*", "past")), Map.of()))
                .containsExactly(
                        "The port 'prompt' carries 'no*', but no output of the network is called"
                                + " so; name one.");
        assertThat(problems(Map.of("carry", Map.of()), Map.of()))
                .containsExactly(
                        "The port 'prompt' leaves the tensor 'past' of the network empty; name it"
                                + " under carry or constants.");
        assertThat(problems(Map.of(), Map.of("temperature", "heat")))
                .containsExactly(
                        "The port 'text' takes its temperature from the input 'heat', which there"
                                + " is not; declare a slider of that name or give a number.");
        assertThat(problems(Map.of(), Map.of("stop_strings", "prompt")))
                .containsExactly(
                        "The port 'text' takes its stop_strings from the input 'prompt', which is"
                                + " no text of its own; use a text without a tensor.");
        assertThat(problems(Map.of(), Map.of("stop_strings", List.of("x"))))
                .containsExactly(
                        "The port 'until' is read by nothing; name it in a word of the output"
                                + " 'text', such as temperature: until, or leave it out.");
    }

    private static List<String> problems(Map<String, Object> input, Map<String, Object> output) {
        return TASK
                .check(signature(input, output), Map.of("main", new Alphabet().declared()))
                .stream()
                .map(Problem::message)
                .toList();
    }

    private static String write(Alphabet network, Map<String, Object> input, Values inputs) {
        return run(network, input, inputs, new Stop(), new ArrayList<>(), new ArrayList<>());
    }

    private static String run(
            Alphabet network,
            Map<String, Object> input,
            Values inputs,
            Stop stop,
            List<String> shown,
            List<String> said) {
        Signature signature = signature(input, Map.of());
        assertThat(TASK.check(signature, Map.of("main", network.declared()))).isEmpty();
        RunContext context =
                new RunContext() {
                    @Override
                    public void progress(double fraction, String message) {
                        said.add(message);
                    }

                    @Override
                    public void partial(Values outputs) {
                        shown.add(outputs.get("text", String.class));
                    }

                    @Override
                    public Stop stop() {
                        return stop;
                    }
                };
        return TASK.run(signature, Map.of("main", network), TOKENIZERS, inputs, context)
                .get("text", String.class);
    }

    private static Signature signature(Map<String, Object> input, Map<String, Object> output) {
        Map<String, Object> reads = new LinkedHashMap<>();
        reads.put("tokenizer", "t.json");
        reads.put("carry", Map.of("present", "past"));
        reads.putAll(input);
        Map<String, Object> writes = new LinkedHashMap<>();
        writes.put("temperature", 0L);
        writes.put("max_new_tokens", 5L);
        writes.put("stop_strings", "until");
        writes.put("eos_token_id", (long) Bytes.END);
        writes.putAll(output);
        return new Signature(
                "",
                "",
                "text-generation",
                Map.of("main", "model.onnx"),
                List.of(
                        Port.of("prompt", "text").withTensor(Binding.of("ids", reads)),
                        Port.of("until", "text").withDefault(null)),
                List.of(Port.of("text", "text").withTensor(Binding.of("scores", writes))),
                List.of(),
                false,
                "",
                "");
    }

    private static TensorInfo cache(String name) {
        return new TensorInfo(
                name,
                ElementType.FLOAT32,
                new Shape(
                        List.of(
                                Dimension.fixed(2),
                                Dimension.free("batch"),
                                Dimension.free("past"))));
    }

    private static final class Alphabet implements Network {
        final List<Integer> lengths = new ArrayList<>();
        final List<Integer> pasts = new ArrayList<>();
        Runnable after = () -> {};

        Task.Declared declared() {
            return new Task.Declared(inputs(), outputs());
        }

        @Override
        public List<TensorInfo> inputs() {
            return List.of(
                    new TensorInfo("ids", ElementType.INT64, Shape.of(-1, -1)), cache("past"));
        }

        @Override
        public List<TensorInfo> outputs() {
            return List.of(
                    new TensorInfo("scores", ElementType.FLOAT32, Shape.of(-1, -1, Bytes.COUNT)),
                    cache("present"));
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
            Tensor ids = inputs.get("ids");
            int length = ids.size();
            int past = inputs.get("past").size() / 2;
            lengths.add(length);
            pasts.add(past);
            float[] scores = new float[length * Bytes.COUNT];
            for (int i = 0; i < length; i++) {
                int next = ids.whole(i) == 'z' ? Bytes.END : (int) ids.whole(i) + 1;
                scores[i * Bytes.COUNT + next] = 9;
            }
            Map<String, Tensor> outputs = new HashMap<>();
            outputs.put("scores", Tensor.of(scores, 1, length, Bytes.COUNT));
            int total = past + length;
            outputs.put("present", Tensor.of(new float[2 * total], 2, 1, total));
            after.run();
            return outputs;
        }

        @Override
        public void close() {}
    }
}
