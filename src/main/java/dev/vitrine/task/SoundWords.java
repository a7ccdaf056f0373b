package dev.vitrine.task;

import tools.jackson.databind.node.ObjectNode;

/// The words of a sound on its way into a network and out of it.
final class SoundWords {
    private SoundWords() {}

    /// Puts the words in.
    static void schema(ObjectNode words) {
        words.putObject(SoundEncoding.SAMPLING_RATE)
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "Samples of a second (Hz) that a sound is brought to, or comes with.");
        WordSchema.choice(
                words,
                SoundEncoding.CROP,
                "Which part stays of a sound longer than the tensor.",
                WordSchema.names(SoundEncoding.Crop.values(), true));
        words.putObject(SoundEncoding.NORMALIZE)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether a sound is brought to a mean of 0 and a variance of 1. False"
                                + " where nothing is said.");
    }
}
