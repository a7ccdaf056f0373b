package dev.vitrine.model;

import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.format.Folder;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Small square pictures that stand for models and examples. Reads and decodes files: for the
/// background.
public final class Thumbnails {
    /// The side of a thumbnail in pixels: twice the largest it is drawn at, for sharp screens.
    public static final int SIDE = 112;

    /// What a folder may hold for this, made by `shot`.
    private static final String FILE = "thumbnail.png";

    private static final ImageKind IMAGES = new ImageKind();

    private Thumbnails() {}

    /// The picture of a model: the file that stands for it, else that of its first example which
    /// has one.
    public static Optional<Picture> of(Model model) {
        return model.about().origin().flatMap(Thumbnails::file).or(() -> ofExamples(model));
    }

    private static Optional<Picture> file(Path origin) {
        if (!Files.isRegularFile(origin.resolve(FILE))) {
            return Optional.empty();
        }
        try {
            byte[] bytes = new Folder(origin).bytes(FILE);
            Raw raw = new Raw.Upload(bytes, FILE, "image/png");
            return Optional.of(square(IMAGES.decode(Port.of("thumbnail", IMAGES.id()), raw)));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static Optional<Picture> ofExamples(Model model) {
        return model.signature().examples().stream()
                .map(example -> of(model, example))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// The first picture among an example's inputs, else among what it expects; nothing where there
    /// is none, or none that can be read.
    public static Optional<Picture> of(Model model, Example example) {
        Signature signature = model.signature();
        Optional<Port> in = picture(signature.inputs(), example.inputs());
        Optional<Port> out = picture(signature.outputs(), example.expect());
        try {
            if (in.isPresent()) {
                Raw raw = model.read(example).get(in.get().name());
                return Optional.ofNullable(raw).map(r -> square(IMAGES.decode(in.get(), r)));
            }
            return out.flatMap(p -> Optional.ofNullable(model.expected(example).get(p.name())))
                    .map(node -> square(IMAGES.decode(out.get(), new Raw.Json(node))));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static Optional<Port> picture(List<Port> ports, Map<String, Object> given) {
        return ports.stream()
                .filter(p -> Kinds.of(p) instanceof ImageKind && given.containsKey(p.name()))
                .findFirst();
    }

    /// The middle of a picture, as a square of [#SIDE] pixels or less.
    static Picture square(Picture picture) {
        int crop = Math.min(picture.width(), picture.height());
        int side = Math.min(crop, SIDE);
        int left = (picture.width() - crop) / 2;
        int top = (picture.height() - crop) / 2;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] =
                        mean(
                                picture,
                                left + (int) ((long) x * crop / side),
                                top + (int) ((long) y * crop / side),
                                left + (int) ((long) (x + 1) * crop / side),
                                top + (int) ((long) (y + 1) * crop / side));
            }
        }
        return Picture.ofArgb(side, side, pixels);
    }

    /// The mean colour of a rectangle, as `0xAARRGGBB`.
    private static int mean(Picture picture, int x0, int y0, int x1, int y1) {
        long[] sums = new long[picture.channels()];
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                for (int c = 0; c < sums.length; c++) {
                    sums[c] += picture.sample(x, y, c);
                }
            }
        }
        long count = (long) (x1 - x0) * (y1 - y0);
        int shift = picture.depth() - 8;
        int[] mean = new int[sums.length];
        for (int c = 0; c < sums.length; c++) {
            mean[c] = (int) (sums[c] / count) >> shift;
        }
        int green = mean[sums.length == 1 ? 0 : 1];
        int blue = mean[sums.length == 1 ? 0 : 2];
        int alpha = sums.length == 4 ? mean[3] : 0xff;
        return alpha << 24 | mean[0] << 16 | green << 8 | blue;
    }
}
