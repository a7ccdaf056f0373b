package dev.vitrine.kind.markdown;

import dev.vitrine.kind.text.TextKind;

/// Text with headings, lists, links, code and emphasis, as CommonMark writes them.
public final class MarkdownKind extends TextKind {
    @Override
    public String id() {
        return "markdown";
    }
}
