package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An output of a picture's shape, where its name or a picture that goes in suggests one.
final class PictureOutRung implements Rung {
    @Override
    public Optional<Port> guess(Clue clue) {
        return PictureShape.of(clue).flatMap(shape -> port(clue, shape));
    }

    private static Optional<Port> port(Clue clue, PictureShape shape) {
        Optional<String> why = why(clue, shape);
        if (why.isEmpty()) {
            return Optional.empty();
        }
        PictureValues values =
                clue.said()
                        .filter(s -> !s.range().isEmpty())
                        .map(s ->
                                new PictureValues(
                                        s.range().get(0),
                                        s.range().get(1),
                                        "Its values are said to lie between %s and %s."
                                                .formatted(
                                                        PictureValues.number(s.range().get(0)),
                                                        PictureValues.number(s.range().get(1)))))
                        .orElseGet(() -> PictureValues.ofOutput(clue));
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("layout", shape.layout());
        words.put(
                "channels",
                shape.channels() == 1 ? "gray" : shape.channels() == 3 ? "rgb" : "rgba");
        words.put("range", values.range());
        return Optional.of(
                clue.port(
                        "image",
                        words,
                        "%s is %s. %s".formatted(clue.form(), why.get(), values.because())));
    }

    /// What speaks for a picture, beside the shape alone.
    private static Optional<String> why(Clue clue, PictureShape shape) {
        if (PictureShape.isNamed(clue)) {
            return Optional.of("named and shaped like " + shape.words());
        }
        Optional<String> related =
                clue.inputs().stream()
                        .filter(p -> p.kind().equals("image") && isRelated(p, shape))
                        .map(p ->
                                "shaped like %s that goes with '%s'"
                                        .formatted(shape.words(), p.name()))
                        .findFirst();
        return related.isEmpty() && PictureValues.ENDS.contains(clue.operator())
                ? Optional.of(
                        "shaped like %s, and bounded as pictures are".formatted(shape.words()))
                : related;
    }

    /// Whether a picture of this shape may be made of what goes in: both of any size, or the two
    /// sizes in one proportion.
    private static boolean isRelated(Port input, PictureShape out) {
        Binding binding = input.tensor();
        List<?> size =
                binding == null ? List.of() : binding.step("size", List.class).orElse(List.of());
        return size.isEmpty() || !out.isFixed()
                ? size.isEmpty() && !out.isFixed()
                : number(size.get(0)) * out.width().size()
                        == number(size.get(1)) * out.height().size();
    }

    private static long number(Object size) {
        return ((Number) size).longValue();
    }
}
