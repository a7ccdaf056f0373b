package dev.vitrine.window;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// A model card, from Markdown to text that flows: headings, paragraphs, lists, code and links.
///
/// Pictures and HTML of a card are left out: a card is data from a stranger, and nothing in it is
/// fetched.
final class CardText extends AbstractVisitor {
    private final Consumer<URI> browse;
    private final VBox blocks = new VBox();
    private TextFlow flow = new TextFlow();
    private final List<String> styles = new ArrayList<>();

    private CardText(Consumer<URI> browse) {
        this.browse = browse;
        blocks.getStyleClass().add("card-text");
    }

    /// The text of a card.
    ///
    /// @param browse opens a link
    static Node of(String markdown, Consumer<URI> browse) {
        CardText card = new CardText(browse);
        // A front matter block, as Hugging Face's cards have one, is data and not text.
        String text = markdown.replaceFirst("(?s)\\A---\\R.*?\\R---\\R", "");
        Parser.builder().build().parse(text).accept(card);
        return card.blocks;
    }

    @Override
    public void visit(Heading heading) {
        block("card-heading-" + Math.min(3, heading.getLevel()), () -> visitChildren(heading));
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getParent() instanceof ListItem) {
            visitChildren(paragraph);
            if (paragraph.getNext() != null) {
                add("\n", List.of());
            }
        } else {
            block("card-paragraph", () -> visitChildren(paragraph));
        }
    }

    @Override
    public void visit(BulletList list) {
        items(list.getFirstChild(), n -> "•");
    }

    @Override
    public void visit(OrderedList list) {
        int start = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        items(list.getFirstChild(), n -> start + n + ".");
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("card-emphasis", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        styled("card-strong", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(Code code) {
        styled("card-code", () -> add(code.getLiteral(), styles));
    }

    @Override
    public void visit(Link link) {
        int from = flow.getChildren().size();
        styled("card-link", () -> visitChildren(link));
        target(link.getDestination())
                .ifPresent(uri ->
                        flow.getChildren()
                                .subList(from, flow.getChildren().size())
                                .forEach(n -> n.setOnMouseClicked(e -> browse.accept(uri))));
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral(), styles);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ", styles);
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n", styles);
    }

    private void items(org.commonmark.node.Node first, IntFunction<String> marker) {
        int n = 0;
        for (var item = first; item != null; item = item.getNext()) {
            Label mark = new Label(marker.apply(n));
            n++;
            mark.getStyleClass().add("card-marker");
            TextFlow text = new TextFlow();
            HBox row = new HBox(mark, text);
            row.getStyleClass().add("card-item");
            HBox.setHgrow(text, Priority.ALWAYS);
            blocks.getChildren().add(row);
            TextFlow before = flow;
            flow = text;
            visitChildren(item);
            flow = before;
        }
    }

    private void code(String text) {
        Label code = new Label(text.stripTrailing());
        code.getStyleClass().addAll("code", "code-box");
        code.setWrapText(true);
        code.setMaxWidth(Double.MAX_VALUE);
        blocks.getChildren().add(code);
    }

    private void block(String style, Runnable content) {
        flow = new TextFlow();
        flow.getStyleClass().add(style);
        blocks.getChildren().add(flow);
        styled(style + "-text", content);
    }

    private void styled(String style, Runnable content) {
        styles.add(style);
        content.run();
        styles.removeLast();
    }

    private void add(String words, List<String> how) {
        Text text = new Text(words);
        text.getStyleClass().add("card-words");
        text.getStyleClass().addAll(how);
        flow.getChildren().add(text);
    }

    /// Where a link leads, for links into the web only.
    private static Optional<URI> target(String destination) {
        try {
            URI uri = URI.create(destination);
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
