package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How a map of the middles of lines and the way from there to their ends become lines, as M-LSD
/// has it: a middle is the greatest number around it, and its four displacements lead to both ends.
///
/// A line is a box with two points.
///
/// @param words the port and its processing
/// @param ground the picture it is about
/// @param scores the map's name; `[…, height, width, 1]`
/// @param ways the displacements' name; `[…, height, width, 4]`, in places of the map
/// @param around the side of the square in which a middle is the greatest
/// @param least shorter lines are left out, in pixels of the picture
/// @see <a href="https://arxiv.org/abs/2106.00186">Gu et al., Towards Light-weight and Real-time
///   Line Segment Detection</a>
record LineDecoding(
        Words words, Ground ground, String scores, String ways, int around, double least) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS = List.of("threshold", "neighbourhood", "min_size");

    /// The part of a binding that holds the ways from middles to ends.
    static final String DISPLACEMENTS = "displacements";

    private static final int AROUND = 5;
    private static final int WAYS = 4;

    /// Reads a port's processing against the tensors that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit
    static LineDecoding of(Signature signature, Task.Declared network, Words words) {
        String ways = Part.of(words, DISPLACEMENTS).tensors().getFirst();
        List<String> scores = words.binding().parts().getOrDefault(Detection.SCORES, List.of());
        if (scores.size() != 1) {
            throw words.wrong(
                    "name",
                    "is lines, which need a tensor of scores; write name: {scores: …,"
                            + " displacements: …}");
        }
        last(words, PortTask.tensor(words.port(), scores.getFirst(), network.outputs()), 1);
        last(words, PortTask.tensor(words.port(), ways, network.outputs()), WAYS);
        Setting.check(signature, words);
        return new LineDecoding(
                words,
                Ground.of(signature, network, words.port(), BoxesKind.over(words.port())),
                scores.getFirst(),
                ways,
                (int) words.number("neighbourhood").orElse(AROUND),
                words.number("min_size").orElse(0));
    }

    private static void last(Words words, TensorInfo tensor, int columns) {
        Dimension last = tensor.shape().rank() < 3 ? Dimension.fixed(0) : tensor.shape().at(-1);
        if (!last.isFree() && last.size() != columns) {
            throw words.wrong(
                    "name",
                    "takes a map with %d numbers for each place, but '%s' is %s; name another tensor"
                            .formatted(columns, tensor.name(), tensor.form()));
        }
    }

    /// The lines of one run, surest first.
    Boxes decode(Values inputs, Map<String, Tensor> tensors) {
        Tensor map = tensors.get(scores);
        Tensor ends = tensors.get(ways);
        int rank = map == null ? 0 : map.shape().length;
        if (map == null || ends == null || rank < 3 || ends.size() != WAYS * map.size()) {
            throw words.wrong("got no map with a way for each place; export the model again");
        }
        int height = (int) map.shape()[rank - 3];
        int width = (int) map.shape()[rank - 2];
        float[] sure = map.floats();
        float[] way = ends.floats();
        Fitting fitting = ground.fitting(inputs);
        double threshold = Setting.value(words, inputs, 0);
        List<Box> lines = new ArrayList<>();
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            if (sure[i] >= threshold && isGreatest(sure, x, y, width, height)) {
                Box line =
                        line(
                                sure[i],
                                back(fitting.across(), x + way[WAYS * i], width),
                                back(fitting.down(), y + way[WAYS * i + 1], height),
                                back(fitting.across(), x + way[WAYS * i + 2], width),
                                back(fitting.down(), y + way[WAYS * i + 3], height));
                if (BoxPlace.isSound(line) && Math.hypot(line.width(), line.height()) >= least) {
                    lines.add(line);
                }
            }
        }
        lines.sort(Comparator.comparingDouble(Box::score).reversed());
        return new Boxes(lines);
    }

    private boolean isGreatest(float[] map, int x, int y, int width, int height) {
        int reach = around / 2;
        float here = map[y * width + x];
        for (int b = Math.max(0, y - reach); b <= Math.min(height - 1, y + reach); b++) {
            for (int a = Math.max(0, x - reach); a <= Math.min(width - 1, x + reach); a++) {
                if (map[b * width + a] > here) {
                    return false;
                }
            }
        }
        return true;
    }

    private Box line(double score, double fromX, double fromY, double toX, double toY) {
        List<String> labels = LabelKind.labels(words.port());
        List<String> names = BoxesKind.points(words.port());
        return Corners.box(
                labels.isEmpty() ? "" : labels.getFirst(),
                Math.clamp(score, 0.0, 1.0),
                List.of(
                        new Box.Point(
                                names.isEmpty() ? "" : names.getFirst(),
                                BoxPlace.rounded(fromX),
                                BoxPlace.rounded(fromY)),
                        new Box.Point(
                                names.size() < 2 ? "" : names.get(1),
                                BoxPlace.rounded(toX),
                                BoxPlace.rounded(toY))));
    }

    private static double back(Fitting.Axis axis, double place, int places) {
        return axis.back(place * axis.size() / places);
    }
}
