package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.TensorInfo;

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
        boolean named = PictureShape.isNamed(clue);
        Optional<Port> related =
                clue.inputs().stream()
                        .filter(p -> p.kind().equals("image"))
                        .filter(p -> isRelated(clue.file(), p, shape))
                        .findFirst();
        if (!named && related.isEmpty()) {
            return Optional.empty();
        }
        PictureValues values = PictureValues.ofOutput(clue);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("layout", shape.layout());
        words.put(
                "channels",
                shape.channels() == 1 ? "gray" : shape.channels() == 3 ? "rgb" : "rgba");
        words.put("range", values.range());
        String why =
                named
                        ? "is named and shaped like " + shape.words()
                        : "is shaped like %s that goes with '%s'"
                                .formatted(shape.words(), related.orElseThrow().name());
        return Optional.of(
                clue.port(
                        "image", words, "%s %s. %s".formatted(clue.form(), why, values.because())));
    }

    /// Whether a picture of this shape may be made of what goes in: both of any size, or the two
    /// sizes in one proportion.
    private static boolean isRelated(OnnxFile file, Port input, PictureShape out) {
        Binding binding = input.tensor();
        Optional<TensorInfo> tensor =
                file.inputTensors().stream()
                        .filter(t -> binding != null && t.name().equals(binding.name()))
                        .findFirst();
        List<?> size =
                binding == null ? List.of() : binding.step("size", List.class).orElse(List.of());
        if (tensor.isEmpty() || size.isEmpty() || !out.isFixed()) {
            return size.isEmpty() && !out.isFixed();
        }
        long height = ((Number) size.get(0)).longValue();
        long width = ((Number) size.get(1)).longValue();
        return height * out.width().size() == width * out.height().size();
    }
}
