package dev.vitrine.task;

import tools.jackson.databind.node.ObjectNode;

/// The words of text that becomes tokens, and of the vectors of tokens.
final class TextWords {
    private TextWords() {}

    /// Puts the words in.
    static void schema(ObjectNode words) {
        words.putObject(TextEncoding.TOKENIZER)
                .put("type", "string")
                .put("minLength", 1)
                .put("format", "path")
                .put(
                        "description",
                        "A tokenizer.json of Hugging Face's in the folder, which turns text into"
                                + " tokens.");
        words.putObject(TextEncoding.MAX_LENGTH)
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "How many tokens a text has at most, those around it included; longer ones"
                                + " are cut. As the tokenizer's file says where nothing is said.");
        WordSchema.choice(
                words,
                TextEncoding.PADDING,
                "Whether a text is filled up to its greatest length. It is where the tensor has"
                        + " one, and not where nothing is said.",
                WordSchema.names(TextEncoding.Padding.values(), true));
        WordSchema.choice(
                words,
                Pooling.POOLING,
                "How the vectors of a text's tokens become one.",
                WordSchema.names(Pooling.Mode.values(), true));
        words.putObject(ZeroShotClassification.TEMPLATE)
                .put("type", "string")
                .put("minLength", 2)
                .put(
                        "description",
                        "What each label is put into before it is compared: {} stands for it.");
        words.putObject(Pooling.NORMALIZE)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether a vector is divided by its length. False where nothing is said.");
    }
}
