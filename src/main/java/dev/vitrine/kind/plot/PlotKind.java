package dev.vitrine.kind.plot;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.table.TableCsv;
import dev.vitrine.kind.table.TableKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Plots: `{"mark": "line", "x": "epoch", "y": "loss", "series": [{"name": "train", "x": [1, 2],
/// "y": [0.9, 0.5]}, …]}`. Without `x` in a series its numbers stand at 0, 1, 2 …; names in place
/// of numbers make categories.
public final class PlotKind implements Kind<Plot> {
    /// How many series a line of a terminal tells.
    private static final int FEW = 5;

    /// Numbers outside are written with a power of ten.
    private static final double LARGE = 1e9;

    private static final double SMALL = 1e-4;
    private static final MathContext DIGITS = new MathContext(4);

    private static final String MARK = "mark";
    private static final String SERIES = "series";
    private static final String NAME = "name";
    private static final String X = "x";
    private static final String Y = "y";

    @Override
    public String id() {
        return "plot";
    }

    @Override
    public Class<Plot> type() {
        return Plot.class;
    }

    @Override
    public Plot decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> read(port, node);
            case Raw.Text(String text) -> {
                try {
                    yield read(port, Json.MAPPER.readTree(text));
                } catch (JacksonException e) {
                    throw wrong(port);
                }
            }
            case Raw.Upload ignored -> throw wrong(port);
        };
    }

    @Override
    public JsonNode encode(Port port, Plot value) {
        ObjectNode all = Json.object().put(MARK, value.mark().word());
        all.put(X, value.x()).put(Y, value.y());
        ArrayNode series = all.putArray(SERIES);
        for (Plot.Series one : value.series()) {
            ObjectNode node = series.addObject().put(NAME, one.name());
            ArrayNode x = node.putArray(X);
            one.x()
                    .forEach(place -> {
                        if (place instanceof Double n) {
                            x.add(n);
                        } else {
                            x.add(place.toString());
                        }
                    });
            ArrayNode y = node.putArray(Y);
            one.y().forEach(y::add);
        }
        return all;
    }

    @Override
    public List<Problem> check(Port port, Plot value) {
        for (int i = 0; i < value.series().size(); i++) {
            Plot.Series one = value.series().get(i);
            if (one.x().size() != one.y().size()) {
                return problem(
                        port,
                        i,
                        "%d x and %d y; give as many of both"
                                .formatted(one.x().size(), one.y().size()));
            }
            boolean names = one.x().stream().allMatch(String.class::isInstance);
            boolean numbers =
                    one.x().stream().allMatch(n -> n instanceof Double d && Double.isFinite(d));
            if (!names && !numbers || !one.x().isEmpty() && names != value.hasNames()) {
                return problem(port, i, "places of two sorts; give numbers everywhere, or names");
            }
            if (one.y().stream().anyMatch(y -> y != null && !Double.isFinite(y))) {
                return problem(port, i, "a number that is not finite; leave it out");
            }
        }
        return List.of();
    }

    private static List<Problem> problem(Port port, int index, String wrong) {
        return List.of(
                new Problem(
                        "plot_value",
                        port.name(),
                        List.of(SERIES, index),
                        "'%s' has a series %d with %s.".formatted(port.label(), index + 1, wrong),
                        null,
                        Map.of()));
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "object");
        ObjectNode words = schema.putObject("properties");
        marks(words.putObject(MARK));
        words.putObject(X).put("type", "string");
        words.putObject(Y).put("type", "string");
        ObjectNode one =
                words.putObject(SERIES)
                        .put("type", "array")
                        .putObject("items")
                        .put("type", "object");
        ObjectNode fields = one.putObject("properties");
        fields.putObject(NAME).put("type", "string");
        ArrayNode x = fields.putObject(X).put("type", "array").putObject("items").putArray("type");
        x.add("number").add("string");
        ArrayNode y = fields.putObject(Y).put("type", "array").putObject("items").putArray("type");
        y.add("number").add("null");
        one.putArray("required").add(Y);
        schema.putArray("required").add(SERIES);
        return schema;
    }

    private static void marks(ObjectNode word) {
        ArrayNode marks = word.putArray("enum");
        for (Mark mark : Mark.values()) {
            marks.add(mark.word());
        }
    }

    @Override
    public Plot example(Port port) {
        return new Plot(
                mark(port),
                label(port, X),
                label(port, Y),
                List.of(new Plot.Series("a", List.of(0.0, 1.0, 2.0), List.of(1.0, 4.0, 9.0))));
    }

    /// How a port's numbers are drawn where they do not say: its `mark`, else a line.
    public static Mark mark(Port port) {
        return port.option(MARK, String.class).flatMap(Mark::of).orElse(Mark.LINE);
    }

    /// What runs along (`x`) or up (`y`), where the numbers do not say.
    public static String label(Port port, String axis) {
        return port.option(axis, String.class).orElse("");
    }

    @Override
    public String text(Port port, Plot value) {
        List<Plot.Series> all = value.series();
        String more = all.size() > FEW ? "; and %d more".formatted(all.size() - FEW) : "";
        return all.stream()
                .limit(FEW)
                .map(s -> {
                    double[] range = new Plot(value.mark(), "", "", List.of(s)).range();
                    return String.format(
                                    Locale.ROOT,
                                    "%s %d numbers, %s to %s",
                                    s.name(),
                                    s.y().size(),
                                    figure(range[0]),
                                    figure(range[1]))
                            .strip();
                })
                .collect(Collectors.joining("; ", value.mark().word() + ": ", more));
    }

    /// A number as people read it, with four digits.
    public static String figure(double n) {
        if (n == Math.rint(n) && Math.abs(n) < LARGE) {
            return Long.toString((long) n);
        }
        return Math.abs(n) >= SMALL && Math.abs(n) < LARGE
                ? BigDecimal.valueOf(n).round(DIGITS).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%.3e", n);
    }

    /// As a table of a row for each number.
    @Override
    public Optional<Media> file(Port port, Plot value) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Plot.Series one : value.series()) {
            for (int i = 0; i < Math.min(one.x().size(), one.y().size()); i++) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(one.name());
                row.add(one.x().get(i));
                row.add(one.y().get(i));
                rows.add(row);
            }
        }
        Table table = new Table(List.of(SERIES, X, Y), rows);
        return Optional.of(new Media(TableCsv.write(table), TableKind.CSV, "csv"));
    }

    @Override
    public long weight(Plot value) {
        return 64 + 48L * value.size();
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        ObjectNode mark = all.putObject(MARK);
        mark.put(
                "description",
                "How numbers are drawn that do not say: as a line where nothing is said.");
        marks(mark);
        all.putObject(X).put("type", "string").put("description", "What runs along.");
        all.putObject(Y).put("type", "string").put("description", "What runs up.");
        return all;
    }

    private static Plot read(Port port, JsonNode node) {
        if (!node.path(SERIES).isArray()) {
            throw wrong(port);
        }
        List<Plot.Series> series = new ArrayList<>();
        for (JsonNode one : node.get(SERIES)) {
            series.add(series(port, one));
        }
        JsonNode said = node.path(MARK);
        Mark mark =
                said.isMissingNode()
                        ? mark(port)
                        : Mark.of(said.asString("")).orElseThrow(() -> wrong(port));
        return new Plot(
                mark,
                node.path(X).asString(label(port, X)),
                node.path(Y).asString(label(port, Y)),
                series);
    }

    private static Plot.Series series(Port port, JsonNode node) {
        if (!node.path(Y).isArray() || !node.path(X).isMissingNode() && !node.path(X).isArray()) {
            throw wrong(port);
        }
        List<@Nullable Double> y = new ArrayList<>();
        for (JsonNode n : node.get(Y)) {
            if (!n.isNumber() && !n.isNull()) {
                throw wrong(port);
            }
            y.add(n.isNull() ? null : (Double) n.doubleValue());
        }
        List<Object> x = new ArrayList<>();
        for (JsonNode n : node.path(X)) {
            if (!n.isNumber() && !n.isString()) {
                throw wrong(port);
            }
            x.add(n.isNumber() ? (Object) n.doubleValue() : n.stringValue());
        }
        if (node.path(X).isMissingNode()) {
            for (int i = 0; i < y.size(); i++) {
                x.add((double) i);
            }
        }
        return new Plot.Series(node.path(NAME).asString(""), x, y);
    }

    private static ProblemException wrong(Port port) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "plot_type",
                        "'%s' is no plot; give {\"mark\": \"line\", \"series\": [{\"name\": \"a\", \"x\": [0, 1], \"y\": [2, 3]}]}."
                                .formatted(port.label())));
    }
}
