package dev.vitrine.window.kind.markdown;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Markdown as text that flows: headings, paragraphs, lists, tables, quotations, code and links.
///
/// Pictures and HTML are left out: the text comes from a stranger or a model, and nothing in it is
/// fetched.
public final class MarkdownText extends AbstractVisitor {
    /// Where links may lead; anything else, such as a file, stays words.
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    /// Deeper nesting is no text that somebody wrote to be read.
    private static final int DEEPEST = 40;

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Consumer<URI> browse;
    private VBox blocks = new VBox();
    private TextFlow flow = new TextFlow();
    private final List<String> styles = new ArrayList<>();

    private MarkdownText(Consumer<URI> browse) {
        this.browse = browse;
    }

    /// The text as a node as wide as its parent, in the style class `markdown-text`.
    ///
    /// @param browse opens a link
    public static Node of(String markdown, Consumer<URI> browse) {
        MarkdownText text = new MarkdownText(browse);
        VBox all = text.blocks;
        all.getStyleClass().add("markdown-text");
        // A front matter block, as Hugging Face's cards have one, is data and not text.
        String body = markdown.replaceFirst("(?s)\\A---\\R.*?\\R---\\R", "");
        Parser.builder()
                .extensions(TABLES)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build()
                .parse(body)
                .accept(text);
        return all;
    }

    @Override
    public void visit(Heading heading) {
        block("markdown-heading-" + Math.min(3, heading.getLevel()), () -> visitChildren(heading));
    }

    @Override
    public void visit(Paragraph paragraph) {
        block("markdown-paragraph", () -> visitChildren(paragraph));
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
    public void visit(BlockQuote quote) {
        VBox inside = new VBox();
        inside.getStyleClass().add("markdown-quote");
        blocks.getChildren().add(inside);
        within(inside, () -> visitChildren(quote));
    }

    @Override
    public void visit(ThematicBreak line) {
        Region rule = new Region();
        rule.getStyleClass().add("markdown-rule");
        blocks.getChildren().add(rule);
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
        styled("markdown-emphasis", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        styled("markdown-strong", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(Code code) {
        styled("markdown-code", () -> add(code.getLiteral()));
    }

    @Override
    public void visit(Link link) {
        int from = flow.getChildren().size();
        Optional<URI> target = target(link.getDestination());
        if (target.isEmpty()) {
            visitChildren(link);
            return;
        }
        styled("markdown-link", () -> visitChildren(link));
        List<Node> words = flow.getChildren().subList(from, flow.getChildren().size());
        words.forEach(word -> word.setOnMouseClicked(e -> browse.accept(target.get())));
        words.stream().findFirst().ifPresent(first -> reachable(first, target.get()));
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n");
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            blocks.getChildren().add(new MarkdownTable(table, this::cell));
        } else {
            visitChildren(block);
        }
    }

    private void cell(TextFlow into, TableCell cell) {
        TextFlow before = flow;
        flow = into;
        String style = cell.isHeader() ? "markdown-strong" : "markdown-paragraph-text";
        styled(style, () -> visitChildren(cell));
        flow = before;
    }

    /// Lets the keyboard reach a link by its first words.
    private void reachable(Node first, URI target) {
        first.setFocusTraversable(true);
        first.setAccessibleRole(AccessibleRole.HYPERLINK);
        first.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                browse.accept(target);
                e.consume();
            }
        });
    }

    private void items(org.commonmark.node.Node first, IntFunction<String> marker) {
        int n = 0;
        for (var item = first; item != null; item = item.getNext()) {
            Label mark = new Label(marker.apply(n));
            n++;
            mark.getStyleClass().add("markdown-marker");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            VBox inside = new VBox();
            inside.getStyleClass().add("markdown-inside");
            HBox row = new HBox(mark, inside);
            row.getStyleClass().add("markdown-item");
            HBox.setHgrow(inside, Priority.ALWAYS);
            blocks.getChildren().add(row);
            var contents = item;
            within(inside, () -> visitChildren(contents));
        }
    }

    private void code(String text) {
        Label code = new Label(text.stripTrailing());
        code.getStyleClass().addAll("mono", "markdown-code-block");
        code.setWrapText(true);
        code.setMaxWidth(Double.MAX_VALUE);
        blocks.getChildren().add(code);
    }

    private void within(VBox inside, Runnable content) {
        VBox before = blocks;
        blocks = inside;
        content.run();
        blocks = before;
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

    private void add(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("markdown-words");
        text.getStyleClass().addAll(styles);
        flow.getChildren().add(text);
    }

    private static Optional<URI> target(String destination) {
        try {
            URI uri = URI.create(destination);
            return Optional.of(uri)
                    .filter(u -> u.getScheme() != null)
                    .filter(u -> SCHEMES.contains(u.getScheme().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
