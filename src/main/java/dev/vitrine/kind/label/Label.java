package dev.vitrine.kind.label;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Classes and how sure a model is of each, surest first.
///
/// @param confidences at least one, highest first
public record Label(List<Confidence> confidences) {
    /// The most classes that are kept where a port shows no more.
    public static final int MOST = 100;

    /// How far the rounding of a softmax may lift a probability above 1.
    private static final double ROUNDING = 1e-4;

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

    /// Whether the confidences can be read as parts of one: none below 0 or, but for rounding,
    /// above 1.
    public boolean isProbability() {
        return confidences.stream()
                .allMatch(c -> c.confidence() >= 0 && c.confidence() <= 1 + ROUNDING);
    }

    /// A confidence of this label as people read it, the same in every locale: `99.1 %`, or `8.25`
    /// where the model gives scores that are no probabilities.
    public String words(Confidence one) {
        double c = one.confidence();
        return isProbability()
                ? String.format(Locale.ROOT, "%.1f %%", 100 * c)
                : String.format(Locale.ROOT, Math.abs(c) < 1e6 ? "%.2f" : "%.2e", c);
    }

    /// The length of a confidence's bar, 0 to 1: of a probability itself, of other scores where
    /// they lie between the least (or 0) and the greatest.
    public double part(Confidence one) {
        if (isProbability()) {
            return Math.min(1, one.confidence());
        }
        double least = 0;
        double most = 0;
        for (Confidence c : confidences) {
            if (Double.isFinite(c.confidence())) {
                least = Math.min(least, c.confidence());
                most = Math.max(most, c.confidence());
            }
        }
        if (one.confidence() == Double.POSITIVE_INFINITY) {
            return 1;
        }
        return !Double.isFinite(one.confidence()) || most == least
                ? 0
                : (one.confidence() - least) / (most - least);
    }
}
