package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An output of a detector whose form somebody wrote down: boxes on the picture.
final class DetectorRung implements Rung {
    /// The setting that says how sure the network must be.
    static final String SETTING = "confidence";

    /// Ultralytics' own standards.
    private static final double LEAST = 0.25;

    private static final double OVERLAP = 0.7;

    private static final int RANK = 3;

    @Override
    public Optional<Port> guess(Clue clue) {
        Shape shape = clue.tensor().shape();
        Optional<Port> picture =
                clue.inputs().stream().filter(p -> p.kind().equals("image")).findFirst();
        Optional<Detector> detector = clue.neighbours().detector();
        if (detector.isEmpty()
                || picture.isEmpty()
                || shape.rank() != RANK
                || !clue.tensor().type().isFloating()
                || !Clue.isBatch(shape.at(0))) {
            return Optional.empty();
        }
        return form(detector.get(), shape)
                .map(form -> port(clue, detector.get(), form, picture.get().name()));
    }

    /// A slider for the threshold of each output that names one.
    static List<Port> settings(List<Port> outputs) {
        return outputs.stream()
                        .map(Port::tensor)
                        .anyMatch(b -> b != null && b.step("threshold", String.class).isPresent())
                ? List.of(
                        Port.of(SETTING, "slider")
                                .withLabel("Least confidence")
                                .withHelp("How sure the network must be of a thing.")
                                .withLimits(Limits.between(0, 1).withStep(0.01))
                                .withDefault(LEAST)
                                .withBecause(
                                        "Boxes need a threshold, and 0.25 is Ultralytics' own."))
                : List.of();
    }

    /// How the rows lie.
    ///
    /// @param words the words of a binding that say so
    /// @param chosen whether the network has chosen classes and suppressed what overlaps
    /// @param because it in a sentence
    private record Form(Map<String, Object> words, boolean chosen, String because) {}

    private static Optional<Form> form(Detector detector, Shape shape) {
        long last = 3L + detector.names().size();
        Map<String, Object> scores =
                new TreeMap<>(Map.of("boxes", List.of(0L, 3L), "scores", List.of(4L, last)));
        if (holds(shape.at(1), detector.columns())) {
            return Optional.of(
                    new Form(
                            Map.of(
                                    "sideways",
                                    true,
                                    "columns",
                                    scores,
                                    "box",
                                    "cxcywh",
                                    "iou",
                                    OVERLAP),
                            false,
                            "each of its columns is the middle and size of a box in pixels and a"
                                    + " score for each of %d classes"
                                            .formatted(detector.names().size())));
        }
        return holds(shape.at(2), detector.chosenColumns())
                ? Optional.of(
                        new Form(
                                Map.of(
                                        "columns",
                                        new TreeMap<>(
                                                Map.of(
                                                        "boxes", List.of(0L, 3L),
                                                        "scores", List.of(4L, 4L),
                                                        "classes", List.of(5L, 5L))),
                                        "box",
                                        "xyxy"),
                                true,
                                "each of its rows is two corners of a box in pixels, a score and"
                                        + " the number of a class"))
                : Optional.empty();
    }

    private static boolean holds(Dimension dimension, int columns) {
        return !dimension.isFree() && dimension.size() == columns;
    }

    private static Port port(Clue clue, Detector detector, Form form, String picture) {
        // In one order, so that a guess is written the same each time.
        Map<String, Object> words = new TreeMap<>(form.words());
        boolean taken = clue.inputs().stream().anyMatch(p -> p.name().equals(SETTING));
        words.put("threshold", taken ? (Object) LEAST : (Object) SETTING);
        words.put("unit", "pixels");
        List<String> here = List.of(clue.tensor().name());
        Map<String, List<String>> parts =
                form.chosen()
                        ? Map.of("scores", here, "boxes", here, "classes", here)
                        : Map.of("scores", here, "boxes", here);
        return clue.port(
                        "boxes",
                        Map.of(),
                        "%s says that it finds things, and %s is shaped so: %s.%s"
                                .formatted(
                                        detector.where(),
                                        clue.form(),
                                        form.because(),
                                        detector.unused()))
                .withOptions(Map.of("labels", detector.names(), "over", picture))
                .withTensor(Binding.of(new TreeMap<>(parts), words));
    }
}
