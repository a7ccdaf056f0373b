package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Non-maximum suppression: of boxes of one class that overlap, only the surest stays.
///
/// Greedy, as Ultralytics', torchvision's and ONNX's are. The order of what goes in does not
/// matter, not even between equal scores.
final class Suppression {
    /// As many of the surest are looked at, so that a threshold of 0 ends too; Ultralytics' number.
    static final int MOST = 30_000;

    private static final Comparator<Box> SUREST =
            Comparator.comparingDouble(Box::score)
                    .reversed()
                    .thenComparing(Box::label)
                    .thenComparingDouble(Box::x)
                    .thenComparingDouble(Box::y)
                    .thenComparingDouble(Box::width)
                    .thenComparingDouble(Box::height);

    private Suppression() {}

    /// The boxes that stay, surest first.
    ///
    /// @param iou two boxes of one class may overlap by this much; 1 lets all stay
    static List<Box> keep(List<Box> boxes, double iou) {
        Map<String, List<Box>> kept = new HashMap<>();
        List<Box> all = new ArrayList<>();
        boxes.stream()
                .sorted(SUREST)
                .limit(MOST)
                .forEach(box -> {
                    List<Box> others =
                            kept.computeIfAbsent(box.label(), label -> new ArrayList<>());
                    if (iou >= 1 || others.stream().noneMatch(o -> o.overlap(box) > iou)) {
                        others.add(box);
                        all.add(box);
                    }
                });
        return all;
    }
}
