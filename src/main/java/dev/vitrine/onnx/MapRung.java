package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.TensorInfo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An output that has a number, or one for each of several classes, for every place of a picture
/// that goes in: a heat map, or a mask.
final class MapRung implements Rung {
    private static final Pattern DEPTH = Pattern.compile("depth|disparity");

    /// Names of what is one number for each place and no picture.
    private static final Pattern NUMBER =
            Pattern.compile("mask|segm|salien|heat|prob|matte|alpha|anomaly|attention");

    /// What datasets call the class that stands for nothing.
    private static final Set<String> NOTHING =
            Set.of("background", "bg", "__background__", "_background_", "unlabeled", "unlabelled");

    /// More planes are features, which nobody looks at, but where as many classes are named.
    private static final long MOST = 256;

    private static final int RANK = 4;
    private static final int COLOURS = 3;

    /// How an output lies over a picture.
    ///
    /// @param layout the order of its dimensions
    /// @param planes how many numbers a place has
    /// @param same whether it has the size of the picture's tensor
    private record Lying(String layout, long planes, boolean same) {}

    static boolean isDepth(String name) {
        return DEPTH.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    @Override
    public Optional<Port> guess(Clue clue) {
        ElementType type = clue.tensor().type();
        if (type == ElementType.STRING || type == ElementType.BOOL) {
            return Optional.empty();
        }
        return clue.inputs().stream()
                .filter(p -> p.kind().equals("image"))
                .flatMap(picture ->
                        lying(clue, picture).flatMap(lying -> port(clue, picture, lying)).stream())
                .findFirst();
    }

    private static Optional<Port> port(Clue clue, Port picture, Lying lying) {
        boolean whole = !clue.tensor().type().isFloating();
        Optional<ClassNames> names = clue.neighbours().find(lying.planes());
        if (lying.planes() == 1) {
            return whole
                    ? lying.same() ? Optional.of(numbers(clue, picture, lying)) : Optional.empty()
                    : heat(clue, picture, lying);
        }
        boolean few = lying.planes() <= MOST && lying.planes() != COLOURS && lying.same();
        return !whole && (names.isPresent() || few)
                ? Optional.of(classes(clue, picture, lying, names))
                : Optional.empty();
    }

    /// One number for each place: a heat map where the picture has colours, which such a picture
    /// would have too, or where its name says so.
    private static Optional<Port> heat(Clue clue, Port picture, Lying lying) {
        boolean named = clue.isNamed(NUMBER) || isDepth(clue.value().name());
        boolean grey =
                Optional.ofNullable(picture.tensor())
                        .flatMap(b -> b.step("channels", String.class))
                        .filter("gray"::equals)
                        .isPresent();
        if (!named && (grey || !lying.same())) {
            return Optional.empty();
        }
        Map<String, Object> words = new LinkedHashMap<>(Map.of("layout", lying.layout()));
        boolean bounded = clue.operator().equals("Sigmoid");
        if (bounded) {
            words.put("range", List.of(0.0, 1.0));
        }
        return Optional.of(
                clue.port(
                                "heatmap",
                                words,
                                "%s is one number for each place of '%s'%s, so it is shown over it; %s."
                                        .formatted(
                                                clue.form(),
                                                picture.name(),
                                                named
                                                        ? ", by its name and shape"
                                                        : ", whose pictures have colours",
                                                bounded
                                                        ? "the graph ends in Sigmoid, so from 0 to"
                                                                + " 1"
                                                        : "black is the least and white the"
                                                                + " greatest number of each run"))
                        .withOptions(Map.of("over", picture.name())));
    }

    /// A plane of scores for each class.
    private static Port classes(Clue clue, Port picture, Lying lying, Optional<ClassNames> names) {
        Map<String, Object> words = new LinkedHashMap<>(Map.of("layout", lying.layout()));
        boolean nothing =
                names.filter(n -> NOTHING.contains(n.names().getFirst().toLowerCase(Locale.ROOT)))
                        .isPresent();
        if (nothing) {
            words.put("ignore", 0);
        }
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("over", picture.name());
        names.ifPresent(n -> options.put("labels", n.names()));
        return clue.port(
                        "mask",
                        words,
                        "%s has %d numbers for each place of '%s', one for each class: the greatest names it.%s%s"
                                .formatted(
                                        clue.form(),
                                        lying.planes(),
                                        picture.name(),
                                        names.map(n ->
                                                        " The names of the classes stand %s."
                                                                .formatted(n.where()))
                                                .orElse(
                                                        " Nobody says what the classes are"
                                                                + " called."),
                                        nothing
                                                ? " The first stands for nothing and is not drawn."
                                                : ""))
                .withOptions(options);
    }

    /// The number of a class for each place.
    private static Port numbers(Clue clue, Port picture, Lying lying) {
        return clue.port(
                        "mask",
                        Map.of("layout", lying.layout()),
                        "%s is a whole number for each place of '%s', as the number of its class is; 0 counts as a class too."
                                .formatted(clue.form(), picture.name()))
                .withOptions(Map.of("over", picture.name()));
    }

    /// How an output lies over the picture of an input; nothing where it does not.
    private static Optional<Lying> lying(Clue clue, Port picture) {
        Shape shape = clue.tensor().shape();
        Binding binding = picture.tensor();
        Optional<TensorInfo> in =
                clue.file().inputTensors().stream()
                        .filter(t -> binding != null && t.name().equals(binding.name()))
                        .findFirst();
        String layout = binding == null ? "" : binding.step("layout", String.class).orElse("");
        if (in.isEmpty() || layout.length() != in.get().shape().rank()) {
            return Optional.empty();
        }
        Dimension height = in.get().shape().at(layout.indexOf('H'));
        Dimension width = in.get().shape().at(layout.indexOf('W'));
        List<String> orders =
                shape.rank() == RANK
                        ? List.of("NCHW", "NHWC")
                        : shape.rank() == RANK - 1 && !clue.tensor().type().isFloating()
                                ? List.of("NHW")
                                : List.of();
        return orders.stream()
                .flatMap(order -> as(order, shape, height, width).stream())
                .findFirst();
    }

    private static Optional<Lying> as(
            String order, Shape shape, Dimension height, Dimension width) {
        Dimension h = shape.at(order.indexOf('H'));
        Dimension w = shape.at(order.indexOf('W'));
        int c = order.indexOf('C');
        boolean free = h.isFree() && w.isFree() && height.isFree() && width.isFree();
        boolean fixed = !h.isFree() && !w.isFree() && !height.isFree() && !width.isFree();
        boolean related = fixed && h.size() * width.size() == w.size() * height.size();
        boolean counted = c < 0 || !shape.at(c).isFree();
        return Clue.isBatch(shape.at(0)) && counted && (free || related && h.size() > 1)
                ? Optional.of(
                        new Lying(
                                order,
                                c < 0 ? 1 : shape.at(c).size(),
                                free || h.size() == height.size() && w.size() == width.size()))
                : Optional.empty();
    }
}
