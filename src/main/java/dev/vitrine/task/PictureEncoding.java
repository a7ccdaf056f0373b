package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Optional;

/// How a picture becomes a tensor: what the port's processing says, and what the network's
/// declaration says where the port is silent.
///
/// The order is: strokes taken from paper, alpha laid over the paper, channels, light for dark
/// where `background` asks for it, size, `range`, `mean` and `std`.
///
/// @param tensor what the network declares
/// @param layout the order of the dimensions
/// @param channels what the channels hold
/// @param height rows of the tensor; 0 for the picture's own
/// @param width columns of the tensor; 0 for the picture's own
/// @param sizing how the picture's own size counts where the tensor leaves it open
/// @param fit how a picture of another shape fills the size
/// @param fill the light of what a picture lies on that does not fill the size, 0 to 1
/// @param antialias whether shrinking takes every pixel into account
/// @param low what black becomes
/// @param high what full light becomes
/// @param mean taken off each channel after the range; empty for none
/// @param std what each channel is divided by after the mean; empty for none
/// @param background what the picture's border should be; nothing where both will do
/// @param strokes what takes strokes from paper first; nothing where nobody does
record PictureEncoding(
        TensorInfo tensor,
        Layout layout,
        Channels channels,
        int height,
        int width,
        Sizing sizing,
        Fitting.Fit fit,
        float fill,
        boolean antialias,
        double low,
        double high,
        List<Double> mean,
        List<Double> std,
        Optional<Background> background,
        Optional<Strokes> strokes) {
    /// The words of [Binding#processing()] that say it.
    static final List<String> WORDS =
            List.of(
                    "layout",
                    "channels",
                    "size",
                    "longest_edge",
                    "size_divisor",
                    "fit",
                    "fill",
                    "antialias",
                    "range",
                    "mean",
                    "std",
                    "background",
                    Strokes.WORD);

    /// What lies around the things in a picture.
    enum Background {
        DARK,
        LIGHT
    }

    /// Reads a port's processing against the tensor that its network declares.
    ///
    /// @throws ProblemException where the two do not fit, with a sentence that names the port
    static PictureEncoding of(Port port, Binding binding, TensorInfo tensor) {
        Words words = new Words(port, binding);
        if (tensor.type() == ElementType.STRING || tensor.type() == ElementType.BOOL) {
            throw words.wrong(
                    "is a picture, but the tensor '%s' holds %s; use the kind text or tensor"
                            .formatted(tensor.name(), tensor.type()));
        }
        Layout layout =
                words.one("layout", Layout::of)
                        .or(() -> Layout.of(tensor.shape()))
                        .orElseThrow(() ->
                                words.wrong(
                                        "is a picture, but the shape %s of the tensor '%s' holds none; name its layout or use the kind tensor"
                                                .formatted(tensor.shape(), tensor.name())));
        if (layout.rank() != tensor.shape().rank()) {
            throw words.wrong(
                    "has the layout %s, but the tensor '%s' is %s; use a layout of %d letters"
                            .formatted(
                                    layout, tensor.name(), tensor.shape(), tensor.shape().rank()));
        }
        Channels channels = channels(words, layout, tensor);
        Dimension h = tensor.shape().at(layout.index('H'));
        Dimension w = tensor.shape().at(layout.index('W'));
        List<Double> size = words.numbers("size");
        int height = size.isEmpty() ? fixed(h) : size.get(0).intValue();
        int width = size.isEmpty() ? fixed(w) : size.get(1).intValue();
        if (!h.isFree() && h.size() != height || !w.isFree() && w.size() != width) {
            throw words.wrong(
                    "has the size %d × %d, but the tensor '%s' takes %s × %s; leave the size out"
                            .formatted(height, width, tensor.name(), h, w));
        }
        List<Double> range = words.numbers("range");
        List<Double> mean = words.numbers("mean");
        List<Double> std = words.numbers("std");
        perChannel(words, "mean", mean, channels);
        perChannel(words, "std", std, channels);
        return new PictureEncoding(
                tensor,
                layout,
                channels,
                height,
                width,
                Sizing.of(words),
                words.choice("fit", Fitting.Fit.class).orElse(Fitting.Fit.STRETCH),
                (float) words.number("fill").orElse(0) / 255,
                binding.step("antialias", Boolean.class).orElse(true),
                range.isEmpty() ? 0 : range.get(0),
                range.isEmpty() ? tensor.type().isFloating() ? 1 : 255 : range.get(1),
                mean,
                std,
                words.choice("background", Background.class),
                Strokes.of(words));
    }

    /// Where a picture lies in its tensor.
    Fitting fitting(Picture picture) {
        Sizing.Size size = sizing.of(picture, width, height);
        return Fitting.of(fit, picture.width(), picture.height(), size.width(), size.height());
    }

    /// The tensor of one picture.
    Tensor encode(Picture given) {
        Picture picture = strokes.map(s -> s.lay(given)).orElse(given);
        float paper = background.filter(b -> b == Background.DARK).isPresent() ? 0 : 1;
        Plane plane =
                Plane.read(
                        fitting(picture),
                        antialias,
                        channels.count(),
                        (y, row) -> row(picture, y, paper, row));
        boolean inverted =
                background.isPresent()
                        && (background.get() == Background.LIGHT) != (plane.border() >= 0.5);
        return tensor(
                plane.over(background.isPresent() ? paper : fill, inverted),
                plane.height(),
                plane.width());
    }

    private void row(Picture picture, int y, float paper, float[][] row) {
        float full = picture.depth() == 16 ? 65_535 : 255;
        boolean keepsAlpha = channels == Channels.RGBA;
        int colours = Math.min(3, row.length);
        for (int x = 0; x < picture.width(); x++) {
            float alpha = picture.channels() == 4 ? picture.sample(x, y, 3) / full : 1;
            float opacity = keepsAlpha ? 1 : alpha;
            for (int c = 0; c < colours; c++) {
                float light =
                        channels == Channels.GRAY
                                ? luma(picture, x, y)
                                : light(picture, x, y, channels.source(c));
                row[c][x] = light / full * opacity + paper * (1 - opacity);
            }
            if (keepsAlpha) {
                row[3][x] = alpha;
            }
        }
    }

    private static float light(Picture picture, int x, int y, int channel) {
        return picture.sample(x, y, picture.channels() == 1 ? 0 : channel);
    }

    /// ITU-R BT.601's luma, as Pillow's mode `L`; grey stays what it is, to the bit.
    private static float luma(Picture picture, int x, int y) {
        return picture.channels() == 1
                ? picture.sample(x, y, 0)
                : 0.299f * picture.sample(x, y, 0)
                        + 0.587f * picture.sample(x, y, 1)
                        + 0.114f * picture.sample(x, y, 2);
    }

    /// The light of a pixel over white, 0 to 1.
    static float light(Picture picture, int x, int y) {
        float full = picture.depth() == 16 ? 65_535 : 255;
        float alpha = picture.channels() == 4 ? picture.sample(x, y, 3) / full : 1;
        return luma(picture, x, y) / full * alpha + 1 - alpha;
    }

    private Tensor tensor(float[][] planes, int rows, int columns) {
        int count = channels.count();
        int row = layout.stride('H', count, rows, columns);
        int column = layout.stride('W', count, rows, columns);
        int channel = layout.index('C') < 0 ? 0 : layout.stride('C', count, rows, columns);
        float[] values = new float[count * columns * rows];
        for (int c = 0; c < count; c++) {
            float[] samples = planes[c];
            for (int i = 0; i < samples.length; i++) {
                values[c * channel + i / columns * row + i % columns * column] =
                        scaled(samples[i], c);
            }
        }
        long[] shape = layout.shape(count, rows, columns);
        return tensor.type() == ElementType.FLOAT32
                ? Tensor.of(values, shape)
                : converted(values, shape);
    }

    private Tensor converted(float[] values, long[] shape) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return Tensor.of(tensor.type(), wide, shape);
    }

    private float scaled(float sample, int channel) {
        double v = low + sample * (high - low);
        v -= mean.isEmpty() ? 0 : mean.get(channel);
        return (float) (std.isEmpty() ? v : v / std.get(channel));
    }

    private static Channels channels(Words words, Layout layout, TensorInfo tensor) {
        if (layout.index('C') < 0) {
            return Channels.GRAY;
        }
        Dimension declared = tensor.shape().at(layout.index('C'));
        Channels channels =
                words.one("channels", Channels::of)
                        .or(() ->
                                declared.isFree()
                                        ? Optional.of(Channels.RGB)
                                        : Channels.of(declared.size()))
                        .orElseThrow(() ->
                                words.wrong(
                                        "is a picture, but the tensor '%s' has %s channels; use the kind tensor"
                                                .formatted(tensor.name(), declared)));
        if (!declared.isFree() && declared.size() != channels.count()) {
            throw words.wrong(
                    "has the channels %s, but the tensor '%s' takes %s of them; use others"
                            .formatted(channels.text(), tensor.name(), declared));
        }
        return channels;
    }

    private static void perChannel(
            Words words, String word, List<Double> values, Channels channels) {
        if (!values.isEmpty() && values.size() != channels.count()) {
            throw words.wrong(
                    "has %d numbers of %s for %d channels; give one for each"
                            .formatted(values.size(), word, channels.count()));
        }
    }

    private static int fixed(Dimension dimension) {
        return dimension.isFree() ? 0 : (int) dimension.size();
    }
}
