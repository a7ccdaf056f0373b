package dev.vitrine.onnx;

import dev.vitrine.tensor.Dimension;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What somebody wrote on how a picture becomes a tensor.
///
/// @param tensor the name of the input it is about; empty for whichever input is a picture
/// @param words the words of a binding
/// @param where the file it stands in
/// @param because what it says, in sentences
record PictureWords(String tensor, Map<String, Object> words, String where, String because) {
    /// Sides above this would cost more memory than a picture is worth.
    static final long MOST_SIDE = 4096;

    PictureWords {
        // In one order, so that a guess is written the same each time.
        words = Collections.unmodifiableMap(new TreeMap<>(words));
    }

    /// Why it cannot be about this tensor; nothing where it can.
    Optional<String> misfit(Clue clue, PictureShape shape) {
        if (words.get("layout") instanceof String layout && !layout.equals(shape.layout())) {
            return Optional.of("its layout is %s".formatted(layout));
        }
        if (words.get("size") instanceof List<?> size
                && !(fits(shape.height(), size.get(0)) && fits(shape.width(), size.get(1)))) {
            return Optional.of(
                    "its pictures have %s × %s pixels".formatted(size.get(1), size.get(0)));
        }
        for (String word : List.of("mean", "std")) {
            if (words.get(word) instanceof List<?> each && each.size() != shape.channels()) {
                return Optional.of("its %s is for %d channels".formatted(word, each.size()));
            }
        }
        if (words.get("channels") instanceof String channels
                && (channels.equals("gray") ? 1 : 3) != shape.channels()) {
            return Optional.of("its channels are %s".formatted(channels));
        }
        boolean fractions =
                words.containsKey("mean")
                        || words.get("range") instanceof List<?> range
                                && range.get(1) instanceof Double high
                                && high <= 1;
        return fractions && clue.tensor().type().isInteger()
                ? Optional.of("its values are fractions")
                : Optional.empty();
    }

    private static boolean fits(Dimension side, Object size) {
        return side.isFree() || size.equals(side.size());
    }
}
