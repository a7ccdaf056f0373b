package dev.vitrine.kind.label;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Classes and how sure a model is of each, surest first.
///
/// @param confidences at least one, highest first
public record Label(List<Confidence> confidences) {
    /// The most classes that are kept where a port shows no more.
    public static final int MOST = 100;

    /// One class.
    ///
    /// @param label its name
    /// @param confidence how sure the model is, mostly 0 to 1
    public record Confidence(String label, double confidence) {}

    public Label {
        if (confidences.isEmpty()) {
            throw new IllegalArgumentException("A label names at least one class");
        }
        confidences =
                confidences.stream()
                        .sorted(Comparator.comparingDouble(Confidence::confidence).reversed())
                        .toList();
    }

    /// The surest of many classes.
    ///
    /// @param names the class names; a class beyond them is called by its index
    /// @param scores a score for each class
    /// @param most how many to keep
    public static Label of(List<String> names, float[] scores, int most) {
        return new Label(
                IntStream.range(0, scores.length)
                        .mapToObj(i ->
                                new Confidence(
                                        i < names.size() ? names.get(i) : Integer.toString(i),
                                        scores[i]))
                        .sorted(Comparator.comparingDouble(Confidence::confidence).reversed())
                        .limit(most)
                        .toList());
    }

    /// The surest class.
    public String label() {
        return confidences.getFirst().label();
    }
}
