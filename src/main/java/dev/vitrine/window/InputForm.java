package dev.vitrine.window;

import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Faces;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The inputs of a demo, one editor each, kept at the values of its view model.
final class InputForm implements AutoCloseable {
    private static final ImageKind IMAGES = new ImageKind();

    private record Asked(Port port, Editor<Object> editor, PortField field) {
        boolean isNarrow() {
            return Faces.of(port).isNarrow(port);
        }
    }

    private final DemoViewModel demo;
    private final Desktop desktop;
    private final List<Asked> all = new ArrayList<>();
    private ToggleButton fold = new ToggleButton();
    private boolean rewinding;
    private boolean showing;
    private Subscription listening = Subscription.EMPTY;

    InputForm(DemoViewModel demo, Desktop desktop) {
        this.demo = demo;
        this.desktop = desktop;
        demo.model().signature().inputs().forEach(port -> all.add(asked(port)));
        reset();
        listen();
    }

    /// Follows the demo into another signature: an input that is as it was keeps its editor with
    /// all that was done in it, the others get new ones.
    void follow() {
        listening.unsubscribe();
        List<Asked> before = new ArrayList<>(all);
        all.clear();
        for (Port port : demo.model().signature().inputs()) {
            Optional<Asked> same =
                    before.stream().filter(one -> isSame(one.port(), port)).findFirst();
            same.ifPresent(before::remove);
            all.add(same.orElseGet(() -> asked(port)));
        }
        before.forEach(one -> one.field().close());
        show(demo.inputsProperty().get());
        all.forEach(this::adopt);
        listen();
    }

    private Asked asked(Port port) {
        Editor<Object> editor = editor(port, desktop);
        return new Asked(port, editor, new PortField(port, editor));
    }

    private static boolean isSame(Port was, Port now) {
        return was.withBecause("").equals(now.withBecause(""));
    }

    private void listen() {
        listening = Subscription.EMPTY;
        for (Asked one : all) {
            listening =
                    listening.and(
                            one.editor()
                                    .valueProperty()
                                    .subscribe((was, now) -> changed(one, now)));
        }
        listening =
                listening
                        .and(demo.inputsProperty().subscribe((was, now) -> show(now)))
                        .and(demo.inputsProperty().subscribe(this::beside))
                        .and(demo.outcomeProperty().subscribe(this::complain));
    }

    /// The fields under their headings; those that are rarely touched are folded away.
    List<Node> nodes() {
        FieldRows rows = new FieldRows();
        String group = "";
        for (Asked one : all) {
            if (!one.port().advanced()) {
                if (!one.port().group().equals(group) && !one.port().group().isEmpty()) {
                    rows.add(heading(one.port().group()));
                }
                group = one.port().group();
                rows.add(one.field(), one.isNarrow());
            }
        }
        FieldRows folded = new FieldRows();
        all.stream()
                .filter(one -> one.port().advanced())
                .forEach(one -> folded.add(one.field(), one.isNarrow()));
        if (!folded.rows().isEmpty()) {
            folding(folded.rows()).forEach(rows::add);
        }
        return rows.rows();
    }

    /// Whether the keyboard is in one of its fields.
    boolean holds(@Nullable Node owner) {
        return all.stream().anyMatch(one -> one.field().holds(owner));
    }

    /// The field of an input.
    Optional<PortField> field(String port) {
        return all.stream()
                .filter(one -> one.port().name().equals(port))
                .map(Asked::field)
                .findFirst();
    }

    /// Gives a picture to the first input that takes one.
    ///
    /// @return whether what is offered is a picture, and there is such an input
    boolean takePicture(Offer offer) {
        Optional<Asked> taker =
                all.stream().filter(one -> one.port().kind().equals(IMAGES.id())).findFirst();
        if (taker.isEmpty() || !DroppedPicture.isOne(offer)) {
            return false;
        }
        Asked one = taker.get();
        FxThread.background(
                () -> DroppedPicture.read(one.port(), offer),
                picture -> demo.put(one.port().name(), picture),
                why -> one.field().complain(why.problems().getFirst()));
        return true;
    }

    /// Puts every editor at the view model's value, whatever was typed into it.
    void reset() {
        Values values = demo.inputsProperty().get();
        all.forEach(one -> set(one, values));
        all.forEach(this::adopt);
    }

    private void set(Asked one, Values values) {
        showing = true;
        try {
            one.editor().set(values.find(one.port().name()).orElse(null));
        } finally {
            showing = false;
        }
    }

    private void adopt(Asked one) {
        Object stands = one.editor().valueProperty().get();
        if (stands != null && demo.inputsProperty().get().find(one.port().name()).isEmpty()) {
            demo.adopt(one.port().name(), stands);
        }
    }

    /// Takes back the last change: that of the field with the keyboard as long as it has an undo of
    /// its own, then that of the form.
    void undo(@Nullable Node owner) {
        if (!rewind(owner, TextInputControl::isUndoable, TextInputControl::undo, Editor::undo)) {
            demo.undo();
        }
    }

    /// Makes a change again that was taken back, in the same order.
    void redo(@Nullable Node owner) {
        if (!rewind(owner, TextInputControl::isRedoable, TextInputControl::redo, Editor::redo)) {
            demo.redo();
        }
    }

    private boolean rewind(
            @Nullable Node owner,
            Predicate<TextInputControl> can,
            Consumer<TextInputControl> text,
            Predicate<Editor<?>> own) {
        Optional<Asked> at = all.stream().filter(one -> one.field().holds(owner)).findFirst();
        if (at.isEmpty()) {
            return false;
        }
        rewinding = true;
        try {
            Optional<TextInputControl> typed = TextFocus.of(owner).filter(can);
            typed.ifPresent(text);
            return typed.isPresent() || own.test(at.get().editor());
        } finally {
            rewinding = false;
        }
    }

    private void changed(Asked one, @Nullable Object now) {
        if (showing) {
            // It was given none and stands somewhere all the same.
            adopt(one);
        } else if (rewinding || one.editor().isRewinding()) {
            demo.rewind(one.port().name(), now);
        } else {
            demo.put(one.port().name(), now);
        }
    }

    /// Hands the keyboard to the first field that complains.
    void focusOnComplaint() {
        all.stream()
                .filter(one -> one.field().complains())
                .findFirst()
                .ifPresent(one -> {
                    // what is folded away cannot be mended
                    fold.setSelected(fold.isSelected() || one.port().advanced());
                    one.editor().focus().requestFocus();
                });
    }

    @Override
    public void close() {
        listening.unsubscribe();
        all.forEach(one -> one.field().close());
    }

    private void show(Values values) {
        if (demo.isChanging()) {
            return;
        }
        for (Asked one : all) {
            @Nullable Object value = values.find(one.port().name()).orElse(null);
            if (one.editor().valueProperty().get() != value) {
                set(one, values);
            }
        }
    }

    private void beside(Values values) {
        all.forEach(one -> one.editor().beside(values));
    }

    private void complain(Outcome outcome) {
        if (demo.isChanging()) {
            return;
        }
        all.forEach(one ->
                one.field()
                        .complain(
                                outcome.problemsOf(one.port().name()).stream()
                                        .findFirst()
                                        .orElse(null)));
    }

    private static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().add("section");
        return heading;
    }

    private List<Node> folding(List<Node> fields) {
        VBox body = new VBox();
        body.getStyleClass().add("fields");
        body.getChildren().setAll(fields);
        boolean open = fold.isSelected();
        fold = new ToggleButton("More settings");
        fold.setSelected(open);
        fold.getStyleClass().add("fold");
        fold.setGraphic(new FontIcon("fth-chevron-right"));
        body.visibleProperty().bind(fold.selectedProperty());
        body.managedProperty().bind(fold.selectedProperty());
        return List.of(fold, body);
    }

    /// Values reach an editor from the view model only, where they are of the kind's type.
    @SuppressWarnings("unchecked")
    private static Editor<Object> editor(Port port, Desktop desktop) {
        return (Editor<Object>) Faces.of(port).editor(port, desktop);
    }
}
