package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Optional;

/// How a tensor becomes a picture: `layout`, `channels` and `range`, or what the tensor's shape and
/// type suggest.
record PictureDecoding(
        Words words,
        Optional<Layout> layout,
        Optional<Channels> channels,
        double low,
        double high) {
    /// The words of [Binding#processing()] that say it.
    static final List<String> WORDS = List.of("layout", "channels", "range");

    /// Reads a port's processing against the tensor that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit, with a sentence
    ///   that names the port
    static PictureDecoding of(Port port, Binding binding, TensorInfo tensor) {
        Words words = new Words(port, binding);
        List<Double> range = words.numbers("range");
        Optional<Layout> layout = words.one("layout", Layout::of);
        if (layout.isPresent() && layout.get().rank() != tensor.shape().rank()) {
            throw words.wrong(
                    "has the layout %s, but the tensor '%s' is %s; use a layout of %d letters"
                            .formatted(
                                    layout.get(),
                                    tensor.name(),
                                    tensor.shape(),
                                    tensor.shape().rank()));
        }
        return new PictureDecoding(
                words,
                layout,
                words.one("channels", Channels::of),
                range.isEmpty() ? 0 : range.get(0),
                range.isEmpty() ? tensor.type().isFloating() ? 1 : 255 : range.get(1));
    }

    /// The first picture in a tensor.
    Picture decode(Tensor tensor) {
        long[] shape = tensor.shape();
        Layout order =
                layout.or(() -> Layout.of(Shape.of(shape)))
                        .filter(l -> l.rank() == shape.length)
                        .orElseThrow(() ->
                                words.wrong(
                                        "is a picture, but the model gave %s; use the kind tensor"
                                                .formatted(tensor.form())));
        int count = order.index('C') < 0 ? 1 : (int) shape[order.index('C')];
        int height = (int) shape[order.index('H')];
        int width = (int) shape[order.index('W')];
        Channels held =
                channels.filter(c -> c.count() == count)
                        .or(() -> Channels.of(count))
                        .orElseThrow(() ->
                                words.wrong(
                                        "is a picture, but the model gave %d channels; use the kind tensor"
                                                .formatted(count)));
        if (height == 0 || width == 0) {
            throw words.wrong(
                    "is a picture, but the model gave %s, which is empty; try another input"
                            .formatted(tensor.form()));
        }
        int row = order.stride('H', count, height, width);
        int column = order.stride('W', count, height, width);
        int channel = order.index('C') < 0 ? 0 : order.stride('C', count, height, width);
        byte[] samples = new byte[width * height * count];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / count;
            int c = held.source(i % count);
            samples[i] =
                    eight(
                            tensor.number(
                                    c * channel + pixel / width * row + pixel % width * column));
        }
        return Picture.of(width, height, count, samples);
    }

    private byte eight(double value) {
        return (byte) Math.round(255 * Math.clamp((value - low) / (high - low), 0.0, 1.0));
    }
}
