package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

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
        return keep(boxes, box -> box, Box::overlap, iou);
    }

    /// What stays of things that have boxes, surest first.
    ///
    /// @param box the box of a thing
    /// @param overlap how much of what either covers two boxes share
    /// @param iou two boxes of one class may overlap by this much; 1 lets all stay
    static <T> List<T> keep(
            List<T> things,
            Function<T, Box> box,
            ToDoubleBiFunction<Box, Box> overlap,
            double iou) {
        Map<String, List<Box>> kept = new HashMap<>();
        List<T> all = new ArrayList<>();
        things.stream()
                .sorted(Comparator.comparing(box, SUREST))
                .limit(MOST)
                .forEach(thing -> {
                    Box here = box.apply(thing);
                    List<Box> others =
                            kept.computeIfAbsent(here.label(), label -> new ArrayList<>());
                    if (iou >= 1
                            || others.stream()
                                    .noneMatch(o -> overlap.applyAsDouble(o, here) > iou)) {
                        others.add(here);
                        all.add(thing);
                    }
                });
        return all;
    }
}
