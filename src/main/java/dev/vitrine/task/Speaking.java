package dev.vitrine.task;

import dev.vitrine.kind.segments.Segment;
import dev.vitrine.kind.segments.Segments;
import dev.vitrine.kind.segments.SegmentsKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the scores of windows become parts of a sound: windows that are sure enough and follow each
/// other are one part, and so are parts with little between them.
///
/// @param words the output and its processing
/// @param tensor the tensor with the score of a window
/// @param step seconds of a window
/// @param minGap seconds that part two parts
/// @param label what is heard in a part
record Speaking(Words words, TensorInfo tensor, double step, double minGap, String label) {
    static final String THRESHOLD = "threshold";
    static final String MIN_GAP = "minGap";
    static final List<String> WORDS = List.of(THRESHOLD, MIN_GAP);

    private static final double STANDARD = 0.5;

    /// Times are told to the millisecond.
    private static final double MILLISECOND = 1000;

    static Speaking of(Signature signature, Words words, TensorInfo tensor, double step) {
        words.only(WORDS, "an output");
        setting(words)
                .filter(name -> signature.input(name).filter(Speaking::isNumber).isEmpty())
                .ifPresent(name -> {
                    throw words.wrong(
                            THRESHOLD,
                            "names '%s' as its threshold, which is no input of kind number or slider; declare one"
                                    .formatted(name));
                });
        return new Speaking(
                words,
                tensor,
                step,
                words.number(MIN_GAP).orElse(0),
                SegmentsKind.labels(words.port()).stream().findFirst().orElse("speech"));
    }

    private static boolean isNumber(Port port) {
        return port.kind().equals("number") || port.kind().equals("slider");
    }

    private static Optional<String> setting(Words words) {
        return words.binding().step(THRESHOLD, String.class);
    }

    /// Begins to collect the scores of one sound.
    Scores scores(Values inputs) {
        double threshold =
                setting(words)
                        .map(name -> inputs.get(name, Double.class))
                        .orElseGet(() -> words.number(THRESHOLD).orElse(STANDARD));
        return new Scores(threshold);
    }

    /// The scores of one sound so far.
    final class Scores {
        private final double threshold;
        private final List<Double> all = new ArrayList<>();

        private Scores(double threshold) {
            this.threshold = threshold;
        }

        void add(Map<String, Tensor> outputs) {
            all.add(Adapter.some(words.port(), outputs, tensor).number(0));
        }

        /// The parts that they make.
        Segments segments() {
            List<Segment> parts = new ArrayList<>();
            int from = -1;
            int behind = -1;
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i) < threshold) {
                    continue;
                }
                if (from >= 0 && (i - behind) * step > minGap + 1e-9) {
                    parts.add(part(from, behind));
                    from = i;
                }
                from = from < 0 ? i : from;
                behind = i + 1;
            }
            if (from >= 0) {
                parts.add(part(from, behind));
            }
            return all.isEmpty() ? Segments.NONE : new Segments(parts, step, all);
        }

        private Segment part(int from, int behind) {
            double score =
                    all.subList(from, behind).stream().mapToDouble(d -> d).average().orElse(0);
            return new Segment(label, seconds(from), seconds(behind), score);
        }

        private double seconds(int windows) {
            return Math.rint(windows * step * MILLISECOND) / MILLISECOND;
        }
    }
}
