package dev.vitrine.window.kind.spans;

import dev.vitrine.kind.spans.Span;
import dev.vitrine.kind.spans.Spans;
import dev.vitrine.kind.spans.SpansKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;
import dev.vitrine.window.kind.boxes.Colours;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A text in lines, its parts in the colours of their labels, and a legend above; only the lines
/// that are seen are drawn, so that a book is shown as fast as a sentence.
final class SpansViewer extends PortViewer<Spans> {
    private static final SpansKind KIND = new SpansKind();

    private final ListView<Paragraph> lines = new ListView<>();
    private final FlowPane legend = new FlowPane();
    private final VBox node = new VBox(legend, lines);
    private Colours colours;

    SpansViewer(Port port, Desktop desktop) {
        super(port, desktop);
        colours = colours(List.of());
        node.getStyleClass().add("kind-spans");
        legend.getStyleClass().add("span-legend");
        lines.getStyleClass().add("span-lines");
        VBox.setVgrow(lines, Priority.ALWAYS);
        lines.setAccessibleText(port.label());
        lines.setCellFactory(view -> new ParagraphCell(() -> colours));
        copies("Copy", Spans::text);
        saves("Save the spans", "csv", found -> KIND.file(port, found).orElseThrow().bytes());
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    protected void render(@Nullable Spans before, @Nullable Spans value) {
        Spans found = value == null ? new Spans("", List.of()) : value;
        List<String> labels = found.spans().stream().map(Span::label).distinct().toList();
        colours = colours(labels);
        legend.getChildren()
                .setAll(labels.stream().map(l -> Marks.plate(l, colours.style(l))).toList());
        legend.setVisible(!labels.isEmpty());
        lines.getItems().setAll(Paragraph.of(found));
        caption(value == null ? "" : count(found));
    }

    /// Labels that the port declares come first, so that they keep their colours.
    private Colours colours(List<String> seen) {
        Colours all = new Colours(Port.of(port().name(), port().kind()));
        SpansKind.labels(port()).forEach(all::of);
        seen.forEach(all::of);
        return all;
    }

    /// How many parts there are of what, such as `2 person, 1 place`.
    static String count(Spans found) {
        if (found.spans().isEmpty()) {
            return "nothing found";
        }
        return found.spans().stream()
                .collect(Collectors.groupingBy(Span::label, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(3)
                .map(e -> (NumberText.grouped(e.getValue()) + " " + e.getKey()).strip())
                .collect(Collectors.joining(", "));
    }
}
