package dev.vitrine.onnx;

import java.util.List;

/// Class names in files that belong to no tool: one on each line.
final class LabelFiles implements Source {
    private static final List<String> FILES = List.of("labels.txt", "synset.txt", "classes.txt");

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        for (String name : FILES) {
            beside.text(name)
                    .flatMap(text -> ClassNames.ofLines(name, text))
                    .ifPresent(findings::names);
        }
    }
}
