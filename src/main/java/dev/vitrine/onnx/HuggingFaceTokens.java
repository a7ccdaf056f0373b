package dev.vitrine.onnx;

import java.util.List;
import java.util.OptionalInt;

/// What Hugging Face's hub puts beside a model of language: `tokenizer.json`, and how long a text
/// may be.
final class HuggingFaceTokens implements Source {
    private static final String FILE = "tokenizer.json";

    /// What transformers writes where a tokenizer has no bound is 10³⁰.
    private static final long MOST = 1 << 20;

    /// Where a bound may stand, the one that the model was made with first.
    private static final List<Bound> BOUNDS =
            List.of(
                    new Bound("sentence_bert_config.json", "max_seq_length"),
                    new Bound("tokenizer_config.json", "model_max_length"),
                    new Bound("config.json", "max_position_embeddings"));

    /// A word in a file of JSON.
    private record Bound(String file, String word) {}

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        if (!beside.has(FILE)) {
            return;
        }
        for (Bound bound : BOUNDS) {
            long most =
                    beside.json(bound.file())
                            .map(config -> config.path(bound.word()).asLong(0))
                            .orElse(0L);
            if (most > 0 && most <= MOST) {
                String because =
                        " A text has at most %d tokens, as %s (%s) says."
                                .formatted(most, bound.file(), bound.word());
                findings.tokenizer(new TokenWords(FILE, OptionalInt.of((int) most), because));
                return;
            }
        }
        findings.tokenizer(new TokenWords(FILE, OptionalInt.empty(), ""));
    }
}
