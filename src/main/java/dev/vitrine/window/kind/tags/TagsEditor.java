package dev.vitrine.window.kind.tags;

import dev.vitrine.kind.tags.Offered;
import dev.vitrine.kind.tags.Tags;
import dev.vitrine.kind.tags.TagsKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Several tags, in the order in which they were chosen: check boxes for a few choices, chips and a
/// field otherwise.
final class TagsEditor extends PortEditor<Tags> {
    /// The most choices that stand there as check boxes.
    private static final int FEW = 8;

    private static final TagsKind KIND = new TagsKind();

    private final Offered offered;
    private final TagPicker picker;
    private final List<Node> tools = new ArrayList<>();

    TagsEditor(Port port, Desktop desktop) {
        super(KIND, port);
        offered = Offered.of(port);
        picker =
                offered.isOpen() || offered.all().size() > FEW
                        ? new ChipField(port.label(), offered, this::change, desktop)
                        : new CheckBoxes(port.label(), offered, this::change);
        if (!offered.all().isEmpty()) {
            tools.add(Tools.button("Select all", this::all));
        }
        tools.add(Tools.button(offered.all().isEmpty() ? "Remove all" : "Select none", this::none));
        set(held().standard());
    }

    @Override
    public Node node() {
        return picker.node();
    }

    @Override
    public List<Node> tools() {
        return List.copyOf(tools);
    }

    @Override
    public void set(@Nullable Tags value) {
        picker.clear();
        hold(value == null ? nothing() : value);
    }

    @Override
    public Node focus() {
        return picker.focus();
    }

    @Override
    public void close() {
        picker.close();
        super.close();
    }

    private void hold(@Nullable Tags value) {
        picker.show(value == null ? Tags.NONE : value);
        held().put(value);
        count();
    }

    /// None is a value where a run needs one; else the port is left out, or its least number asks
    /// for some.
    private @Nullable Tags nothing() {
        return port().required() && TagsKind.least(port()) == 0 ? Tags.NONE : null;
    }

    private Tags now() {
        Tags value = held().get();
        return value == null ? Tags.NONE : value;
    }

    /// Adds and removes what a person did; says whether it was taken.
    private boolean change(List<String> more, int gone) {
        Tags left = gone < 0 ? now() : now().without(gone);
        Tags then = left.with(TagsKind.isUnique(port()) ? fresh(left, more) : more);
        if (more.size() == 1) {
            Problem problem = unknown(more.getFirst());
            if (problem != null) {
                held().complain(ProblemException.input(problem));
                return false;
            }
        }
        // what a default would fill in again is an empty list
        hold(then.all().isEmpty() && port().standard() == null ? nothing() : then);
        return true;
    }

    private static List<String> fresh(Tags left, List<String> more) {
        LinkedHashSet<String> all = new LinkedHashSet<>(more);
        left.all().forEach(all::remove);
        return List.copyOf(all);
    }

    /// What is wrong with a tag by itself.
    private @Nullable Problem unknown(String tag) {
        return offered.isOpen() || offered.has(tag)
                ? null
                : KIND.check(port().withOptions(Map.of()), Tags.of(tag)).getFirst();
    }

    private void all() {
        change(offered.all(), -1);
    }

    private void none() {
        picker.clear();
        hold(port().standard() == null ? nothing() : Tags.NONE);
    }

    private void count() {
        int count = now().all().size();
        if (picker instanceof CheckBoxes) {
            return;
        }
        String words =
                offered.all().isEmpty()
                        ? count == 0 ? "" : NumberText.grouped(count)
                        : NumberText.grouped(count)
                                + " of "
                                + NumberText.grouped(offered.all().size());
        caption(words);
    }
}
