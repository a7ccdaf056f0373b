package dev.vitrine.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What other tools wrote in or beside a model file.
///
/// @param names lists of class names, best first
/// @param pictures how pictures become tensors, best first
/// @param sound how sounds become tensors
/// @param columns the columns of tables that go in, best first
/// @param said what inputs and outputs hold, by the names of their tensors
/// @param standards the values that stand where none is given, by the names of inputs
/// @param samples sets of inputs to try
/// @param softmax where it stands that softmax makes confidences of scores
/// @param title the name a person reads
/// @param task one of Hugging Face's task tags
/// @param licence the model's licence
/// @param summary what the model does
/// @param detector the form of what finds things in a picture
/// @param tokenizer what turns text into tokens
record Neighbours(
        List<ClassNames> names,
        List<PictureWords> pictures,
        Optional<SoundWords> sound,
        List<Columns> columns,
        Map<String, Said> said,
        Map<String, Object> standards,
        List<Sample> samples,
        Optional<Word> softmax,
        Optional<Word> title,
        Optional<Word> task,
        Optional<Word> licence,
        Optional<Word> summary,
        Optional<Detector> detector,
        Optional<TokenWords> tokenizer) {
    /// Each form, the one that says most first.
    private static final List<Source> SOURCES =
            List.of(
                    new Metadata(),
                    new BioImage(),
                    new MlFlow(),
                    new Triton(),
                    new Djl(),
                    new HuggingFace(),
                    new HuggingFaceTokens(),
                    new Ultralytics(),
                    new LabelFiles());

    Neighbours {
        names = List.copyOf(names);
        pictures = List.copyOf(pictures);
        columns = List.copyOf(columns);
        said = Map.copyOf(said);
        standards = Map.copyOf(standards);
        samples = List.copyOf(samples);
    }

    /// Looks into a file's metadata and its folder.
    static Neighbours of(OnnxFile declared, Beside beside) {
        Findings findings = new Findings();
        SOURCES.forEach(source -> source.read(declared, beside, findings));
        return findings.all();
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

    /// The column that is this whole input.
    Optional<Columns.Column> column(String input) {
        return columns.stream()
                .filter(c -> c.tensor().isEmpty())
                .flatMap(c -> c.all().stream())
                .filter(c -> c.name().equals(input))
                .findFirst();
    }

    /// What somebody wrote about this input or output.
    Optional<Said> said(String tensor) {
        return Optional.ofNullable(said.get(tensor));
    }
}
