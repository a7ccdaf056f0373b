package dev.vitrine.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the [Source]s have found so far; what was found first stays.
final class Findings {
    private final List<ClassNames> names = new ArrayList<>();
    private final List<PictureWords> pictures = new ArrayList<>();
    private Optional<SoundWords> sound = Optional.empty();
    private final List<Columns> columns = new ArrayList<>();
    private final Map<String, Said> said = new LinkedHashMap<>();
    private final Map<String, Object> standards = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private Optional<Word> softmax = Optional.empty();
    private Optional<Word> title = Optional.empty();
    private Optional<Word> task = Optional.empty();
    private Optional<Word> licence = Optional.empty();
    private Optional<Word> summary = Optional.empty();
    private Optional<Detector> detector = Optional.empty();
    private Optional<TokenWords> tokenizer = Optional.empty();

    void names(ClassNames found) {
        names.add(found);
    }

    void picture(PictureWords found) {
        pictures.add(found);
    }

    void sound(SoundWords found) {
        sound = sound.or(() -> Optional.of(found));
    }

    void columns(Columns found) {
        columns.add(found);
    }

    void said(Said found) {
        said.putIfAbsent(found.tensor(), found);
    }

    /// Somebody wrote that softmax makes confidences of scores.
    void softmax(Word found) {
        softmax = softmax.or(() -> Optional.of(found));
    }

    /// @param input the name of an input
    /// @param value the value that stands where none is given
    void standard(String input, Object value) {
        standards.putIfAbsent(input, value);
    }

    void sample(Sample found) {
        samples.add(found);
    }

    void title(Word found) {
        title = title.or(() -> Optional.of(found));
    }

    /// @param found one of Hugging Face's task tags
    void task(Word found) {
        task = task.or(() -> Optional.of(found));
    }

    void licence(Word found) {
        licence = licence.or(() -> Optional.of(found));
    }

    void summary(Word found) {
        summary = summary.or(() -> Optional.of(found));
    }

    void detector(Detector found) {
        detector = detector.or(() -> Optional.of(found));
    }

    void tokenizer(TokenWords found) {
        tokenizer = tokenizer.or(() -> Optional.of(found));
    }

    /// All that was found.
    Neighbours all() {
        return new Neighbours(
                names, pictures, sound, columns, said, standards, samples, softmax, title, task,
                licence, summary, detector, tokenizer);
    }
}
