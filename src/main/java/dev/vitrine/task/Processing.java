package dev.vitrine.task;

import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The vocabulary of pre- and post-processing: the words that may stand beside a tensor's name in a
/// signature.
public final class Processing {
    private Processing() {}

    /// The JSON Schema of each word, by word; what reads signatures refuses any other.
    public static ObjectNode words() {
        ObjectNode words = Json.object();
        choice(
                words,
                "layout",
                "The order of a picture's dimensions.",
                names(Layout.values(), false));
        choice(
                words,
                "channels",
                "What a picture's channels hold.",
                names(Channels.values(), true));
        list(words, "size", "Height and width that a picture is brought to.", "integer", 1, 2);
        choice(
                words,
                "fit",
                "How a picture of another shape fills the size.",
                names(Fitting.Fit.values(), true));
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
        list(words, "range", "What black and full light are in the tensor.", "number", null, 2);
        list(words, "mean", "Taken off each channel after the range.", "number", null, 0);
        list(words, "std", "What each channel is divided by after the mean.", "number", null, 0);
        choice(
                words,
                "background",
                "Whether the things in a picture stand on dark or on light; one that does not is"
                        + " inverted.",
                names(PictureEncoding.Background.values(), true));
        strokes(words);
        choice(words, "apply", "What makes confidences of scores.", LabelDecoding.applications());
        detection(words);
        text(words);
        words.putObject(Filling.INDEX)
                .put("type", "integer")
                .put("minimum", 0)
                .put(
                        "description",
                        "Which element of the tensor a number is, from 0; several inputs that name"
                                + " one tensor fill it together.");
        words.set(TextCleaning.WORD, TextCleaning.schema());
        words.set(TensorSteps.WORD, TensorSteps.schema());
        places(words);
        reading(words);
        sound(words);
        windows(words);
        denoising(words);
        Generating.schema(words);
        return words;
    }

    private static void denoising(ObjectNode words) {
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
        setting(
                words,
                Denoising.STEPS,
                "In how many steps a picture is made of noise, or the input that says it.",
                "integer",
                1);
        setting(
                words,
                Denoising.SEED,
                "What chance follows from, 0 to 4294967295, or the input that says it; where text"
                        + " is written, another each time where nothing is said.",
                "integer",
                0);
    }

    /// A number, or the name of the input that says it.
    static void setting(ObjectNode words, String word, String description, String type, int least) {
        ArrayNode forms = words.putObject(word).put("description", description).putArray("anyOf");
        forms.addObject().put("type", type).put("minimum", least);
        forms.addObject().put("type", "string").put("minLength", 1);
    }

    private static void windows(ObjectNode words) {
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

    private static void sound(ObjectNode words) {
        words.putObject(SoundEncoding.SAMPLING_RATE)
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "Samples of a second (Hz) that a sound is brought to, or comes with.");
        choice(
                words,
                SoundEncoding.CROP,
                "Which part stays of a sound longer than the tensor.",
                names(SoundEncoding.Crop.values(), true));
        words.putObject(SoundEncoding.NORMALIZE)
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether a sound is brought to a mean of 0 and a variance of 1. False"
                                + " where nothing is said.");
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

    /// The words of maps of places: regions, lines, masks.
    private static void places(ObjectNode words) {
        words.putObject("ignore")
                .put("type", "integer")
                .put("minimum", 0)
                .put(
                        "description",
                        "The class of a mask that stands for nothing, such as the background,"
                                + " counted from 0.");
        words.putObject("level")
                .put("type", "number")
                .put("description", "From this number on a place of a map belongs to a region.");
        words.putObject("grow")
                .put("type", "number")
                .put("minimum", 0)
                .put(
                        "description",
                        "The box of a region grows on each side by this much of its area over its"
                                + " perimeter.");
        words.putObject("min_size")
                .put("type", "number")
                .put("minimum", 0)
                .put(
                        "description",
                        "Lines that are shorter, in pixels of the picture, and regions whose"
                                + " shorter side is, in places of the map, are left out.");
        words.putObject("neighbourhood")
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "The side of the square of a map in which the middle of a line is the"
                                + " greatest; 5 where nothing is said.");
    }

    /// The words of text that is read from parts of a picture.
    private static void reading(ObjectNode words) {
        choice(
                words,
                CtcDecoding.WORD,
                "What makes text of a network's steps.",
                List.of(CtcDecoding.CTC));
        words.putObject("blank")
                .put("type", "integer")
                .put("minimum", 0)
                .put("description", "The class that stands for nothing; 0 where nothing is said.");
        words.set(PictureStage.INPUT, part(words));
        ObjectNode turn =
                words.putObject("turn")
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .put(
                                "description",
                                "The network that says whether a line is upside down: the second of"
                                        + " its two scores.");
        ObjectNode fields = turn.putObject("properties");
        fields.putObject("network").put("type", "string").put("minLength", 1);
        fields.putObject("name").put("type", "string").put("minLength", 1);
        fields.set(PictureStage.INPUT, part(words));
        fields.putObject("threshold").put("type", "number").put("minimum", 0).put("maximum", 1);
        turn.putArray("required").add("network").add("name").add(PictureStage.INPUT);
    }

    /// The words of a part of a picture on the way into a network.
    private static ObjectNode part(ObjectNode words) {
        ObjectNode part =
                Json.object()
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .put(
                                "description",
                                "How a part of a picture becomes the input of the network.");
        ObjectNode fields = part.putObject("properties");
        fields.putObject("name").put("type", "string").put("minLength", 1);
        PictureEncoding.WORDS.forEach(word -> fields.set(word, words.get(word).deepCopy()));
        part.putArray("required").add("name");
        return part;
    }

    /// The JSON Schema of the names of several tensors that make one value, by what they hold.
    public static ObjectNode parts() {
        ObjectNode parts = Json.object();
        names(parts, Detection.SCORES, "How sure the network is of each box, a column per class.");
        names(
                parts,
                Detection.BOXES,
                "Where each box is, in four columns, and x and y of each of its points behind"
                        + " them.");
        names(
                parts,
                Detection.CLASSES,
                "The number of each box's class, where the network has chosen it.");
        names(parts, Detection.POINTS, "Points of each box in columns of their own.");
        names(parts, Detection.ANGLES, "How far each box is turned, in radians, clockwise.");
        names(
                parts,
                InstanceMasks.COEFFICIENTS,
                "How much of each plane of prototypes the mask of a box has.");
        names(parts, InstanceMasks.PROTOTYPES, "Planes whose sums are the masks of things.");
        names(parts, RegionDecoding.REGIONS, "A map of how likely something is at each place.");
        names(
                parts,
                LineDecoding.DISPLACEMENTS,
                "The ways from the middle of a line to its ends, four numbers for each place.");
        names(parts, TextEncoding.IDS, "The numbers of a text's tokens.");
        names(parts, TextEncoding.MASK, "1 for each token of a text, 0 for what only fills up.");
        names(parts, TextEncoding.TYPES, "Which text a token belongs to: 0 for the only one.");
        names(parts, TextEncoding.POSITIONS, "The place of each token in the text, from 0.");
        return parts;
    }

    private static void names(ObjectNode parts, String part, String description) {
        ArrayNode forms = parts.putObject(part).put("description", description).putArray("anyOf");
        forms.addObject().put("type", "string").put("minLength", 1);
        forms.addObject()
                .put("type", "array")
                .put("minItems", 1)
                .putObject("items")
                .put("type", "string")
                .put("minLength", 1);
    }

    private static void columns(ObjectNode words) {
        ObjectNode columns =
                words.putObject("columns")
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .put(
                                "description",
                                "Which columns of the rows hold each part, the first and the last,"
                                        + " counted from 0; all of them where nothing is said.")
                        .putObject("properties");
        for (String part :
                List.of(
                        Detection.SCORES,
                        Detection.BOXES,
                        Detection.CLASSES,
                        Detection.POINTS,
                        Detection.ANGLES,
                        InstanceMasks.COEFFICIENTS)) {
            list(columns, part, "The first and the last.", "integer", 0, 2);
        }
        words.putObject("sideways")
                .put("type", "boolean")
                .put(
                        "description",
                        "Whether the last dimension of the tensors counts rows and the one before"
                                + " it columns. False where nothing is said.");
    }

    private static void detection(ObjectNode words) {
        columns(words);
        ObjectNode grid =
                words.putObject("anchors")
                        .put("type", "array")
                        .put("minItems", 1)
                        .put(
                                "description",
                                "Grids over the picture, one after the other, whose cells' middles"
                                        + " the rows of boxes start from.")
                        .putObject("items")
                        .put("type", "object")
                        .put("additionalProperties", false);
        list(grid.putObject("properties"), "grid", "Rows and columns of cells.", "integer", 1, 2);
        grid.withObject("properties")
                .putObject("each")
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "Boxes of a cell, which follow each other; 1 where nothing is" + " said.");
        grid.putArray("required").add("grid");
        choice(
                words,
                "box",
                "What the four columns of a box hold: two corners, the top left corner and the"
                        + " size, or the middle and the size.",
                names(BoxFormat.values(), true));
        choice(
                words,
                "point",
                "What the columns of each point hold: x and y, or how sure the network is of it as"
                        + " well.",
                names(PointFormat.values(), true));
        choice(
                words,
                "unit",
                "What the numbers of a box are: pixels of the tensor, or parts of its sides.",
                names(Unit.values(), true));
        ObjectNode threshold = words.putObject("threshold");
        threshold.put(
                "description",
                "The least score of a box, a region or a place of a mask, or the input that says"
                        + " it.");
        ArrayNode forms = threshold.putArray("anyOf");
        forms.addObject().put("type", "number").put("minimum", 0).put("maximum", 1);
        forms.addObject().put("type", "string").put("minLength", 1);
        words.putObject("iou")
                .put("type", "number")
                .put("minimum", 0)
                .put("maximum", 1)
                .put(
                        "description",
                        "Of two boxes of one class whose overlap (intersection over union) is"
                                + " larger, only the surer stays; all stay where nothing is said.");
    }

    private static void text(ObjectNode words) {
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
        choice(
                words,
                TextEncoding.PADDING,
                "Whether a text is filled up to its greatest length. It is where the tensor has"
                        + " one, and not where nothing is said.",
                names(TextEncoding.Padding.values(), true));
        choice(
                words,
                Pooling.POOLING,
                "How the vectors of a text's tokens become one.",
                names(Pooling.Mode.values(), true));
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

    private static void choice(
            ObjectNode words, String word, String description, List<String> names) {
        ArrayNode all = words.putObject(word).put("description", description).putArray("enum");
        names.forEach(all::add);
    }

    private static void list(
            ObjectNode words,
            String word,
            String description,
            String type,
            @Nullable Integer least,
            int length) {
        ObjectNode schema =
                words.putObject(word).put("type", "array").put("description", description);
        ObjectNode items = schema.putObject("items").put("type", type);
        if (least != null) {
            items.put("minimum", least);
        }
        if (length > 0) {
            schema.put("minItems", length).put("maxItems", length);
        }
    }

    private static List<String> names(Enum<?>[] values, boolean lower) {
        return Arrays.stream(values)
                .map(v -> lower ? v.name().toLowerCase(Locale.ROOT) : v.name())
                .toList();
    }
}
