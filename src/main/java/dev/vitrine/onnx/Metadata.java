package dev.vitrine.onnx;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Class names, a description and a licence in the file's own metadata, under the words that most
/// exporters use.
final class Metadata implements Source {
    private static final List<String> CLASSES =
            List.of("labels", "classes", "class_names", "names");

    /// Samples of a second, from telephones to studios.
    private static final Pattern RATE = Pattern.compile("[1-9]\\d{3,5}");

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        for (String property : CLASSES) {
            declared.property(property)
                    .flatMap(text -> ClassNames.ofProperty(property, text))
                    .ifPresent(findings::names);
        }
        for (String property : List.of("license", "licence")) {
            declared.property(property).ifPresent(text -> findings.licence(word(property, text)));
        }
        for (String property : List.of("sample_rate", "sampling_rate")) {
            declared.property(property)
                    .filter(text -> RATE.matcher(text).matches())
                    .ifPresent(text -> findings.sound(rate(property, text)));
        }
        declared.property("description")
                .ifPresent(text -> findings.summary(word("description", text)));
    }

    private static SoundWords rate(String property, String text) {
        return new SoundWords(
                Map.of("samplingRate", Long.parseLong(text)),
                "The file's metadata (%s) says that a second has %s samples."
                        .formatted(property, text));
    }

    private static Word word(String property, String text) {
        return new Word(text, "the file's metadata (%s)".formatted(property));
    }
}
