package dev.vitrine.window.kind.tags;

import dev.vitrine.kind.tags.Tags;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Several of a list as check boxes, or as chips with a field that finds and adds them, and the
/// chips that came out.
public final class TagsFace implements Face<Tags> {
    @Override
    public String kind() {
        return "tags";
    }

    @Override
    public Editor<Tags> editor(Port port, Desktop desktop) {
        return new TagsEditor(port, desktop);
    }

    @Override
    public Viewer<Tags> viewer(Port port, Desktop desktop) {
        return new TagsViewer(port, desktop);
    }
}
