package dev.vitrine.window.kind.markdown;

import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// Markdown as it is meant to be read, which scrolls where it is long; Copy takes it as it was
/// written.
final class MarkdownViewer extends PortViewer<String> {
    /// Characters that are laid out without delay.
    private static final int LONG = 40_000;

    private final Desktop desktop;
    private final ScrollPane node = new ScrollPane();

    MarkdownViewer(Port port, Desktop desktop) {
        super(port, desktop);
        this.desktop = desktop;
        node.getStyleClass().addAll("kind-markdown", "markdown-answer");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.setAccessibleText(port.label());
        copies("Copy", text -> text);
        saves("Save the text", "md", text -> text.getBytes(StandardCharsets.UTF_8));
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    /// What streams in stays where the reader has scrolled to.
    @Override
    protected void render(@Nullable String before, @Nullable String value) {
        boolean goesOn =
                before != null && value != null && !before.isEmpty() && value.startsWith(before);
        double read = node.getVvalue() * hidden();
        String text = value == null ? "" : value;
        boolean all = text.length() <= LONG;
        caption(all ? "" : "first %s characters".formatted(NumberText.grouped(LONG)));
        node.setContent(
                MarkdownText.of(all ? text : text.substring(0, LONG) + "…", desktop::browse));
        if (goesOn) {
            node.layout();
            node.setVvalue(hidden() > 0 ? read / hidden() : 0);
        } else {
            node.setVvalue(0);
        }
    }

    /// The height of what does not fit.
    private double hidden() {
        return node.getContent() == null
                ? 0
                : Math.max(
                        0,
                        node.getContent().getLayoutBounds().getHeight()
                                - node.getViewportBounds().getHeight());
    }
}
