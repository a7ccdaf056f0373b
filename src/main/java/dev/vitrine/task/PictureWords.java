package dev.vitrine.task;

import tools.jackson.databind.node.ObjectNode;

/// The words of a picture on its way into a network, and of the order a picture stands in.
final class PictureWords {
    private PictureWords() {}

    /// Puts the words in.
    static void schema(ObjectNode words) {
        WordSchema.choice(
                words,
                "layout",
                "The order of a picture's dimensions.",
                WordSchema.names(Layout.values(), false));
        WordSchema.choice(
                words,
                "channels",
                "What a picture's channels hold.",
                WordSchema.names(Channels.values(), true));
        WordSchema.list(
                words, "size", "Height and width that a picture is brought to.", "integer", 1, 2);
        WordSchema.choice(
                words,
                "fit",
                "How a picture of another shape fills the size.",
                WordSchema.names(Fitting.Fit.values(), true));
        words.putObject("longest_edge")
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "The longer side of a picture whose size the tensor leaves open is shrunk"
                                + " to as many pixels.");
        words.putObject("size_divisor")
                .put("type", "integer")
                .put("minimum", 1)
                .put("description", "Open sides become the nearest multiple of it.");
        words.putObject("fill")
                .put("type", "number")
                .put("minimum", 0)
                .put("maximum", 255)
                .put(
                        "description",
                        "The grey, 0 to 255, of what a picture lies on that does not fill the size;"
                                + " black where nothing is said.");
        words.putObject("antialias")
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether a picture that shrinks keeps something of each pixel; if not, it"
                                + " is sampled between two. True where nothing is said.");
        WordSchema.list(
                words, "range", "What black and full light are in the tensor.", "number", null, 2);
        WordSchema.list(
                words, "mean", "Taken off each channel after the range.", "number", null, 0);
        WordSchema.list(
                words, "std", "What each channel is divided by after the mean.", "number", null, 0);
        WordSchema.choice(
                words,
                "background",
                "Whether the things in a picture stand on dark or on light; one that does not is"
                        + " inverted.",
                WordSchema.names(PictureEncoding.Background.values(), true));
        strokes(words);
    }

    private static void strokes(ObjectNode words) {
        ObjectNode strokes =
                words.putObject(Strokes.WORD)
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .put(
                                "description",
                                "Takes dark strokes from light paper first: evens out the light,"
                                        + " makes strokes light on dark and lays them around their"
                                        + " centre of mass on a square, as the digits of MNIST"
                                        + " are.");
        ObjectNode fields = strokes.putObject("properties");
        fields.putObject("box")
                .put("type", "number")
                .put("exclusiveMinimum", 0)
                .put("maximum", 1)
                .put("description", "The strokes' longer side as a part of the square's.");
        fields.putObject("width")
                .put("type", "number")
                .put("minimum", 0)
                .put("maximum", 1)
                .put(
                        "description",
                        "The least width of a stroke as a part of the square's side; thinner ones"
                                + " are thickened.");
        strokes.putArray("required").add("box");
    }
}
