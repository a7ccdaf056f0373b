package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How a map of how likely something is there becomes boxes: each connected region above a level is
/// one, as differentiable binarization has it for text.
///
/// @param words the port and its processing
/// @param ground the picture it is about
/// @param tensor the map's name; `[…, height, width]`
/// @param level from this number on a place belongs to a region
/// @param grow a box grows on each side by this much of its area over its perimeter
/// @param least regions whose shorter side has fewer places are left out
/// @see <a href="https://arxiv.org/abs/1911.08947">Liao et al., Real-time Scene Text Detection with
///   Differentiable Binarization</a>
record RegionDecoding(
        Words words, Ground ground, String tensor, double level, double grow, double least) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS = List.of("threshold", "level", "grow", "min_size");

    /// The part of a binding that holds the map.
    static final String REGIONS = "regions";

    /// PaddleOCR's standards.
    private static final double LEVEL = 0.3;

    private static final double SCORE = 0.6;
    private static final double LEAST = 3;

    /// What rises by less than this part of its height is read as it is.
    private static final double STRAIGHT = 0.25;

    /// Reads a port's processing against the tensor that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit
    static RegionDecoding of(Signature signature, Task.Declared network, Words words) {
        String name = Part.of(words, REGIONS).tensors().getFirst();
        var info = PortTask.tensor(words.port(), name, network.outputs());
        if (info.shape().rank() < 2 || !info.type().isFloating()) {
            throw words.wrong(
                    "name",
                    "takes its regions from a map of numbers, but '%s' is %s; name another tensor"
                            .formatted(name, info.form()));
        }
        Setting.check(signature, words);
        return new RegionDecoding(
                words,
                Ground.of(signature, network, words.port(), BoxesKind.over(words.port())),
                name,
                words.number("level").orElse(LEVEL),
                words.number("grow").orElse(0),
                words.number("min_size").orElse(LEAST));
    }

    /// The boxes of one run, from the top to the bottom.
    Boxes decode(Values inputs, Map<String, Tensor> tensors) {
        Tensor given = tensors.get(tensor);
        if (given == null || given.shape().length < 2) {
            throw words.wrong("got no map of regions; export the model again");
        }
        long[] shape = given.shape();
        int height = (int) shape[shape.length - 2];
        int width = (int) shape[shape.length - 1];
        float[] map = given.floats();
        Fitting fitting = ground.fitting(inputs);
        double threshold = Setting.value(words, inputs, SCORE);
        List<String> names = LabelKind.labels(words.port());
        boolean[] seen = new boolean[width * height];
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (!seen[i] && map[i] > level) {
                Region region = region(map, seen, i, width, height);
                if (region.mean() >= threshold && region.shorter() >= least) {
                    boxes.add(
                            region.box(
                                    names.isEmpty() ? "" : names.getFirst(),
                                    grow,
                                    fitting,
                                    width,
                                    height));
                }
            }
        }
        boxes.sort(Comparator.comparingDouble(Box::y).thenComparingDouble(Box::x));
        return new Boxes(boxes);
    }

    /// All places connected with one, along rows and columns.
    private Region region(float[] map, boolean[] seen, int start, int width, int height) {
        Region region = new Region();
        Deque<Integer> open = new ArrayDeque<>();
        seen[start] = true;
        open.push(start);
        while (!open.isEmpty()) {
            int at = open.pop();
            int x = at % width;
            int y = at / width;
            region.add(x, y, map[at]);
            int[] next = {
                x > 0 ? at - 1 : -1,
                x < width - 1 ? at + 1 : -1,
                y > 0 ? at - width : -1,
                y < height - 1 ? at + width : -1
            };
            for (int n : next) {
                if (n >= 0 && !seen[n] && map[n] > level) {
                    seen[n] = true;
                    open.push(n);
                }
            }
        }
        return region;
    }

    /// What is known of a region while its places are gathered.
    private static final class Region {
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right;
        private int bottom;
        private double sum;
        private int count;

        /// For each row its first place and the one behind its last.
        private final TreeMap<Integer, int[]> ends = new TreeMap<>();

        void add(int x, int y, float value) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x + 1);
            bottom = Math.max(bottom, y + 1);
            sum += value;
            count++;
            int[] row = ends.computeIfAbsent(y, n -> new int[] {x, x + 1});
            row[0] = Math.min(row[0], x);
            row[1] = Math.max(row[1], x + 1);
        }

        double mean() {
            return sum / count;
        }

        int shorter() {
            return Math.min(right - left, bottom - top);
        }

        /// The box, turned where the region is: then its corners are its points.
        Box box(String label, double grow, Fitting fitting, int width, int height) {
            LeastRectangle least = LeastRectangle.around(List.copyOf(ends.values()), top);
            return least.rise() < STRAIGHT
                    ? straight(label, grow, fitting, width, height)
                    : turned(least, label, grow, fitting, width, height);
        }

        private Box turned(
                LeastRectangle least,
                String label,
                double grow,
                Fitting fitting,
                int width,
                int height) {
            double more =
                    grow * least.width() * least.height() / (2 * (least.width() + least.height()));
            double cos = Math.cos(least.angle());
            double sin = Math.sin(least.angle());
            List<Box.Point> points = new ArrayList<>();
            for (int[] side : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
                double across = side[0] * (least.width() / 2 + more);
                double down = side[1] * (least.height() / 2 + more);
                double atX = least.x() + across * cos - down * sin;
                double atY = least.y() + across * sin + down * cos;
                points.add(
                        new Box.Point(
                                "",
                                BoxPlace.rounded(back(fitting.across(), atX, width)),
                                BoxPlace.rounded(back(fitting.down(), atY, height))));
            }
            return Corners.box(label, Math.clamp(mean(), 0.0, 1.0), points);
        }

        private Box straight(String label, double grow, Fitting fitting, int width, int height) {
            double w = right - left;
            double h = bottom - top;
            double more = grow * w * h / (2 * (w + h));
            double fromX = back(fitting.across(), Math.max(0, left - more), width);
            double toX = back(fitting.across(), Math.min(width, right + more), width);
            double fromY = back(fitting.down(), Math.max(0, top - more), height);
            double toY = back(fitting.down(), Math.min(height, bottom + more), height);
            return Box.of(
                    label,
                    Math.clamp(mean(), 0.0, 1.0),
                    BoxPlace.rounded(fromX),
                    BoxPlace.rounded(fromY),
                    BoxPlace.rounded(toX - fromX),
                    BoxPlace.rounded(toY - fromY));
        }

        private static double back(Fitting.Axis axis, double place, int places) {
            return axis.back(place * axis.size() / places);
        }
    }
}
