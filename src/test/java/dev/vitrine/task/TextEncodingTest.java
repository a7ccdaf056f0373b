package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.Tokenizer.Tokens;
import dev.vitrine.task.Tokenizer.Wanted;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

class TextEncodingTest {
    private static final SimpleTask TASK = (SimpleTask) Tasks.of("feature-extraction");
    private static final Map<String, List<String>> PARTS =
            Map.of("input_ids", List.of("ids"), "attention_mask", List.of("mask"));

    @Test
    void textBecomesTheTensorsThatTheNetworkTakes() {
        Task.Declared network = network(tokens("ids", -1, -1), tokens("mask", -1, -1));
        Signature signature = signature(Map.of("tokenizer", "t.json", "maxLength", 5L));
        assertThat(TASK.check(signature, Map.of("main", network))).isEmpty();
        Tokenizers tokenizers =
                wanted -> {
                    assertThat(wanted).isEqualTo(new Wanted("t.json", OptionalInt.of(5), false));
                    return new Lengths();
                };
        assertThat(TASK.before(signature, network, Values.of("text", "a bc"), tokenizers))
                .isEqualTo(
                        Map.of(
                                "ids", Tensor.of(new long[] {1, 2}, 1, 2),
                                "mask", Tensor.of(new long[] {1, 0}, 1, 2)));
    }

    @Test
    void whatFillsUpIsNoPartOfTheMean() {
        Task.Declared network = network(tokens("ids", -1, -1), tokens("mask", -1, -1));
        Signature signature = signature(Map.of("tokenizer", "t.json"));
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put("mask", Tensor.of(new long[] {1, 0}, 1, 2));
        tensors.put("hidden", Tensor.of(new float[] {3, 4, 100, 100}, 1, 2, 2));
        assertThat(TASK.after(signature, network, Values.NONE, tensors).get("vector", Tensor.class))
                .isEqualTo(Tensor.of(new float[] {0.6f, 0.8f}, 2));
    }

    @Test
    void tensorsOfAFixedLengthAreFilledUp() {
        Task.Declared network = network(tokens("ids", 1, 16), tokens("mask", 1, 16));
        Signature signature = signature(Map.of("tokenizer", "t.json"));
        assertThat(TASK.check(signature, Map.of("main", network))).isEmpty();
        assertThat(Tokenizers.wanted(signature, Map.of("main", network)).keySet())
                .containsExactly(new Wanted("t.json", OptionalInt.of(16), true));
    }

    @Test
    void whatDoesNotFitIsASentence() {
        Task.Declared free = network(tokens("ids", -1, -1), tokens("mask", -1, -1));
        assertThat(said(free, Map.of("tokenizer", "t.json", "padding", "max_length")))
                .containsExactly(
                        "The port 'text' is filled up to a length that nothing says; add"
                                + " maxLength.");
        assertThat(
                        said(
                                network(tokens("ids", 1, 16), tokens("mask", 1, 16)),
                                Map.of("tokenizer", "t.json", "maxLength", 8L)))
                .containsExactly(
                        "The port 'text' is 8 tokens, but its tensors take exactly 16; leave"
                                + " maxLength out, or say that.");
        assertThat(
                        said(
                                network(tokens("ids", -1, -1), tokens("mask", 4, -1)),
                                Map.of("tokenizer", "t.json")))
                .containsExactly(
                        "The port 'text' becomes a row of whole numbers, but the tensor 'mask' is"
                                + " int64[4, ?]; name another.");
        assertThat(said(free, Map.of("tokenizer", "t.json", "layout", "NCHW")))
                .containsExactly(
                        "The port 'text' has the word 'layout', which an input of kind text does"
                                + " not read; leave it out, or use tokenizer, maxLength, padding,"
                                + " clean.");
        assertThat(said(free, Map.of("maxLength", 8L)))
                .containsExactly(
                        "The port 'text' becomes tokens, but says not by what; add tokenizer:"
                                + " tokenizer.json.");
    }

    @Test
    void aTensorOfTokensThatNobodyFillsIsMissed() {
        Task.Declared more =
                network(tokens("ids", -1, -1), tokens("mask", -1, -1), tokens("types", -1, -1));
        assertThat(said(more, Map.of("tokenizer", "t.json")))
                .containsExactly(
                        "No input feeds the network's 'types' (int64[?, ?]); declare one for it.");
    }

    @Test
    void partsOfOtherThingsAreRefused() {
        Task.Declared network = network(tokens("ids", -1, -1));
        Binding binding =
                Binding.of(Map.of("scores", List.of("ids")), Map.of("tokenizer", "t.json"));
        assertThat(said(network, binding))
                .containsExactly(
                        "The port 'text' names ids for 'scores', but text becomes one tensor for"
                            + " each of input_ids, attention_mask, token_type_ids, position_ids.");
        Binding mask =
                Binding.of(Map.of("attention_mask", List.of("ids")), Map.of("tokenizer", "t.json"));
        assertThat(said(network, mask))
                .containsExactly(
                        "The port 'text' does not say which tensor holds the tokens; add input_ids"
                                + " to it.");
    }

    @Test
    void vectorsThatAreNoneAreRefused() {
        Task.Declared network = network(tokens("ids", -1, -1), tokens("mask", -1, -1));
        Signature normal = signature(Map.of("tokenizer", "t.json"), Map.of("normalize", true));
        assertThat(TASK.check(normal, Map.of("main", network)))
                .extracting(Problem::message)
                .containsExactly(
                        "The port 'vector' is one vector, but the tensor 'hidden' is float32[?, ?,"
                                + " 2]; say pooling: mean, or name another tensor.");
    }

    /// A token for each word, which is its length; the last only fills up.
    private static final class Lengths implements Tokenizer {
        @Override
        public Tokens encode(String text) {
            String[] words = text.split(" ");
            long[] ids = new long[words.length];
            long[] mask = new long[words.length];
            for (int i = 0; i < words.length; i++) {
                ids[i] = words[i].length();
                mask[i] = i + 1 < words.length ? 1 : 0;
            }
            return new Tokens(ids, mask, new long[words.length]);
        }

        @Override
        public String decode(long... ids) {
            return "";
        }

        @Override
        public void close() {}
    }

    private static List<String> said(Task.Declared network, Map<String, Object> words) {
        return said(network, Binding.of(PARTS, words));
    }

    private static List<String> said(Task.Declared network, Binding binding) {
        Signature signature = signature(binding, Map.of("pooling", "mean"));
        return TASK.check(signature, Map.of("main", network)).stream()
                .map(Problem::message)
                .toList();
    }

    private static Signature signature(Map<String, Object> words) {
        return signature(words, Map.of("pooling", "mean", "normalize", true));
    }

    private static Signature signature(Map<String, Object> words, Map<String, Object> pooling) {
        return signature(Binding.of(PARTS, words), pooling);
    }

    private static Signature signature(Binding binding, Map<String, Object> pooling) {
        return new Signature(
                "",
                "",
                "feature-extraction",
                new LinkedHashMap<>(Map.of("main", "model.onnx")),
                List.of(Port.of("text", "text").withTensor(binding)),
                List.of(Port.of("vector", "tensor").withTensor(Binding.of("hidden", pooling))),
                List.of(),
                false,
                "",
                "");
    }

    private static TensorInfo tokens(String name, long... shape) {
        return new TensorInfo(name, ElementType.INT64, Shape.of(shape));
    }

    private static Task.Declared network(TensorInfo... inputs) {
        return new Task.Declared(
                List.of(inputs),
                List.of(new TensorInfo("hidden", ElementType.FLOAT32, Shape.of(-1, -1, 2))));
    }
}
