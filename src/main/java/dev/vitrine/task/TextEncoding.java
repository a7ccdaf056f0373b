package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// How text becomes the tensors of a network that takes tokens: what the port's processing says.
///
/// The port names its tensors by what they hold, under the names that Hugging Face's tokenizers
/// give to it; where it names one, that holds the ids.
///
/// @param words the port and its processing
/// @param parts the tensors by what they hold
/// @param cleaning what is done to the text before
/// @param wanted the tokenizer
record TextEncoding(
        Words words,
        Map<String, TensorInfo> parts,
        TextCleaning cleaning,
        Tokenizer.Wanted wanted) {
    /// The numbers of the tokens.
    static final String IDS = "input_ids";

    /// 1 for each token, 0 for what only fills up.
    static final String MASK = "attention_mask";

    /// Which text a token belongs to.
    static final String TYPES = "token_type_ids";

    /// The place of each token, from 0.
    static final String POSITIONS = "position_ids";

    static final List<String> PARTS = List.of(IDS, MASK, TYPES, POSITIONS);

    /// The word that names the tokenizer's file.
    static final String TOKENIZER = "tokenizer";

    static final String MAX_LENGTH = "maxLength";
    static final String PADDING = "padding";

    private static final List<String> TOKENS = List.of(TOKENIZER, MAX_LENGTH, PADDING);

    /// The words of [Binding#processing()] that say it.
    static final List<String> WORDS = List.of(TOKENIZER, MAX_LENGTH, PADDING, TextCleaning.WORD);

    /// When a text is filled up.
    enum Padding {
        /// Not at all, since it is the longest, being the only one.
        LONGEST,
        /// To the greatest length.
        MAX_LENGTH
    }

    /// Whether a port is text that a tokenizer turns into tensors.
    static boolean reads(Words words) {
        Binding binding = words.binding();
        return words.port().kind().equals("text")
                && (!binding.parts().isEmpty()
                        || binding.processing().keySet().stream().anyMatch(TOKENS::contains));
    }

    /// Reads a port's processing against the tensors that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit, with a sentence
    ///   that names the port
    static TextEncoding of(Words words, List<TensorInfo> inputs) {
        Map<String, TensorInfo> parts = new LinkedHashMap<>();
        names(words)
                .forEach((part, name) -> {
                    TensorInfo tensor = PortTask.tensor(words.port(), name, inputs);
                    row(words, tensor);
                    parts.put(part, tensor);
                });
        String file =
                words.binding()
                        .step(TOKENIZER, String.class)
                        .orElseThrow(() ->
                                words.wrong(
                                        "becomes tokens, but says not by what; add tokenizer:"
                                                + " tokenizer.json"));
        return new TextEncoding(words, parts, TextCleaning.of(words), wanted(words, file, parts));
    }

    /// The tensors of a text.
    Map<String, Tensor> encode(Tokenizers tokenizers, String text) {
        return tensors(tokenizers.of(wanted).encode(cleaning.clean(text)));
    }

    /// The tensors of the tokens of a text.
    Map<String, Tensor> tensors(Tokenizer.Tokens tokens) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        parts.forEach((part, info) -> tensors.put(info.name(), tensor(info, part, tokens)));
        return tensors;
    }

    /// Which tokens count, of the tensors of a text; empty where the network is not told.
    long[] mask(Map<String, Tensor> tensors) {
        TensorInfo info = parts.get(MASK);
        Tensor mask = info == null ? null : tensors.get(info.name());
        return mask == null
                ? new long[0]
                : IntStream.range(0, mask.size()).mapToLong(mask::whole).toArray();
    }

    private static Tensor tensor(TensorInfo info, String part, Tokenizer.Tokens tokens) {
        int length = tokens.ids().length;
        long[] numbers =
                switch (part) {
                    case MASK -> tokens.mask();
                    case TYPES -> tokens.types();
                    case POSITIONS -> LongStream.range(0, length).toArray();
                    default -> tokens.ids();
                };
        return row(info, numbers);
    }

    /// A tensor of one number for each token of one text.
    static Tensor row(TensorInfo info, long... numbers) {
        long[] shape = info.shape().withFree(1);
        shape[shape.length - 1] = numbers.length;
        return Tensor.of(info.type(), Arrays.stream(numbers).asDoubleStream().toArray(), shape);
    }

    private static Map<String, String> names(Words words) {
        Map<String, List<String>> given = words.binding().parts();
        if (given.isEmpty()) {
            return Map.of(IDS, words.binding().name());
        }
        Map<String, String> names = new LinkedHashMap<>();
        given.forEach((part, tensors) -> {
            if (!PARTS.contains(part) || tensors.size() != 1) {
                throw words.wrong(
                        "name",
                        "names %s for '%s', but text becomes one tensor for each of %s"
                                .formatted(
                                        String.join(", ", tensors),
                                        part,
                                        String.join(", ", PARTS)));
            }
            names.put(part, tensors.getFirst());
        });
        if (!names.containsKey(IDS)) {
            throw words.wrong(
                    "name", "does not say which tensor holds the tokens; add " + IDS + " to it");
        }
        return names;
    }

    /// Refuses a tensor that does not hold one number for each token of one text.
    private static void row(Words words, TensorInfo tensor) {
        int rank = tensor.shape().rank();
        if (!tensor.type().isInteger()
                || rank == 0
                || tensor.shape().dimensions().stream()
                        .limit(rank - 1L)
                        .anyMatch(d -> !d.isFree() && d.size() != 1)) {
            throw words.wrong(
                    "name",
                    "becomes a row of whole numbers, but the tensor '%s' is %s; name another"
                            .formatted(tensor.name(), tensor.form()));
        }
    }

    private static Tokenizer.Wanted wanted(
            Words words, String file, Map<String, TensorInfo> parts) {
        OptionalInt most = words.number(MAX_LENGTH).stream().mapToInt(n -> (int) n).findFirst();
        boolean padded =
                words.choice(PADDING, Padding.class).stream().anyMatch(Padding.MAX_LENGTH::equals);
        OptionalLong fixed =
                parts.values().stream()
                        .map(t -> t.shape().at(-1))
                        .filter(d -> !d.isFree())
                        .mapToLong(Dimension::size)
                        .findFirst();
        if (fixed.isPresent()) {
            int length = Math.toIntExact(fixed.getAsLong());
            if (most.orElse(length) != length) {
                throw words.wrong(
                        MAX_LENGTH,
                        "is %d tokens, but its tensors take exactly %d; leave %s out, or say that"
                                .formatted(most.getAsInt(), length, MAX_LENGTH));
            }
            return new Tokenizer.Wanted(file, OptionalInt.of(length), true);
        }
        if (padded && most.isEmpty()) {
            throw words.wrong(
                    PADDING,
                    "is filled up to a length that nothing says; add %s".formatted(MAX_LENGTH));
        }
        return new Tokenizer.Wanted(file, most, padded);
    }
}
