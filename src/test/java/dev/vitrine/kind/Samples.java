package dev.vitrine.kind;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.files.FileList;
import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;
import dev.vitrine.kind.mask.Area;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.kind.plot.Mark;
import dev.vitrine.kind.plot.Plot;
import dev.vitrine.kind.range.Range;
import dev.vitrine.kind.segments.Segment;
import dev.vitrine.kind.segments.Segments;
import dev.vitrine.kind.spans.Span;
import dev.vitrine.kind.spans.Spans;
import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.tags.Tags;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.kind.vector.Vector;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorList;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/// Ports and values of every kind, ordinary and odd, for the laws that hold for all kinds. A new
/// kind adds a line to each of the methods.
public final class Samples {
    /// A port and a value that it accepts.
    public record Sample(Port port, Object value) {
        @Override
        public String toString() {
            return port.kind() + " " + port.options() + " " + value;
        }
    }

    private Samples() {}

    /// Any value of a kind, in a port that accepts it.
    public static Arbitrary<Sample> of(String kind) {
        Port port = Port.of("value", kind);
        return switch (kind) {
            case "image" -> pictures().map(v -> new Sample(port, v));
            case "gallery" ->
                    pictures()
                            .tuple2()
                            .map(v ->
                                    new Sample(
                                            port,
                                            new Gallery(
                                                    List.of(
                                                            new Gallery.Item(v.get1(), "eins ü"),
                                                            new Gallery.Item(v.get2())))));
            case "audio" -> sounds().map(v -> new Sample(port, v));
            case "file" -> attachments().map(v -> new Sample(port, v));
            case "files" ->
                    Combinators.combine(
                                    Arbitraries.of("", "docs", "docs/ü 日本", "../a\\\\b/."),
                                    attachments())
                            .as(FileList.Item::new)
                            .list()
                            .ofMaxSize(4)
                            .map(v -> new Sample(port, new FileList(v)));
            case "segments" -> segments().map(v -> new Sample(port, v));
            case "spans" -> spans().map(v -> new Sample(port, v));
            case "plot" -> plots().map(v -> new Sample(port, v));
            case "json" -> jsons().map(v -> new Sample(port, v));
            case "label" -> labels().map(v -> new Sample(port, v));
            case "boxes" -> boxes().map(v -> new Sample(port, v));
            case "mask" -> masks().map(v -> new Sample(port, v));
            case "heatmap" ->
                    pictures().filter(p -> p.channels() == 1).map(v -> new Sample(port, v));
            case "text", "markdown", "log", "code" ->
                    Arbitraries.strings().ofMaxLength(40).map(v -> new Sample(port, v));
            case "table" -> tables().map(v -> new Sample(port, v));
            case "number" -> numbers().map(v -> new Sample(port, v));
            case "slider" ->
                    Arbitraries.doubles()
                            .between(-1e6, 1e6)
                            .map(v -> new Sample(port.withLimits(Limits.between(-1e6, 1e6)), v));
            case "range" ->
                    Arbitraries.doubles()
                            .between(-1e6, 1e6)
                            .tuple2()
                            .map(v ->
                                    new Sample(
                                            port.withLimits(Limits.between(-1e6, 1e6)),
                                            new Range(
                                                    Math.min(v.get1(), v.get2()),
                                                    Math.max(v.get1(), v.get2()))));
            case "toggle" -> Arbitraries.of(true, false).map(v -> new Sample(port, v));
            case "choice" -> choices();
            case "tags" -> tags();
            case "datetime" -> datetimes();
            case "vector" -> vectors();
            case "colour" ->
                    Arbitraries.integers()
                            .between(0, 0xffffff)
                            .map(v -> new Sample(port, "#%06x".formatted(v)));
            case "tensor" ->
                    tensors()
                            .map(v ->
                                    new Sample(
                                            port.withOptions(
                                                    TensorKind.options(
                                                            v.type(), Shape.of(v.shape()))),
                                            v));
            case "tensors" ->
                    tensorLists()
                            .map(v ->
                                    new Sample(
                                            port.withOptions(Map.of("type", v.type().text())), v));
            default -> throw missing(kind);
        };
    }

    /// An ordinary value of a kind, easy to see.
    public static Sample plain(String kind) {
        Port port = Port.of("value", kind);
        return switch (kind) {
            case "image" -> new Sample(port, picture(6, 5, 3, 8, 1));
            case "gallery" ->
                    new Sample(
                            port,
                            new Gallery(
                                    List.of(
                                            new Gallery.Item(picture(6, 5, 3, 8, 1), "first"),
                                            new Gallery.Item(picture(4, 7, 3, 8, 2)))));
            case "audio" -> new Sample(port, tone(16_000, 8000, 440));
            case "file" -> new Sample(port, Attachment.of("notes ü.txt", "Hello, 日本\n"));
            case "files" ->
                    new Sample(
                            port,
                            new FileList(
                                    List.of(
                                            new FileList.Item(
                                                    Attachment.of("notes ü.txt", "Hello, 日本\n")),
                                            new FileList.Item(
                                                    "photos/2026",
                                                    Attachment.of("cat.png", new byte[1234])))));
            case "segments" ->
                    new Sample(
                            port,
                            new Segments(
                                    List.of(new Segment("speech", 0.5, 1.5, 0.9)),
                                    0.5,
                                    List.of(0.1, 0.9, 0.9, 0.2)));
            case "json" -> new Sample(port, Json.of(Map.of("name", "Ada", "of", List.of(1L, 2L))));
            case "plot" ->
                    new Sample(
                            port,
                            new Plot(
                                    Mark.LINE,
                                    "step",
                                    "loss",
                                    List.of(
                                            new Plot.Series(
                                                    "train",
                                                    List.of(0.0, 1.0, 2.0),
                                                    List.of(3.0, 1.5, 1.0)))));
            case "spans" ->
                    new Sample(
                            port,
                            new Spans(
                                    "😀 Ada met Bob.",
                                    List.of(
                                            new Span("person", 2, 5, 0.9),
                                            new Span("person", 10, 13, 0.75))));
            case "label" ->
                    new Sample(
                            port,
                            new Label(
                                    List.of(
                                            new Confidence("cat", 0.75),
                                            new Confidence("dog", 0.25))));
            case "boxes" ->
                    new Sample(
                            port,
                            Boxes.of(
                                    new Box(
                                            "face",
                                            0.92,
                                            10,
                                            20,
                                            60,
                                            50,
                                            List.of(new Box.Point("nose", 40, 45))),
                                    Box.drawn("drawn", 2, 3, 4, 5)));
            case "mask" -> new Sample(port, mask(8, 6, List.of("cat", "dog"), 3));
            case "heatmap" -> new Sample(port, picture(6, 5, 1, 8, 1));
            case "text" -> new Sample(port, "Hello there");
            case "code" ->
                    new Sample(
                            port.withOptions(Map.of("language", "python")),
                            "def f(x):\n    return x + 1  # more\n");
            case "log" ->
                    new Sample(
                            port,
                            "12:00:01 INFO started\n12:00:02 \u001b[31mERROR\u001b[0m no disk\n");
            case "markdown" -> new Sample(port, "# Hello\n\n- *there*, [you](https://a.example)");
            case "table" ->
                    new Sample(
                            port,
                            new Table(
                                    List.of("name", "mass"),
                                    List.of(List.of("Ada", 3.5), List.of("日本", 12L))));
            case "number" -> new Sample(port, 12.5);
            case "slider" -> new Sample(port.withLimits(Limits.between(0, 10)), 7.5);
            case "range" -> new Sample(port.withLimits(Limits.between(0, 10)), new Range(2.5, 7.5));
            case "toggle" -> new Sample(port, true);
            case "choice" -> new Sample(choice("cat", "dog"), "dog");
            case "tags" -> new Sample(tags("cat", "dog", "bird"), Tags.of("bird", "cat"));
            case "vector" -> new Sample(port, Vector.of(0.5, -1.25, 3, 0));
            case "datetime" ->
                    new Sample(
                            port.withOptions(Map.of("format", "date")), LocalDate.of(2024, 2, 29));
            case "colour" -> new Sample(port, "#1f6feb");
            case "tensor" -> {
                Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
                yield new Sample(
                        port.withOptions(
                                TensorKind.options(tensor.type(), Shape.of(tensor.shape()))),
                        tensor);
            }
            case "tensors" ->
                    new Sample(
                            port,
                            new TensorList(
                                    ElementType.FLOAT32,
                                    List.of(
                                            Tensor.of(new float[] {1, 2, 3, 4}, 2, 2),
                                            Tensor.of(new float[] {5}, 1))));
            default -> throw missing(kind);
        };
    }

    /// A port of a kind with a bound, and a value outside it; nothing for kinds without bounds.
    public static Optional<Sample> outside(String kind) {
        return List.of("toggle", "table", "json").contains(kind)
                ? Optional.empty()
                : Optional.of(beyond(kind));
    }

    private static Sample beyond(String kind) {
        Port port = Port.of("value", kind);
        return switch (kind) {
            case "mask" ->
                    new Sample(
                            port.withOptions(Map.of("labels", List.of("cat"))),
                            mask(3, 2, List.of("dog"), 1));
            case "image", "heatmap" ->
                    new Sample(
                            port.withLimits(Limits.NONE.withMaxPixels(3)),
                            Picture.of(2, 2, 1, new byte[4]));
            case "gallery" ->
                    new Sample(
                            port.withOptions(Map.of("maxItems", 1)),
                            Gallery.of(List.of(picture(6, 5, 3, 8, 1), picture(4, 7, 3, 8, 2))));
            case "audio" ->
                    new Sample(
                            port.withLimits(Limits.NONE.withMaxSeconds(0.25)),
                            tone(16_000, 8000, 440));
            case "file" ->
                    new Sample(
                            port.withOptions(Map.of("types", List.of(".csv", "image/*"))),
                            Attachment.of("notes.txt", "Hello"));
            case "files" ->
                    new Sample(
                            port.withOptions(Map.of("maxItems", 1)),
                            FileList.of(
                                    List.of(
                                            Attachment.of("a.txt", "Hello"),
                                            Attachment.of("b.txt", "there"))));
            case "label" ->
                    new Sample(
                            port.withOptions(Map.of("labels", List.of("cat", "dog"))),
                            new Label(List.of(new Confidence("bird", 1))));
            case "boxes" -> new Sample(port, Boxes.of(Box.of("cat", 1.5, 0, 0, 1, 1)));
            case "segments" ->
                    new Sample(port, new Segments(List.of(new Segment("speech", 2, 1, 1))));
            case "plot" ->
                    new Sample(
                            port,
                            new Plot(
                                    Mark.BAR,
                                    "",
                                    "",
                                    List.of(new Plot.Series("a", List.of("x"), List.of()))));
            case "spans" -> new Sample(port, new Spans("four", List.of(new Span("x", 2, 5, 1))));
            case "text", "markdown", "log", "code" ->
                    new Sample(
                            port.withLimits(
                                    Limits.NONE.withLength(
                                            OptionalLong.empty(), OptionalLong.of(3))),
                            "four");
            case "number" -> new Sample(port.withLimits(Limits.between(0, 10)), 11.0);
            case "slider" -> new Sample(port.withLimits(Limits.between(0, 10)), -1.0);
            case "range" -> new Sample(port.withLimits(Limits.between(0, 10)), new Range(2, 11));
            case "choice" -> new Sample(choice("cat", "dog"), "bird");
            case "tags" -> new Sample(tags("cat", "dog"), Tags.of("dog", "bird"));
            case "datetime" ->
                    new Sample(
                            port.withOptions(
                                    Map.of(
                                            "format",
                                            "date",
                                            "min",
                                            "2026-01-01",
                                            "max",
                                            "2026-12-31")),
                            LocalDate.of(2027, 1, 1));
            case "colour" -> new Sample(port, "#11223380");
            case "vector" ->
                    new Sample(port.withLimits(Limits.between(0, 10)), Vector.of(1, 11, 2));
            case "tensor" ->
                    new Sample(
                            port.withOptions(TensorKind.options(ElementType.FLOAT32, Shape.of(2))),
                            Tensor.of(new float[] {1, 2, 3}, 3));
            case "tensors" ->
                    new Sample(
                            port.withOptions(TensorKind.options(ElementType.FLOAT32, Shape.of(2))),
                            new TensorList(
                                    ElementType.FLOAT32,
                                    List.of(Tensor.of(new float[] {1, 2, 3}, 3))));
            default -> throw missing(kind);
        };
    }

    /// Text that is no value of a kind, where there is such text.
    public static Optional<String> nonsense(String kind) {
        return switch (kind) {
            case "image", "heatmap" -> Optional.of("data:image/png;base64,AAAA");
            case "audio" -> Optional.of("data:audio/wav;base64,AAAA");
            case "file" -> Optional.of("data:text/plain,not base64");
            case "gallery",
                    "files",
                    "label",
                    "boxes",
                    "mask",
                    "segments",
                    "spans",
                    "plot",
                    "json",
                    "tensor",
                    "tensors" ->
                    Optional.of("[1, [2");
            case "text", "markdown", "log", "code" -> Optional.empty();
            case "table" -> Optional.of("[1, [2");
            case "number",
                    "slider",
                    "range",
                    "toggle",
                    "choice",
                    "tags",
                    "datetime",
                    "vector",
                    "colour" ->
                    Optional.of("abc");
            default -> throw missing(kind);
        };
    }

    /// Files with any name and any content.
    private static Arbitrary<Attachment> attachments() {
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.of("", "text/plain", "application/x-odd+zip", "no type"),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(40))
                .as(Attachment::new);
    }

    private static Port choice(Object... choices) {
        return Port.of("value", "choice").withLimits(Limits.NONE.withChoices(List.of(choices)));
    }

    private static Port tags(Object... choices) {
        return Port.of("value", "tags").withLimits(Limits.NONE.withChoices(List.of(choices)));
    }

    /// Numbers of any number and of a fixed one.
    private static Arbitrary<Sample> vectors() {
        Port port = Port.of("value", "vector");
        return numbers()
                .list()
                .ofMaxSize(12)
                .map(all -> Vector.of(all.stream().mapToDouble(n -> n).toArray()))
                .map(v ->
                        new Sample(
                                v.size() % 2 == 0
                                        ? port
                                        : port.withOptions(Map.of("length", (long) v.size())),
                                v));
    }

    /// Dates, moments and times of day of all years that RFC 3339 can write.
    private static Arbitrary<Sample> datetimes() {
        Port port = Port.of("value", "datetime");
        Arbitrary<LocalDate> days =
                Arbitraries.longs()
                        .between(
                                LocalDate.of(0, 1, 1).toEpochDay(),
                                LocalDate.of(9999, 12, 31).toEpochDay())
                        .map(LocalDate::ofEpochDay);
        Arbitrary<LocalTime> times =
                Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay),
                        Arbitraries.longs()
                                .between(0, LocalTime.MAX.toNanoOfDay())
                                .map(LocalTime::ofNanoOfDay));
        Arbitrary<ZoneOffset> offsets =
                Arbitraries.integers()
                        .between(-18 * 60, 18 * 60)
                        .map(minutes -> ZoneOffset.ofTotalSeconds(60 * minutes));
        return Arbitraries.oneOf(
                days.map(v -> new Sample(port.withOptions(Map.of("format", "date")), v)),
                times.map(v -> new Sample(port.withOptions(Map.of("format", "time")), v)),
                Combinators.combine(days, times, offsets)
                        .as((day, time, offset) ->
                                new Sample(port, day.atTime(time).atOffset(offset))));
    }

    /// Tags out of a list, few and many, and free ones.
    private static Arbitrary<Sample> tags() {
        Arbitrary<String> tag = Arbitraries.strings().ofMinLength(1).ofMaxLength(8);
        Arbitrary<Sample> free =
                tag.list()
                        .uniqueElements()
                        .ofMaxSize(9)
                        .map(all -> new Sample(Port.of("value", "tags"), new Tags(all)));
        Arbitrary<Sample> chosen =
                Combinators.combine(
                                tag.list().uniqueElements().ofMinSize(1).ofMaxSize(20),
                                Arbitraries.integers().between(0, 20))
                        .as((all, n) ->
                                new Sample(
                                        tags(all.toArray()),
                                        new Tags(
                                                all.reversed()
                                                        .subList(0, Math.min(n, all.size())))));
        return Arbitraries.oneOf(free, chosen);
    }

    /// Choices of every type of JSON's scalars, and one of them.
    private static Arbitrary<Sample> choices() {
        Arbitrary<Object> scalar =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(8).map(Object.class::cast),
                        Arbitraries.longs().map(Object.class::cast),
                        Arbitraries.doubles().between(-1e6, 1e6).map(Object.class::cast),
                        Arbitraries.of(true, false).map(Object.class::cast));
        return Combinators.combine(
                        scalar.list().ofMinSize(1).ofMaxSize(9),
                        Arbitraries.integers().between(0, 8))
                .as((all, i) -> new Sample(choice(all.toArray()), all.get(i % all.size())));
    }

    /// Tables of all types of cells, texts that look like the others among them.
    private static Arbitrary<Table> tables() {
        Arbitrary<String> text =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(6),
                        Arbitraries.of(
                                "",
                                "1",
                                "-0",
                                "007",
                                "1e5",
                                "1.50",
                                "TRUE",
                                "false",
                                "NaN",
                                "a,b",
                                "a;b",
                                "a\tb",
                                "\"",
                                "\r\n",
                                " 1 ",
                                "[1]",
                                "{",
                                "#",
                                "=1+1",
                                "\uFEFFa",
                                "9223372036854775808"));
        Arbitrary<Object> cell =
                Arbitraries.oneOf(
                                text.map(Object.class::cast),
                                Arbitraries.longs().map(Object.class::cast),
                                Arbitraries.doubles().map(Object.class::cast),
                                Arbitraries.of(true, false).map(Object.class::cast))
                        .injectNull(0.1);
        return text.list()
                .ofMaxSize(4)
                .flatMap(headers ->
                        cell.list()
                                .ofSize(headers.size())
                                .list()
                                .ofMaxSize(headers.isEmpty() ? 0 : 6)
                                .map(rows -> new Table(headers, rows)));
    }

    private static AssertionError missing(String kind) {
        return new AssertionError(
                "The kind '%s' has no samples: add it to dev.vitrine.kind.Samples".formatted(kind));
    }

    /// Pictures of every number of channels and either depth.
    public static Arbitrary<Picture> pictures() {
        Arbitrary<Integer> side = Arbitraries.integers().between(1, 9);
        return Combinators.combine(
                        side,
                        side,
                        Arbitraries.of(1, 3, 4),
                        Arbitraries.of(8, 16),
                        Arbitraries.longs())
                .as(Samples::picture);
    }

    private static Picture picture(int width, int height, int channels, int depth, long seed) {
        Random random = new Random(seed);
        int n = width * height * channels;
        if (depth == 8) {
            byte[] samples = new byte[n];
            random.nextBytes(samples);
            return Picture.of(width, height, channels, samples);
        }
        short[] samples = new short[n];
        for (int i = 0; i < n; i++) {
            samples[i] = (short) random.nextInt();
        }
        return Picture.of(width, height, channels, samples);
    }

    /// Sounds of one to three channels, of samples that 16 bits hold and of any others, none at all
    /// among them.
    public static Arbitrary<Sound> sounds() {
        return Combinators.combine(
                        Arbitraries.of(8000, 16_000, 44_100),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.oneOf(
                                        Arbitraries.shorts().map(s -> s / 32_768f),
                                        Arbitraries.floats().between(-2, 2),
                                        Arbitraries.of(0f, -0f, 1f, -1f, 1e-30f))
                                .list()
                                .ofMaxSize(20))
                .as((rate, channels, samples) -> {
                    float[] all = new float[samples.size() * channels];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = samples.get(i / channels);
                    }
                    return Sound.of(rate, channels, all);
                });
    }

    /// A sine of half the loudness there is.
    public static Sound tone(int rate, int frames, double hertz) {
        float[] samples = new float[frames];
        for (int i = 0; i < frames; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return Sound.of(rate, 1, samples);
    }

    private static Arbitrary<Segments> segments() {
        Arbitrary<Double> part = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.strings().ofMaxLength(9),
                                        Arbitraries.doubles().between(0, 1e5),
                                        Arbitraries.doubles().between(0, 1e3),
                                        confidences())
                                .as((label, start, length, score) ->
                                        new Segment(label, start, start + length, score))
                                .list()
                                .ofMaxSize(5),
                        part.list().ofMaxSize(9))
                .as((parts, scores) -> new Segments(parts, scores.isEmpty() ? 0 : 0.032, scores));
    }

    private static Arbitrary<OptionalDouble> confidences() {
        return Arbitraries.doubles()
                .between(0, 1)
                .map(OptionalDouble::of)
                .injectNull(0.2)
                .map(score -> score == null ? OptionalDouble.empty() : score);
    }

    private static Arbitrary<JsonNode> jsons() {
        Arbitrary<Object> scalar =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(5).map(v -> (Object) v),
                        Arbitraries.longs().map(v -> (Object) v),
                        Arbitraries.of(true, false).map(v -> (Object) v));
        return Arbitraries.oneOf(
                        scalar,
                        scalar.list().ofMaxSize(3).map(v -> (Object) v),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(3), scalar)
                                .ofMaxSize(3)
                                .map(v -> (Object) v))
                .map(Json::of);
    }

    /// Numbers at numbers or at names, with gaps.
    private static Arbitrary<Plot> plots() {
        Arbitrary<@Nullable Double> y = Arbitraries.doubles().between(-1e6, 1e6).injectNull(0.1);
        Arbitrary<List<Plot.Series>> numbers =
                series(Arbitraries.doubles().between(-1e6, 1e6).map(n -> (Object) n), y);
        Arbitrary<List<Plot.Series>> names =
                series(Arbitraries.strings().ofMaxLength(5).map(n -> (Object) n), y);
        return Combinators.combine(
                        Arbitraries.of(Mark.values()),
                        Arbitraries.strings().ofMaxLength(5),
                        Arbitraries.oneOf(numbers, names))
                .as((mark, label, series) -> new Plot(mark, label, "", series));
    }

    private static Arbitrary<List<Plot.Series>> series(
            Arbitrary<Object> x, Arbitrary<@Nullable Double> y) {
        return Arbitraries.integers()
                .between(0, 6)
                .flatMap(n ->
                        Combinators.combine(
                                        Arbitraries.strings().ofMaxLength(5),
                                        x.list().ofSize(n),
                                        y.list().ofSize(n))
                                .as(Plot.Series::new))
                .list()
                .ofMaxSize(3);
    }

    /// Parts of a text one behind the other, with gaps between some.
    private static Arbitrary<Spans> spans() {
        Arbitrary<Span> part =
                Combinators.combine(
                                Arbitraries.strings().ofMaxLength(5),
                                Arbitraries.integers().between(0, 3),
                                Arbitraries.integers().between(1, 4),
                                confidences())
                        .as(Span::new);
        return Combinators.combine(
                        part.list().ofMaxSize(5),
                        Arbitraries.of("a", "日", "😀", "\n", " ").list().ofSize(45))
                .as((parts, text) -> {
                    List<Span> spans = new ArrayList<>();
                    int at = 0;
                    for (Span gap : parts) {
                        int start = at + gap.start();
                        at = start + gap.end();
                        spans.add(new Span(gap.label(), start, at, gap.confidence()));
                    }
                    return new Spans(String.join("", text), spans);
                });
    }

    private static Arbitrary<Boxes> boxes() {
        Arbitrary<Double> place = Arbitraries.doubles().between(-1e6, 1e6);
        Arbitrary<Double> size = Arbitraries.doubles().between(0, 1e6);
        Arbitrary<Box.Point> point =
                Combinators.combine(
                                Arbitraries.strings().ofMaxLength(5),
                                place,
                                place,
                                Arbitraries.doubles().between(0, 1))
                        .as(Box.Point::new);
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.doubles().between(0, 1),
                        place,
                        place,
                        size,
                        size,
                        point.list().ofMaxSize(6))
                .as(Box::new)
                .list()
                .ofMaxSize(6)
                .map(Boxes::new);
    }

    private static Arbitrary<Mask> masks() {
        Arbitrary<Integer> side = Arbitraries.integers().between(1, 9);
        return Combinators.combine(
                        side,
                        side,
                        Arbitraries.strings().ofMaxLength(8).list().ofMaxSize(4),
                        Arbitraries.longs())
                .as(Samples::mask);
    }

    private static Mask mask(int width, int height, List<String> labels, long seed) {
        Random random = new Random(seed);
        return new Mask(
                width,
                height,
                labels.stream()
                        .map(label -> {
                            BitSet pixels = new BitSet();
                            for (int i = 0; i < width * height; i++) {
                                pixels.set(i, random.nextBoolean());
                            }
                            Area area = Area.of(width, height, pixels);
                            return random.nextBoolean()
                                    ? new Mask.Segment(label, random.nextDouble(), area)
                                    : Mask.Segment.of(label, area);
                        })
                        .toList());
    }

    private static Arbitrary<Label> labels() {
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(12),
                        Arbitraries.oneOf(
                                Arbitraries.doubles().between(0, 1),
                                numbers(),
                                Arbitraries.of(
                                        Double.NaN,
                                        Double.POSITIVE_INFINITY,
                                        Double.NEGATIVE_INFINITY)))
                .as(Confidence::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(Label::new);
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.integers().map(Integer::doubleValue),
                Arbitraries.of(
                        0.0,
                        -0.0,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        -Double.MAX_VALUE,
                        0x1p53,
                        0x1p53 + 2,
                        1e-300,
                        0.1 + 0.2));
    }

    /// Tensors of every type and of rank 0 to 3, empty ones included.
    public static Arbitrary<Tensor> tensors() {
        Arbitrary<long[]> shapes =
                Arbitraries.longs().between(0, 3).array(long[].class).ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(ElementType.values()), shapes, Arbitraries.longs())
                .as(Samples::tensor);
    }

    /// Lists of tensors of one type, the empty one included.
    public static Arbitrary<TensorList> tensorLists() {
        Arbitrary<long[]> shapes =
                Arbitraries.longs().between(0, 3).array(long[].class).ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(ElementType.values()),
                        shapes.list().ofMaxSize(4),
                        Arbitraries.longs())
                .as((type, all, seed) ->
                        new TensorList(
                                type,
                                all.stream().map(shape -> tensor(type, shape, seed)).toList()));
    }

    private static Tensor tensor(ElementType type, long[] shape, long seed) {
        Random random = new Random(seed);
        int n = 1;
        for (long size : shape) {
            n *= (int) size;
        }
        if (type == ElementType.STRING) {
            return Tensor.of(
                    IntStream.range(0, n).mapToObj(i -> "日本 ü\n\"" + random.nextInt()).toList(),
                    shape);
        }
        ByteBuffer bytes = Tensor.allocate((long) n * type.bytes());
        for (int i = 0; i < n; i++) {
            if (type == ElementType.INT64 || type == ElementType.UINT64) {
                bytes.putLong(8 * i, random.nextLong());
            } else if (type == ElementType.BOOL) {
                bytes.put(i, (byte) random.nextInt(2));
            } else if (type.isFloating()) {
                putFloat(type, bytes, i, random);
            } else {
                put(type.bytes(), bytes, i, random.nextInt());
            }
        }
        return Tensor.of(type, bytes, shape);
    }

    /// Any number the type holds; NaN in the one form that JSON can carry.
    private static void putFloat(ElementType type, ByteBuffer bytes, int i, Random random) {
        double odd =
                switch (random.nextInt(8)) {
                    case 0 -> Double.NaN;
                    case 1 -> Double.NEGATIVE_INFINITY;
                    case 2 -> -0.0;
                    default -> random.nextGaussian() * Math.pow(10, random.nextInt(-6, 5));
                };
        Tensor one = Tensor.of(type, new double[] {odd}, 1);
        for (int b = 0; b < type.bytes(); b++) {
            bytes.put(i * type.bytes() + b, one.buffer().get(b));
        }
    }

    private static void put(int size, ByteBuffer bytes, int i, int value) {
        switch (size) {
            case 1 -> bytes.put(i, (byte) value);
            case 2 -> bytes.putShort(2 * i, (short) value);
            default -> bytes.putInt(4 * i, value);
        }
    }
}
