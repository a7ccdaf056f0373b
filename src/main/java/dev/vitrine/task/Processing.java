package dev.vitrine.task;

import dev.vitrine.kind.Json;

import tools.jackson.databind.node.ObjectNode;

/// The vocabulary of pre- and post-processing: the words that may stand beside a tensor's name in a
/// signature.
public final class Processing {
    private Processing() {}

    /// The JSON Schema of each word, by word; what reads signatures refuses any other.
    public static ObjectNode words() {
        ObjectNode words = Json.object();
        PictureWords.schema(words);
        WordSchema.choice(
                words, "apply", "What makes confidences of scores.", LabelDecoding.applications());
        DetectionWords.schema(words);
        TextWords.schema(words);
        words.putObject(Filling.INDEX)
                .put("type", "integer")
                .put("minimum", 0)
                .put(
                        "description",
                        "Which element of the tensor a number is, from 0; several inputs that name"
                                + " one tensor fill it together.");
        words.set(TextCleaning.WORD, TextCleaning.schema());
        words.set(TensorSteps.WORD, TensorSteps.schema());
        MapWords.schema(words);
        ReadingWords.schema(words);
        SoundWords.schema(words);
        LoopWords.windows(words);
        LoopWords.denoising(words);
        Generating.schema(words);
        return words;
    }

    /// The JSON Schema of the names of several tensors that make one value, by what they hold.
    public static ObjectNode parts() {
        ObjectNode parts = Json.object();
        WordSchema.names(
                parts,
                Detection.SCORES,
                "How sure the network is of each box, a column per class.");
        WordSchema.names(
                parts,
                Detection.BOXES,
                "Where each box is, in four columns, and x and y of each of its points behind"
                        + " them.");
        WordSchema.names(
                parts,
                Detection.CLASSES,
                "The number of each box's class, where the network has chosen it.");
        WordSchema.names(parts, Detection.POINTS, "Points of each box in columns of their own.");
        WordSchema.names(
                parts, Detection.ANGLES, "How far each box is turned, in radians, clockwise.");
        WordSchema.names(
                parts,
                InstanceMasks.COEFFICIENTS,
                "How much of each plane of prototypes the mask of a box has.");
        WordSchema.names(
                parts, InstanceMasks.PROTOTYPES, "Planes whose sums are the masks of things.");
        WordSchema.names(
                parts, RegionDecoding.REGIONS, "A map of how likely something is at each place.");
        WordSchema.names(
                parts,
                LineDecoding.DISPLACEMENTS,
                "The ways from the middle of a line to its ends, four numbers for each place.");
        WordSchema.names(parts, TextEncoding.IDS, "The numbers of a text's tokens.");
        WordSchema.names(
                parts, TextEncoding.MASK, "1 for each token of a text, 0 for what only fills up.");
        WordSchema.names(
                parts, TextEncoding.TYPES, "Which text a token belongs to: 0 for the only one.");
        WordSchema.names(
                parts, TextEncoding.POSITIONS, "The place of each token in the text, from 0.");
        return parts;
    }
}
