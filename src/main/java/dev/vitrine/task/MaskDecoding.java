package dev.vitrine.task;

import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.kind.mask.Area;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.kind.mask.MaskKind;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one tensor becomes a mask of the picture's size: a plane of scores for each class, of which
/// the greatest names a pixel; planes that each pass a threshold on their own; or one plane of the
/// numbers of classes.
///
/// @param words the port and its processing
/// @param ground the picture it is about
/// @param tensor the tensor's name
/// @param layout the order of its dimensions
/// @param apply what makes scores of the network's numbers; with sigmoid classes are on their own
/// @param chosen whether the numbers are those of classes
record MaskDecoding(
        Words words,
        Ground ground,
        String tensor,
        Layout layout,
        LabelDecoding.Apply apply,
        boolean chosen) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS = List.of("layout", "apply", "threshold", "ignore");

    /// Classes told apart where a network gives their numbers.
    private static final int MOST = 1024;

    private static final double HALF = 0.5;

    /// Reads a port's processing against the tensor that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit, with a sentence
    ///   that names the port
    static MaskDecoding of(Signature signature, Task.Declared network, Words words) {
        TensorInfo tensor = PortTask.tensor(words.port(), network.outputs());
        Layout layout = layout(words, tensor);
        if (tensor.type() == ElementType.STRING || layout.rank() != tensor.shape().rank()) {
            throw words.wrong(
                    "is a mask, but the tensor '%s' is %s; give its layout, or use the kind tensor"
                            .formatted(tensor.name(), tensor.form()));
        }
        Dimension planes =
                layout.index('C') < 0 ? Dimension.fixed(1) : tensor.shape().at(layout.index('C'));
        boolean chosen = !tensor.type().isFloating() && !planes.isFree() && planes.size() == 1;
        int labels = LabelKind.labels(words.port()).size();
        if (!chosen && labels > 0 && !planes.isFree() && planes.size() != labels) {
            throw words.wrong(
                    "has %d labels, but the tensor '%s' has %d classes; make them agree"
                            .formatted(labels, tensor.name(), planes.size()));
        }
        Setting.check(signature, words);
        return new MaskDecoding(
                words,
                Ground.of(signature, network, words.port(), MaskKind.over(words.port())),
                tensor.name(),
                layout,
                words.choice("apply", LabelDecoding.Apply.class).orElse(LabelDecoding.Apply.NONE),
                chosen);
    }

    /// Classes come before rows unless the last dimension has as many as there are labels.
    private static Layout layout(Words words, TensorInfo tensor) {
        int labels = LabelKind.labels(words.port()).size();
        return words.one("layout", Layout::of)
                .orElseGet(() ->
                        switch (tensor.shape().rank()) {
                            case 2 -> Layout.HW;
                            case 3 -> tensor.type().isFloating() ? Layout.CHW : Layout.NHW;
                            default ->
                                    labels > 1 && tensor.shape().at(-1).size() == labels
                                            ? Layout.NHWC
                                            : Layout.NCHW;
                        });
    }

    /// The mask of one run.
    ///
    /// @param stop looked at before each row of the picture
    Mask decode(Values inputs, Map<String, Tensor> tensors, Stop stop) {
        Tensor given = tensors.get(tensor);
        long[] shape = given == null ? new long[0] : given.shape();
        if (given == null || shape.length != layout.rank() || given.size() == 0) {
            throw words.wrong(
                    "is a mask, but the model gave %s; use the kind tensor"
                            .formatted(given == null ? "nothing" : given.form()));
        }
        int planes = layout.index('C') < 0 ? 1 : (int) shape[layout.index('C')];
        int height = (int) shape[layout.index('H')];
        int width = (int) shape[layout.index('W')];
        Sampling sampling =
                new Sampling(
                        given.floats(),
                        width,
                        height,
                        layout.stride('W', planes, height, width),
                        layout.stride('H', planes, height, width),
                        ground.fitting(inputs));
        int step = layout.index('C') < 0 ? 0 : layout.stride('C', planes, height, width);
        BitSet[] areas = new BitSet[chosen ? MOST : planes];
        boolean alone = planes == 1 || apply == LabelDecoding.Apply.SIGMOID;
        double least = least(inputs);
        Sampling.Place[] across = sampling.across();
        Sampling.Place[] down = sampling.down();
        float[] scores = new float[planes];
        for (int y = 0; y < down.length; y++) {
            stop.check();
            for (int x = 0; x < across.length; x++) {
                int pixel = y * across.length + x;
                if (chosen) {
                    add(areas, Math.round(sampling.nearest(across[x], down[y])), pixel);
                } else {
                    for (int c = 0; c < planes; c++) {
                        scores[c] = sampling.at(across[x], down[y], c * step);
                    }
                    classify(areas, scores, alone, least, pixel);
                }
            }
        }
        return mask(areas, across.length, down.length);
    }

    /// The threshold in the network's own numbers, so that no pixel needs an exponential.
    private double least(Values inputs) {
        double threshold = Setting.value(words, inputs, HALF);
        return apply == LabelDecoding.Apply.SIGMOID
                ? Math.log(threshold / (1 - threshold))
                : threshold;
    }

    private static void classify(
            BitSet[] areas, float[] scores, boolean alone, double least, int pixel) {
        int best = 0;
        for (int c = 0; c < scores.length; c++) {
            if (alone && scores[c] >= least) {
                add(areas, c, pixel);
            }
            best = scores[c] > scores[best] ? c : best;
        }
        if (!alone) {
            add(areas, best, pixel);
        }
    }

    private static void add(BitSet[] areas, int index, int pixel) {
        if (index >= 0 && index < areas.length) {
            if (areas[index] == null) {
                areas[index] = new BitSet();
            }
            areas[index].set(pixel);
        }
    }

    private Mask mask(BitSet[] areas, int width, int height) {
        Optional<Integer> ignored =
                words.binding().step("ignore", Number.class).map(Number::intValue);
        List<Mask.Segment> segments = new ArrayList<>();
        for (int i = 0; i < areas.length; i++) {
            if (areas[i] != null && ignored.filter(Integer.valueOf(i)::equals).isEmpty()) {
                segments.add(
                        Mask.Segment.of(label(i, areas.length), Area.of(width, height, areas[i])));
            }
        }
        segments.sort(Comparator.comparingInt((Mask.Segment s) -> s.area().size()).reversed());
        return new Mask(width, height, segments);
    }

    private String label(int index, int classes) {
        List<String> names = LabelKind.labels(words.port());
        return index < names.size()
                ? names.get(index)
                : classes == 1 ? words.port().label() : "class " + index;
    }
}
