package dev.vitrine.onnx;

import dev.vitrine.signature.Port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An input of a picture's shape: an image.
final class PictureInRung implements Rung {
    private static final Pattern BGR = Pattern.compile("bgr");

    private static final String NAMED = " is named and shaped like %s.";
    private static final String TOLD = " is shaped like %s.";
    private static final String SHAPED =
            " is shaped like %s, though its name does not say so; where it is something else, use"
                    + " the kind tensor.";
    private static final String ALPHA =
            "The fourth channel is taken for transparency and scaled as the colours are.";
    private static final String LINEAR =
            "Its metadata asks for linear light (Image.ColorSpaceGamma), which Vitrine does not"
                    + " make of a picture: what is seen may differ.";
    private static final String FREE_SIZE =
            "The picture goes in at its own size; where a run fails, give one whose sides are"
                    + " multiples of 32, which many networks want.";
    private static final String MNIST_GROUND =
            "Grey pictures of this size are nearly always light on dark, as MNIST's are, so one on"
                    + " a light ground is inverted.";

    /// The size of MNIST's pictures and of the sets made in its form.
    private static final long MNIST = 28;

    /// Grey pictures up to this side are easily drawn.
    private static final long DRAWN = 64;

    @Override
    public Optional<Port> guess(Clue clue) {
        return PictureShape.of(clue).map(shape -> port(clue, shape));
    }

    private static Port port(Clue clue, PictureShape shape) {
        Optional<PictureWords> said = clue.neighbours().picture(clue.value().name());
        Optional<String> misfit = said.flatMap(p -> p.misfit(clue, shape));
        Optional<PictureWords> told = misfit.isPresent() ? Optional.empty() : said;
        PictureValues values = PictureValues.ofInput(clue);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("layout", shape.layout());
        words.put("channels", channels(clue, shape));
        if (shape.isFixed()) {
            words.put("size", List.of(shape.height().size(), shape.width().size()));
        }
        words.put("range", values.range());
        told.ifPresent(t -> words.putAll(t.words()));
        List<String> because = new ArrayList<>();
        String seen = PictureShape.isNamed(clue) ? NAMED : told.isPresent() ? TOLD : SHAPED;
        because.add(clue.form() + seen.formatted(shape.words()));
        told.map(PictureWords::because).ifPresent(because::add);
        misfit.map(why ->
                        "%s was passed over, since %s."
                                .formatted(said.map(PictureWords::where).orElse(""), why))
                .ifPresent(because::add);
        if (told.filter(t -> t.words().containsKey("range")).isEmpty()) {
            because.add(values.because());
        }
        clue.file()
                .property("Image.ColorSpaceGamma")
                .filter("Linear"::equalsIgnoreCase)
                .ifPresent(linear -> because.add(LINEAR));
        if (!words.containsKey("size") && shape.height().isFree() && shape.width().isFree()) {
            because.add(FREE_SIZE);
        }
        if (shape.channels() == 4) {
            because.add(ALPHA);
        }
        if (told.isEmpty() && isMnist(clue, shape)) {
            words.put("background", "dark");
            because.add(MNIST_GROUND);
        }
        Port port = clue.port("image", words, String.join(" ", because));
        return isDrawn(shape)
                ? port.withOptions(Map.of("sources", List.of("draw", "file", "paste")))
                : port;
    }

    private static String channels(Clue clue, PictureShape shape) {
        if (shape.channels() != 3) {
            return shape.channels() == 1 ? "gray" : "rgba";
        }
        String format =
                clue.file()
                        .property("Image.BitmapPixelFormat")
                        .map(f -> f.toLowerCase(Locale.ROOT))
                        .orElse("");
        return format.startsWith("bgr") || clue.isNamed(BGR) ? "bgr" : "rgb";
    }

    private static boolean isMnist(Clue clue, PictureShape shape) {
        return clue.file().inputs().size() == 1
                && shape.channels() == 1
                && shape.height().size() == MNIST
                && shape.width().size() == MNIST;
    }

    private static boolean isDrawn(PictureShape shape) {
        return shape.channels() == 1
                && shape.isFixed()
                && shape.height().size() <= DRAWN
                && shape.width().size() <= DRAWN;
    }
}
