package dev.vitrine.onnx;

import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A tensor's shape, read as that of one picture.
///
/// @param layout the order of its dimensions, such as `NCHW`
/// @param channels 1, 3 or 4
/// @param height its rows
/// @param width its columns
record PictureShape(String layout, long channels, Dimension height, Dimension width) {
    /// Layouts that a shape alone suggests, and those that its name has to suggest as well.
    private static final List<String> BY_SHAPE = List.of("NCHW", "NHWC");

    private static final List<String> BY_NAME = List.of("CHW", "HWC", "NHW", "HW");

    private static final Pattern PICTURE =
            Pattern.compile(
                    "image|img|pic|photo|pixel|frame|mask|depth|heat|scaled|rgb|bgr|gr[ae]y|segm");
    private static final Pattern SOMETHING_ELSE =
            Pattern.compile(
                    "audio|mel|spec|wave|past|present|cache|state|hidden|memory|embed|attention|latent|noise");

    /// ONNX's own word for it.
    private static final String DENOTED = "IMAGE";

    private static final long COLOURS = 3;

    private static final Pattern ALPHA = Pattern.compile("alpha|rgba");

    /// Sides below this are no picture that anybody looks at.
    private static final long MIN_SIDE = 8;

    /// Reads a shape; nothing where it is not that of a picture.
    static Optional<PictureShape> of(Clue clue) {
        ElementType type = clue.tensor().type();
        if (type == ElementType.STRING
                || type == ElementType.BOOL
                || clue.isNamed(SOMETHING_ELSE)) {
            return Optional.empty();
        }
        Optional<PictureShape> whole = first(BY_SHAPE, clue, 1);
        if (whole.isPresent() || isNamed(clue)) {
            return whole.or(() -> first(BY_NAME, clue, 1));
        }
        return clue.tensor().shape().rank() == 3 ? first(BY_NAME, clue, 3) : whole;
    }

    /// Whether its name says that it is a picture, which a shape alone never does for sure.
    static boolean isNamed(Clue clue) {
        return clue.isNamed(PICTURE) || clue.value().denotation().equals(DENOTED);
    }

    /// Whether its size is set.
    boolean isFixed() {
        return !height.isFree() && !width.isFree();
    }

    /// The shape as a sentence says it, such as `a grey picture of 28 × 28 pixels`.
    String words() {
        String what =
                switch ((int) channels) {
                    case 1 -> "a grey picture";
                    case 3 -> "a colour picture";
                    default -> "a colour picture with transparency";
                };
        if (isFixed()) {
            return "%s of %s × %s pixels (width × height)".formatted(what, width, height);
        }
        if (height.isFree() && width.isFree()) {
            return what + " of any size";
        }
        return height.isFree()
                ? "%s %s pixels wide, of any height".formatted(what, width)
                : "%s %s pixels high, of any width".formatted(what, height);
    }

    private static Optional<PictureShape> first(
            List<String> layouts, Clue clue, long leastChannels) {
        return layouts.stream()
                .flatMap(layout -> as(layout, clue, leastChannels).stream())
                .findFirst();
    }

    private static Optional<PictureShape> as(String layout, Clue clue, long leastChannels) {
        Shape shape = clue.tensor().shape();
        if (shape.rank() != layout.length()) {
            return Optional.empty();
        }
        int n = layout.indexOf('N');
        int c = layout.indexOf('C');
        Dimension height = shape.at(layout.indexOf('H'));
        Dimension width = shape.at(layout.indexOf('W'));
        long channels = c < 0 ? 1 : channels(shape.at(c));
        boolean fits =
                meansChannels(clue, c)
                        && (n < 0 || Clue.isBatch(shape.at(n)))
                        && isSide(height)
                        && isSide(width)
                        && channels >= leastChannels
                        && (channels == 1 || channels == 3 || channels == 4 && clue.isNamed(ALPHA));
        return fits
                ? Optional.of(new PictureShape(layout, channels, height, width))
                : Optional.empty();
    }

    /// Whether the dimension that would be the channels is not denoted as something else.
    private static boolean meansChannels(Clue clue, int channels) {
        List<String> meanings =
                clue.value().type() instanceof ValueType.Tensor t ? t.meanings() : List.of();
        int meant = meanings.indexOf("DATA_CHANNEL");
        return meant < 0 || meant == channels;
    }

    /// Exporters leave even the channels free, and name them; then they are colours.
    private static long channels(Dimension d) {
        return d.isFree() && d.name().toLowerCase(Locale.ROOT).contains("channel")
                ? COLOURS
                : d.size();
    }

    /// Free dimensions count rows and columns unless they are named as those of a series.
    private static boolean isSide(Dimension d) {
        return d.isFree() ? Clue.isBatch(d) : d.size() >= MIN_SIDE;
    }
}
