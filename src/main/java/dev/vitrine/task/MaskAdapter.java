package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A mask painted over a picture as the tensor of an input, such as what a network is to fill in:
/// one channel of the size a picture of that `size`, `fit` and so on would have, in which what is
/// painted is the upper end of `range` and all else the lower; 1 and 0 where nothing is said.
///
/// All parts of the mask count as one, and a pixel of the tensor is painted where at least half of
/// what it is made of is.
///
/// As an output a mask lies over a picture, which is the matter of [MaskDecoding].
final class MaskAdapter implements Adapter {
    private static final List<String> WORDS =
            List.of("layout", "size", "longest_edge", "size_divisor", "fit", "range");

    private static final double HALF = 0.5;

    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        Words words = new Words(port, binding);
        if (tensor.type() == ElementType.STRING) {
            throw words.wrong(
                    "is a mask, but the tensor '%s' holds strings; use the kind text"
                            .formatted(tensor.name()));
        }
        oneChannel(words, tensor);
        PictureEncoding encoding = encoding(port, binding, tensor);
        List<Double> range = words.numbers("range");
        double low = range.isEmpty() ? 0 : range.get(0);
        double high = range.isEmpty() ? 1 : range.get(1);
        return value -> {
            Tensor light = encoding.encode(painted((Mask) value));
            double[] samples = new double[Math.toIntExact(light.size())];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = light.number(i) >= HALF ? high : low;
            }
            return Tensor.of(tensor.type(), samples, light.shape());
        };
    }

    private static void oneChannel(Words words, TensorInfo tensor) {
        int channels =
                words.one("layout", Layout::of)
                        .or(() -> Layout.of(tensor.shape()))
                        .filter(layout -> layout.rank() == tensor.shape().rank())
                        .map(layout -> layout.index('C'))
                        .orElse(-1);
        if (channels < 0) {
            return;
        }
        Dimension declared = tensor.shape().at(channels);
        if (!declared.isFree() && declared.size() != 1) {
            throw words.wrong(
                    "is a mask, which has one channel, but the tensor '%s' (%s) takes %s; use the kind image"
                            .formatted(tensor.name(), tensor.form(), declared));
        }
    }

    /// How a grey picture of the mask becomes light from 0 to 1.
    private static PictureEncoding encoding(Port port, Binding binding, TensorInfo tensor) {
        Map<String, Object> grey = new HashMap<>(binding.processing());
        grey.remove("range");
        grey.put("channels", "gray");
        return PictureEncoding.of(
                port,
                new Binding(binding.network(), binding.name(), binding.parts(), grey),
                new TensorInfo(tensor.name(), ElementType.FLOAT32, tensor.shape()));
    }

    private static Picture painted(Mask mask) {
        BitSet all = new BitSet();
        mask.segments().forEach(segment -> all.or(segment.area().bits()));
        byte[] samples = new byte[mask.width() * mask.height()];
        for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
            samples[i] = (byte) 255;
        }
        return Picture.of(mask.width(), mask.height(), 1, samples);
    }

    @Override
    public List<String> inputWords() {
        return WORDS;
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        throw Adapter.wrong(
                port,
                "is of kind 'mask', which lies over a picture; use the task image-segmentation");
    }

    @Override
    public List<String> outputWords() {
        return MaskDecoding.WORDS;
    }
}
