package dev.vitrine.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the [Source]s have found so far; what was found first stays.
final class Findings {
    private final List<ClassNames> names = new ArrayList<>();
    private final List<PictureWords> pictures = new ArrayList<>();
    private Optional<SoundWords> sound = Optional.empty();
    private final List<Columns> columns = new ArrayList<>();
    private Optional<Word> task = Optional.empty();
    private Optional<Word> licence = Optional.empty();
    private Optional<Word> summary = Optional.empty();
    private Optional<Detector> detector = Optional.empty();

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

    Neighbours all(List<String> passedOver) {
        return new Neighbours(
                names, pictures, sound, columns, task, licence, summary, detector, passedOver);
    }
}
