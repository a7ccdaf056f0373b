package dev.vitrine.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the BioImage Model Zoo writes beside a model: what its tensors hold, what is done before
/// and after the network, and samples.
final class BioImage implements Source {
    private static final double BYTE = 255;
    private static final double SHORT = 65_535;

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        BioImageFile.beside(declared, beside).ifPresent(file -> read(file, declared, findings));
    }

    private static void read(BioImageFile file, OnnxFile declared, Findings findings) {
        word(file, "name").ifPresent(findings::title);
        word(file, "description").ifPresent(findings::summary);
        word(file, "license").ifPresent(findings::licence);
        file.inputs()
                .forEach((name, tensor) -> {
                    findings.said(said(file, name, tensor, true));
                    picture(file, name, tensor, isFraction(declared, name))
                            .ifPresent(findings::picture);
                });
        file.outputs()
                .forEach((name, tensor) -> {
                    findings.said(said(file, name, tensor, false));
                    if (tensor.channels().size() > 1) {
                        findings.names(
                                new ClassNames(
                                        "in the file %s beside it (channel_names)"
                                                .formatted(file.where()),
                                        tensor.channels()));
                    }
                });
        sample(file, BioImageTensor::sample, "Sample").ifPresent(findings::sample);
        sample(file, BioImageTensor::test, "Test tensor").ifPresent(findings::sample);
    }

    private static boolean isFraction(OnnxFile declared, String tensor) {
        return declared.inputTensors().stream()
                .anyMatch(t -> t.name().equals(tensor) && t.type().isFloating());
    }

    private static Optional<Word> word(BioImageFile file, String word) {
        String text = Clue.oneLine(file.root().path(word).asString(""));
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Word(text, "%s (%s)".formatted(file.where(), word)));
    }

    private static Said said(BioImageFile file, String name, BioImageTensor tensor, boolean in) {
        List<Map<String, Object>> steps = tensor.processing().steps();
        List<String> names = steps.stream().map(s -> String.valueOf(s.get("step"))).toList();
        String word = in ? "preprocessing" : "postprocessing";
        return new Said(
                name,
                tensor.name(),
                tensor.description(),
                tensor.type(),
                tensor.range(),
                tensor.processing().refused().isPresent() ? List.of() : steps,
                tensor.processing()
                        .refused()
                        .map(step ->
                                "%s beside it asks for the step %s (%s), which Vitrine does not carry out: %s."
                                        .formatted(
                                                file.where(),
                                                step,
                                                word,
                                                in
                                                        ? "give the tensor as it is after it"
                                                        : "this is the tensor before it")),
                names.isEmpty()
                        ? ""
                        : "%s beside it says what is done %s (%s): %s."
                                .formatted(
                                        file.where(),
                                        in ? "before" : "after",
                                        word,
                                        String.join(", ", names)));
    }

    private static Optional<PictureWords> picture(
            BioImageFile file, String name, BioImageTensor tensor, boolean fraction) {
        String layout = tensor.layout();
        if (layout.contains("?") || !layout.contains("H") || !layout.contains("W")) {
            return Optional.empty();
        }
        double high = tensor.type().equals("uint16") ? SHORT : BYTE;
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("layout", layout);
        if (!fraction) {
            String whole = "%s beside it says that it is a picture.".formatted(file.where());
            return Optional.of(new PictureWords(name, words, file.where(), whole));
        }
        words.put("range", tensor.range().isEmpty() ? List.of(0.0, high) : tensor.range());
        return Optional.of(
                new PictureWords(
                        name,
                        words,
                        file.where(),
                        tensor.range().isEmpty()
                                ? "%s beside it bounds no values, so black is 0 and full light %d, as in its pictures."
                                        .formatted(file.where(), (long) high)
                                : "%s beside it bounds its values by %s and %s."
                                        .formatted(
                                                file.where(),
                                                PictureValues.number(tensor.range().get(0)),
                                                PictureValues.number(tensor.range().get(1)))));
    }

    private static Optional<Sample> sample(
            BioImageFile file, Function<BioImageTensor, String> from, String name) {
        Map<String, Object> files = new LinkedHashMap<>();
        file.inputs()
                .forEach((tensor, said) -> {
                    if (!from.apply(said).isEmpty()) {
                        files.put(tensor, from.apply(said));
                    }
                });
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sample(name, file.where(), files));
    }
}
