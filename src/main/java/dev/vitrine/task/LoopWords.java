package dev.vitrine.task;

import tools.jackson.databind.node.ObjectNode;

/// The words of networks that are run again and again: along a sound, or from noise to a picture.
final class LoopWords {
    private LoopWords() {}

    /// Puts in the words of a run along a sound.
    static void windows(ObjectNode words) {
        words.putObject(Windows.WINDOW)
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "Samples of a window: the network is run along the sound, window after"
                                + " window.");
        words.putObject(Windows.CONTEXT)
                .put("type", "integer")
                .put("minimum", 0)
                .put("description", "Samples before a window that go in with it.");
        words.putObject(Carry.CARRY)
                .put("type", "object")
                .put(
                        "description",
                        "Which output of a run is which input of the next; nothing or zeros at"
                                + " first, and noise where a picture is made of it. A star stands"
                                + " for what is the same in both names.")
                .putObject("additionalProperties")
                .put("type", "string");
        words.putObject(Carry.CONSTANTS)
                .put("type", "object")
                .put("description", "Inputs of the network that are always the same number.")
                .putObject("additionalProperties")
                .put("type", "number");
        words.putObject(Speaking.MIN_GAP)
                .put("type", "number")
                .put("minimum", 0)
                .put(
                        "description",
                        "Seconds that part two parts; with less between them they are one.");
    }

    /// Puts in the words of a picture made of noise.
    static void denoising(ObjectNode words) {
        words.putObject(Denoising.TIMESTEPS)
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", 2)
                .put(
                        "description",
                        "The network's inputs that take the time of a step, from 1 (noise) to 0,"
                                + " and that of the next.")
                .putObject("items")
                .put("type", "string")
                .put("minLength", 1);
        WordSchema.setting(
                words,
                Denoising.STEPS,
                "In how many steps a picture is made of noise, or the input that says it.",
                "integer",
                1);
        WordSchema.setting(
                words,
                Denoising.SEED,
                "What chance follows from, 0 to 4294967295, or the input that says it; where text"
                        + " is written, another each time where nothing is said.",
                "integer",
                0);
    }
}
