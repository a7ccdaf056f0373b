package dev.vitrine.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What other tools wrote in or beside a model file.
///
/// @param names lists of class names, best first
/// @param pictures how pictures become tensors, best first
/// @param sound how sounds become tensors
/// @param columns the columns of tables that go in, best first
/// @param task one of Hugging Face's task tags
/// @param licence the model's licence
/// @param summary what the model does
/// @param detector the form of what finds things in a picture
/// @param passedOver what could not be used and why, in sentences
record Neighbours(
        List<ClassNames> names,
        List<PictureWords> pictures,
        Optional<SoundWords> sound,
        List<Columns> columns,
        Optional<Word> task,
        Optional<Word> licence,
        Optional<Word> summary,
        Optional<Detector> detector,
        List<String> passedOver) {
    /// Each form, the one that says most first.
    private static final List<Source> SOURCES =
            List.of(
                    new Metadata(),
                    new HuggingFace(),
                    new Ultralytics(),
                    new Djl(),
                    new Triton(),
                    new LabelFiles());

    Neighbours {
        names = List.copyOf(names);
        pictures = List.copyOf(pictures);
        columns = List.copyOf(columns);
        passedOver = List.copyOf(passedOver);
    }

    /// Looks into a file's metadata and its folder.
    static Neighbours of(OnnxFile declared, Path file) {
        Beside beside = new Beside(file);
        Findings findings = new Findings();
        SOURCES.forEach(source -> source.read(declared, beside, findings));
        return findings.all(beside.passedOver());
    }

    /// The best list of this length.
    Optional<ClassNames> find(long classes) {
        return names.stream().filter(n -> n.names().size() == classes).findFirst();
    }

    /// What is said of the picture that goes into this input.
    Optional<PictureWords> picture(String input) {
        return pictures.stream()
                .filter(p -> p.tensor().isEmpty() || p.tensor().equals(input))
                .findFirst();
    }

    /// The columns that fill this input.
    Optional<Columns> columns(String input) {
        return columns.stream().filter(c -> c.tensor().equals(input)).findFirst();
    }
}
