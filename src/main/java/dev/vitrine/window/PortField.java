package dev.vitrine.window;

import atlantafx.base.theme.Styles;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Widget;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/// One port on the page: its label and a few words at the other end of that row, the control, the
/// tools under it, and one line that helps or complains.
final class PortField extends VBox implements AutoCloseable {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /// The theme's own word for it.
    private static final PseudoClass DANGER = Styles.STATE_DANGER;

    /// The part of its row that a label has before the caption gets any of it.
    private static final double LABEL = 0.6;

    /// The part that the caption has before a long label gets any of it.
    private static final double CAPTION = 0.35;

    private final Widget widget;
    private final Label caption = new Label();
    private final HBox aside = new HBox(caption);
    private final Label note = new Label();
    private final String help;
    private final ObjectProperty<@Nullable Problem> complaint = new SimpleObjectProperty<>();
    private final Subscription listening;

    PortField(Port port, Widget widget) {
        this.widget = widget;
        this.help = port.help();
        getStyleClass().add("field");
        setId("port-" + port.name());
        getChildren().addAll(head(port), widget.node());
        if (!widget.tools().isEmpty()) {
            FlowPane tools = new FlowPane();
            tools.getStyleClass().add("tools");
            tools.getChildren().setAll(widget.tools());
            getChildren().add(tools);
        }
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setId("note-" + port.name());
        getChildren().add(note);
        caption.textProperty().bind(widget.captionProperty());
        listening =
                widget.problemProperty()
                        .subscribe(p -> sayNote())
                        .and(complaint.subscribe(p -> sayNote()));
    }

    /// Says what was wrong with this port when a run was asked for; null takes it back. What the
    /// control itself complains about goes before it.
    void complain(@Nullable Problem problem) {
        complaint.set(problem);
    }

    /// Leaves the label's row alone to be seen, at the same height.
    void blank(boolean now) {
        getChildren().stream().skip(1).forEach(node -> node.setVisible(!now));
    }

    /// Whether a node stands in it.
    boolean holds(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    /// Gives its control to somebody who shows it elsewhere.
    Node lift() {
        Node control = widget.node();
        getChildren().remove(control);
        control.setVisible(true);
        return control;
    }

    boolean complains() {
        return problem() != null;
    }

    /// More words at the end of the label's row.
    void append(Node words) {
        aside.getChildren().add(words);
    }

    /// A mark before those words.
    void mark(Node sign) {
        aside.getChildren().addFirst(sign);
    }

    Widget widget() {
        return widget;
    }

    @Override
    public void close() {
        listening.unsubscribe();
        caption.textProperty().unbind();
        widget.close();
    }

    private HBox head(Port port) {
        Label label = new Label(port.label());
        label.getStyleClass().add("field-label");
        label.setLabelFor(control());
        label.textTruncatedProperty()
                .subscribe(cut -> label.setTooltip(cut ? new Tooltip(port.label()) : null));
        HBox head = new HBox(label);
        label.minWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.min(label.prefWidth(-1), LABEL * head.getWidth()),
                                head.widthProperty(),
                                label.fontProperty()));
        head.getStyleClass().add("field-head");
        if (!port.required() && port.standard() == null) {
            Label optional = new Label("optional");
            optional.getStyleClass().add("field-optional");
            head.getChildren().add(optional);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        caption.getStyleClass().add("caption");
        caption.minWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        Math.min(
                                                Math.ceil(caption.prefWidth(-1)),
                                                CAPTION * head.getWidth()),
                                head.widthProperty(),
                                caption.textProperty(),
                                caption.fontProperty()));
        caption.visibleProperty().bind(Bindings.isNotEmpty(caption.textProperty()));
        caption.managedProperty().bind(caption.visibleProperty());
        aside.getStyleClass().add("aside");
        head.getChildren().addAll(space, aside);
        return head;
    }

    private Node control() {
        return widget instanceof Editor<?> editor ? editor.focus() : widget.node();
    }

    private @Nullable Problem problem() {
        Problem own = widget.problemProperty().get();
        return own != null ? own : complaint.get();
    }

    private void sayNote() {
        Problem problem = problem();
        String words = problem == null ? help : problem.message();
        note.setText(words);
        note.setManaged(!words.isEmpty());
        pseudoClassStateChanged(INVALID, problem != null);
        Node control = control();
        control.pseudoClassStateChanged(DANGER, problem != null);
        control.setAccessibleHelp(problem == null ? words : "Error: " + words);
    }
}
