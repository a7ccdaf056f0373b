package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An output of a detector whose form somebody wrote down: boxes on the picture, with the points of
/// things or turned; or the masks of the things in the boxes of another output.
final class DetectorRung implements Rung {
    /// The setting that says how sure the network must be.
    static final String SETTING = "confidence";

    /// Ultralytics' own standard.
    private static final double LEAST = 0.25;

    private static final int PLANES = 4;

    @Override
    public Optional<Port> guess(Clue clue) {
        Optional<Port> picture =
                clue.inputs().stream().filter(p -> p.kind().equals("image")).findFirst();
        Optional<Detector> detector = clue.neighbours().detector();
        if (detector.isEmpty() || picture.isEmpty()) {
            return Optional.empty();
        }
        String over = picture.get().name();
        return DetectorForm.of(detector.get(), clue.tensor())
                .map(form -> boxes(clue, form, over))
                .or(() -> masks(clue, detector.get(), over));
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

    private static Port boxes(Clue clue, DetectorForm form, String over) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("labels", form.detector().names());
        options.put("over", over);
        switch (form.detector().more()) {
            case POINTS -> Skeleton.of(form.detector()).ifPresent(s -> s.into(options));
            case ANGLE -> {
                options.put("skeleton", Skeleton.AROUND);
                options.put("frame", false);
            }
            case MASK, NOTHING -> {}
        }
        return clue.port(
                        "boxes",
                        Map.of(),
                        "%s says that it finds things, and %s is shaped so: %s."
                                .formatted(form.detector().where(), clue.form(), form.because()))
                .withLabel("Things found")
                .withOptions(options)
                .withTensor(
                        Binding.of(
                                form.parts(Optional.empty()), words(clue, form, Optional.empty())));
    }

    /// The masks of things whose boxes another output holds.
    private static Optional<Port> masks(Clue clue, Detector detector, String over) {
        Shape shape = clue.tensor().shape();
        boolean planes =
                detector.more() == Detector.More.MASK
                        && shape.rank() == PLANES
                        && !shape.at(1).isFree()
                        && shape.at(1).size() == detector.columns();
        if (!planes) {
            return Optional.empty();
        }
        Optional<String> here = Optional.of(clue.tensor().name());
        return clue.file().outputTensors().stream()
                .map(t -> DetectorForm.of(detector, t))
                .flatMap(Optional::stream)
                .findFirst()
                .map(form ->
                        clue.port(
                                        "mask",
                                        Map.of(),
                                        "%s says that it finds things with masks, and %s holds %d planes whose sums are the masks of the boxes in '%s'."
                                                .formatted(
                                                        detector.where(),
                                                        clue.form(),
                                                        detector.columns(),
                                                        form.tensor().name()))
                                .withLabel("Their masks")
                                .withOptions(Map.of("labels", detector.names(), "over", over))
                                .withTensor(Binding.of(form.parts(here), words(clue, form, here))));
    }

    private static Map<String, Object> words(Clue clue, DetectorForm form, Optional<String> masks) {
        Map<String, Object> words = new TreeMap<>(form.words(masks));
        boolean taken = clue.inputs().stream().anyMatch(p -> p.name().equals(SETTING));
        words.put("threshold", taken ? (Object) LEAST : (Object) SETTING);
        return words;
    }
}
