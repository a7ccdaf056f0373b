package dev.vitrine.window.kind.tags;

import dev.vitrine.kind.tags.Offered;
import dev.vitrine.kind.tags.TagList;
import dev.vitrine.kind.tags.Tags;
import dev.vitrine.kind.tags.TagsKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// The tags as chips.
final class TagsViewer extends PortViewer<Tags> {
    private static final TagsKind KIND = new TagsKind();

    private final Chips chips;

    TagsViewer(Port port, Desktop desktop) {
        super(port, desktop);
        chips = new Chips(Offered.of(port), "–", null);
        copies("Copy", value -> TagList.write(value.all()));
        saves(
                "Save tags",
                "json",
                value -> KIND.encode(port, value).toString().getBytes(StandardCharsets.UTF_8));
        show(null);
    }

    @Override
    public Node node() {
        return chips.node();
    }

    @Override
    protected void render(@Nullable Tags before, @Nullable Tags value) {
        chips.show(value == null ? Tags.NONE : value);
        int count = value == null ? 0 : value.all().size();
        caption(value == null ? "" : count == 0 ? "none" : NumberText.grouped(count));
    }
}
