package dev.vitrine.kind.markdown;

import dev.vitrine.kind.text.TextKind;

import tools.jackson.databind.node.ObjectNode;

/// Text with headings, lists, links, code and emphasis, as CommonMark writes them.
public final class MarkdownKind extends TextKind {
    @Override
    public String id() {
        return "markdown";
    }

    /// What is set in headings and lists is there to be read.
    @Override
    public ObjectNode options() {
        ObjectNode all = super.options();
        all.remove(SECRET);
        return all;
    }
}
