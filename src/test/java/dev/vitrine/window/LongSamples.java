package dev.vitrine.window;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Samples.Sample;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;
import dev.vitrine.kind.segments.Segment;
import dev.vitrine.kind.segments.Segments;
import dev.vitrine.kind.spans.Span;
import dev.vitrine.kind.spans.Spans;
import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.tags.Tags;
import dev.vitrine.kind.vector.Vector;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Values that hardly find room: long words without a space, many parts, large numbers.
final class LongSamples {
    private static final String WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";
    private static final String WORDS = "日本語の文 مرحبا بالعالم 😀 and %s once more. ".formatted(WORD);

    private LongSamples() {}

    /// A large value of a kind; nothing for kinds whose values are all of one size.
    static Optional<Sample> of(String kind) {
        Port port = Port.of("value", kind);
        return switch (kind) {
            case "text" -> Optional.of(new Sample(port, WORDS.repeat(40)));
            case "markdown" ->
                    Optional.of(
                            new Sample(
                                    port,
                                    ("# %s\n\n%s\n\n- one\n- two\n\n`code`\n\n")
                                            .formatted(WORD, WORDS.repeat(3))
                                            .repeat(5)));
            case "number" -> Optional.of(new Sample(port, -1234567890.123456));
            case "label" ->
                    Optional.of(
                            new Sample(
                                    port,
                                    new Label(
                                            IntStream.range(0, 40)
                                                    .mapToObj(i ->
                                                            new Confidence(
                                                                    i + " " + WORDS,
                                                                    i == 0 ? 0.9 : 0.002))
                                                    .toList())));
            case "choice" -> Optional.of(choice(port));
            case "vector" ->
                    Optional.of(
                            new Sample(
                                    port,
                                    Vector.of(
                                            IntStream.range(0, 100_000)
                                                    .mapToDouble(i ->
                                                            Math.sin(i / 5e3)
                                                                    * Math.sin(i * 0.7)
                                                                    * 1e-3)
                                                    .toArray())));
            case "tags" ->
                    Optional.of(
                            new Sample(
                                    port,
                                    new Tags(
                                            IntStream.range(0, 40)
                                                    .mapToObj(i -> i + " " + WORDS)
                                                    .toList())));
            case "table" -> Optional.of(new Sample(port, table()));
            case "json" -> Optional.of(new Sample(port, Json.of(tree(4))));
            case "spans" -> Optional.of(new Sample(port, spans()));
            case "boxes" ->
                    Optional.of(
                            new Sample(
                                    port,
                                    new Boxes(
                                            IntStream.range(0, 30)
                                                    .mapToObj(i ->
                                                            Box.of(
                                                                    WORD + i, 0.5, 10 * i, 5 * i,
                                                                    40, 30))
                                                    .toList())));
            case "segments" ->
                    Optional.of(
                            new Sample(
                                    port,
                                    new Segments(
                                            IntStream.range(0, 30)
                                                    .mapToObj(i ->
                                                            new Segment(WORD + i, i, i + 0.5, 0.5))
                                                    .toList())));
            default -> Optional.empty();
        };
    }

    private static Sample choice(Port port) {
        List<Object> all = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> all.add(i + " " + WORDS));
        return new Sample(port.withLimits(Limits.NONE.withChoices(all)), all.get(3));
    }

    private static Table table() {
        List<String> headers = IntStream.range(0, 30).mapToObj(i -> "column " + i).toList();
        List<Object> row = new ArrayList<>(Collections.nCopies(30, (Object) 1234567.891));
        row.set(0, WORDS);
        return new Table(headers, Collections.nCopies(200, List.copyOf(row)));
    }

    private static Map<String, Object> tree(int depth) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(WORD, WORDS);
        all.put("list", List.of(1L, 2L, 3L));
        if (depth > 0) {
            all.put("within", tree(depth - 1));
        }
        return all;
    }

    private static Spans spans() {
        String text = "Ada met %s. ".formatted(WORD).repeat(30);
        int length = text.length() / 30;
        return new Spans(
                text,
                IntStream.range(0, 30)
                        .mapToObj(
                                i -> new Span("kind of " + i % 12, length * i, length * i + 3, 0.9))
                        .toList());
    }
}
