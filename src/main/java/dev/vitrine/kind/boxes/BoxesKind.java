package dev.vitrine.kind.boxes;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Boxes on a picture: `{"boxes": [{"label": "face", "score": 0.92, "x": 111.4, "y": 51.6, "width":
/// 57.9, "height": 57.9, "points": [{"name": "nose", "x": 141, "y": 77.9}]}, …]}`.
///
/// A box that is given by hand needs no label, score or points; it has no score where none is
/// given.
public final class BoxesKind implements Kind<Boxes> {
    /// The option of an input that says what a hand picks.
    static final String PICK = "pick";

    static final String BOXES = "boxes";
    static final String POINTS = "points";
    static final String BOTH = "both";

    /// How many boxes a line of a terminal lists.
    private static final int FEW = 10;

    @Override
    public String id() {
        return "boxes";
    }

    @Override
    public Class<Boxes> type() {
        return Boxes.class;
    }

    @Override
    public Boxes decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> new BoxesReader(port).read(node);
            case Raw.Text(String text) -> parse(port, text);
            case Raw.Upload ignored -> throw new BoxesReader(port).wrong();
        };
    }

    @Override
    public JsonNode encode(Port port, Boxes value) {
        ObjectNode all = Json.object();
        ArrayNode boxes = all.putArray("boxes");
        for (Box box : value.boxes()) {
            ObjectNode one = boxes.addObject().put("label", box.label());
            box.confidence().ifPresent(score -> one.put("score", score));
            one.put("x", box.x())
                    .put("y", box.y())
                    .put("width", box.width())
                    .put("height", box.height());
            if (!box.points().isEmpty()) {
                ArrayNode points = one.putArray("points");
                box.points().forEach(p -> points.add(point(p)));
            }
        }
        return all;
    }

    private static ObjectNode point(Box.Point point) {
        ObjectNode one = Json.object();
        if (!point.name().isEmpty()) {
            one.put("name", point.name());
        }
        one.put("x", point.x()).put("y", point.y());
        return point.score() == 1 ? one : one.put("score", point.score());
    }

    @Override
    public List<Problem> check(Port port, Boxes value) {
        List<Problem> problems = new ArrayList<>();
        List<String> known = LabelKind.labels(port);
        for (int i = 0; i < value.boxes().size() && problems.isEmpty(); i++) {
            misfit(value.boxes().get(i), known, i, port).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> misfit(Box box, List<String> known, int index, Port port) {
        if (!(box.score() >= 0 && box.score() <= 1)) {
            return problem(
                    port,
                    index,
                    "score",
                    "a score of %s; give a number from 0 to 1".formatted(box.score()));
        }
        if (!(box.width() >= 0 && box.height() >= 0)) {
            String side = box.width() >= 0 ? "height" : "width";
            return problem(
                    port,
                    index,
                    side,
                    "a %s below 0; let x and y be its upper left corner".formatted(side));
        }
        if (!isFinite(box)) {
            return problem(
                    port, index, "x", "a place that is not finite; give pixels of the picture");
        }
        if (!box.points().stream().allMatch(p -> p.score() >= 0 && p.score() <= 1)) {
            return problem(
                    port,
                    index,
                    "points",
                    "a point whose score is not from 0 to 1; give it another or none");
        }
        return known.isEmpty() || known.contains(box.label())
                ? Optional.empty()
                : problem(
                        port,
                        index,
                        "label",
                        "the label '%s', which is none of its own; use %s"
                                .formatted(box.label(), LabelKind.few(known)));
    }

    private static boolean isFinite(Box box) {
        return Double.isFinite(box.x())
                && Double.isFinite(box.y())
                && Double.isFinite(box.width())
                && Double.isFinite(box.height())
                && box.points().stream()
                        .allMatch(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()));
    }

    private static Optional<Problem> problem(Port port, int index, String word, String wrong) {
        return Optional.of(
                new Problem(
                        "boxes_value",
                        port.name(),
                        List.of("boxes", index, word),
                        "'%s' has a box %d with %s.".formatted(port.label(), index + 1, wrong),
                        null,
                        Map.of()));
    }

    @Override
    public ObjectNode schema(Port port) {
        return BoxesSchema.of(port);
    }

    @Override
    public Boxes example(Port port) {
        List<String> known = LabelKind.labels(port);
        return Boxes.of(Box.of(known.isEmpty() ? "cat" : known.getFirst(), 0.5, 8, 8, 32, 24));
    }

    @Override
    public String text(Port port, Boxes value) {
        List<Box> all = value.boxes();
        if (all.isEmpty()) {
            return "nothing found";
        }
        String more = all.size() > FEW ? "; and %d more".formatted(all.size() - FEW) : "";
        return all.stream()
                .limit(FEW)
                .map(b ->
                        "%s %s at %s"
                                .formatted(b.label(), b.scoreWords(), Boxes.place(b))
                                .strip()
                                .replace("  ", " "))
                .collect(
                        Collectors.joining(
                                "; ",
                                all.size() == 1 ? "1 box: " : "%d boxes: ".formatted(all.size()),
                                more));
    }

    /// See [BoxesComparison]; the tolerance of the example is for scores.
    @Override
    public Optional<String> differs(Port port, JsonNode expected, Boxes value, double tolerance) {
        return BoxesComparison.differs(expected, encode(port, value), tolerance);
    }

    @Override
    public long weight(Boxes value) {
        return value.boxes().stream().mapToLong(b -> 96 + 56L * b.points().size()).sum();
    }

    @Override
    public ObjectNode options() {
        return BoxesSchema.options();
    }

    /// The input whose picture the boxes lie on; empty where the port names none.
    public static Optional<String> over(Port port) {
        return port.option("over", String.class);
    }

    /// The names of a box's points, in the network's order; empty where the port names none.
    public static List<String> points(Port port) {
        List<?> names = port.option("points", List.class).orElse(List.of());
        return names.stream().map(String::valueOf).toList();
    }

    /// Which points of a box lines join, as pairs counted from 0; empty where the port names none.
    public static List<List<Integer>> skeleton(Port port) {
        List<?> pairs = port.option("skeleton", List.class).orElse(List.of());
        return pairs.stream()
                .map(pair -> ((List<?>) pair).stream().map(n -> ((Number) n).intValue()).toList())
                .toList();
    }

    /// Whether the box itself is drawn, beside its points.
    public static boolean isFramed(Port port) {
        return port.option("frame", Boolean.class).orElse(true);
    }

    /// Whether a hand draws boxes on the picture.
    public static boolean picksBoxes(Port port) {
        return !port.option(PICK, String.class).orElse(BOXES).equals(POINTS);
    }

    /// Whether a hand picks points on the picture, which are boxes of no width and height.
    public static boolean picksPoints(Port port) {
        return !port.option(PICK, String.class).orElse(BOXES).equals(BOXES);
    }

    /// Whether the names of all boxes stand over the picture.
    public static boolean isNamed(Port port) {
        return port.option("names", Boolean.class).orElse(true);
    }

    /// The score from which a viewer shows boxes at first: what the port says, else what the run
    /// itself goes by; empty where an input says that, since it is then set there.
    public static OptionalDouble threshold(Port port) {
        Optional<Object> own =
                port.option("threshold", Object.class)
                        .or(() ->
                                Optional.ofNullable(port.tensor())
                                        .flatMap(t -> t.step("threshold", Object.class)));
        if (own.isEmpty()) {
            return OptionalDouble.of(0);
        }
        return own.get() instanceof Number n
                ? OptionalDouble.of(n.doubleValue())
                : OptionalDouble.empty();
    }

    private static Boxes parse(Port port, String text) {
        BoxesReader reader = new BoxesReader(port);
        try {
            return reader.read(Json.MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw reader.wrong();
        }
    }
}
