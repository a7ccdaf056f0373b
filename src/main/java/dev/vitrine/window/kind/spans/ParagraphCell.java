package dev.vitrine.window.kind.spans;

import dev.vitrine.kind.spans.Span;
import dev.vitrine.window.kind.boxes.Colours;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// One line of the text, which wraps.
final class ParagraphCell extends ListCell<Paragraph> {
    private final Supplier<Colours> colours;
    private final TextFlow flow = new TextFlow();

    ParagraphCell(Supplier<Colours> colours) {
        this.colours = colours;
        flow.getStyleClass().add("span-flow");
        // A line is as wide as the list and wraps there, whatever it holds.
        setPrefWidth(0);
        flow.prefWidthProperty().bind(widthProperty().subtract(2));
    }

    @Override
    protected void updateItem(@Nullable Paragraph line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        List<Node> nodes = new ArrayList<>();
        for (Paragraph.Piece piece : line.pieces()) {
            Span span = piece.span();
            if (span == null) {
                Text plain = new Text(piece.words());
                plain.getStyleClass().add("span-plain");
                nodes.add(plain);
            } else {
                nodes.addAll(Marks.words(piece, span, colours.get().style(span.label())));
            }
        }
        flow.getChildren().setAll(nodes);
        setAccessibleText(
                line.pieces().stream().map(ParagraphCell::spoken).collect(Collectors.joining()));
        setGraphic(flow);
    }

    private static String spoken(Paragraph.Piece piece) {
        Span span = piece.span();
        return span == null ? piece.words() : piece.words() + " (" + span.label() + ") ";
    }
}
