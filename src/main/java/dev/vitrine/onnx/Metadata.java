package dev.vitrine.onnx;

import java.util.List;

/// Class names, a description and a licence in the file's own metadata, under the words that most
/// exporters use.
final class Metadata implements Source {
    private static final List<String> CLASSES =
            List.of("labels", "classes", "class_names", "names");

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
        declared.property("description")
                .ifPresent(text -> findings.summary(word("description", text)));
    }

    private static Word word(String property, String text) {
        return new Word(text, "the file's metadata (%s)".formatted(property));
    }
}
