package dev.vitrine.task;

import dev.vitrine.kind.heatmap.HeatmapKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;

/// How a tensor of one plane becomes a heat map of the picture's shape, as a grey picture of 16
/// bits: `range` says which numbers are black and white, else the least and the greatest of the run
/// are.
///
/// @param words the port and its processing
/// @param ground the picture it is about
/// @param tensor the tensor's name
/// @param layout the order of its dimensions
/// @param apply what is made of the numbers first
/// @param range black and white; empty for the run's own
record HeatmapDecoding(
        Words words,
        Ground ground,
        String tensor,
        Layout layout,
        LabelDecoding.Apply apply,
        List<Double> range) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS = List.of("layout", "apply", "range");

    private static final int WHITE = 65_535;

    /// Maps are read at no more pixels; a larger picture has a coarser one over it.
    private static final int MOST = 1024;

    /// Reads a port's processing against the tensor that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit, with a sentence
    ///   that names the port
    static HeatmapDecoding of(Signature signature, Task.Declared network, Words words) {
        TensorInfo tensor = PortTask.tensor(words.port(), network.outputs());
        Layout layout =
                words.one("layout", Layout::of)
                        .or(() -> Layout.of(tensor.shape()))
                        .filter(l -> l.rank() == tensor.shape().rank())
                        .filter(l -> isOne(l, tensor))
                        .filter(l -> tensor.type() != ElementType.STRING)
                        .orElseThrow(() ->
                                words.wrong(
                                        "is a heat map, which is one plane, but the tensor '%s' is %s; give its layout, or use the kind tensor"
                                                .formatted(tensor.name(), tensor.form())));
        return new HeatmapDecoding(
                words,
                Ground.of(signature, network, words.port(), HeatmapKind.over(words.port())),
                tensor.name(),
                layout,
                words.choice("apply", LabelDecoding.Apply.class).orElse(LabelDecoding.Apply.NONE),
                words.numbers("range"));
    }

    private static boolean isOne(Layout layout, TensorInfo tensor) {
        if (layout.index('C') < 0) {
            return true;
        }
        Dimension planes = tensor.shape().at(layout.index('C'));
        return planes.isFree() || planes.size() == 1;
    }

    /// The map of one run.
    Picture decode(Values inputs, Map<String, Tensor> tensors) {
        Tensor given = tensors.get(tensor);
        long[] shape = given == null ? new long[0] : given.shape();
        if (given == null || shape.length != layout.rank() || given.size() == 0) {
            throw words.wrong(
                    "is a heat map, but the model gave %s; use the kind tensor"
                            .formatted(given == null ? "nothing" : given.form()));
        }
        int planes = layout.index('C') < 0 ? 1 : (int) shape[layout.index('C')];
        int height = (int) shape[layout.index('H')];
        int width = (int) shape[layout.index('W')];
        float[] values = given.floats();
        if (apply == LabelDecoding.Apply.SIGMOID) {
            LabelDecoding.applied(apply, values);
        }
        Sampling sampling =
                new Sampling(
                        values,
                        width,
                        height,
                        layout.stride('W', planes, height, width),
                        layout.stride('H', planes, height, width),
                        ground.fitting(inputs));
        return picture(sampling);
    }

    private Picture picture(Sampling sampling) {
        Sampling.Place[] across = sampling.across();
        Sampling.Place[] down = sampling.down();
        double scale = Math.min(1, (double) MOST / Math.max(across.length, down.length));
        int columns = (int) Math.max(1, Math.round(across.length * scale));
        int rows = (int) Math.max(1, Math.round(down.length * scale));
        float[] map = new float[columns * rows];
        for (int i = 0; i < map.length; i++) {
            int x = (int) ((i % columns + 0.5) * across.length / columns);
            int y = (int) ((i / columns + 0.5) * down.length / rows);
            map[i] = sampling.at(across[x], down[y], 0);
        }
        double least = range.isEmpty() ? Double.POSITIVE_INFINITY : range.get(0);
        double greatest = range.isEmpty() ? Double.NEGATIVE_INFINITY : range.get(1);
        for (int i = 0; range.isEmpty() && i < map.length; i++) {
            if (Float.isFinite(map[i])) {
                least = Math.min(least, map[i]);
                greatest = Math.max(greatest, map[i]);
            }
        }
        short[] samples = new short[map.length];
        for (int i = 0; i < map.length; i++) {
            double part = greatest > least ? (map[i] - least) / (greatest - least) : 0;
            samples[i] = (short) Math.round(WHITE * (part > 0 ? Math.min(part, 1) : 0));
        }
        return Picture.of(columns, rows, 1, samples);
    }
}
