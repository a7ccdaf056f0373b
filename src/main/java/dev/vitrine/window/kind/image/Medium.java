package dev.vitrine.window.kind.image;

import dev.vitrine.window.kind.Invitation;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;

/// The area in which an editor shows its picture: a sketchpad, or a picture with a word on what to
/// do while there is none. It takes the keyboard.
final class Medium {
    private final StackPane node = new StackPane();
    private final @Nullable SketchPad pad;
    private final PictureView view = new PictureView();
    private final @Nullable Invitation invitation;
    private final @Nullable Zoom zoom;

    private Medium(@Nullable SketchPad pad, @Nullable Invitation invitation, FramePad frame) {
        this.pad = pad;
        this.invitation = invitation;
        this.zoom = pad == null ? new Zoom(new StackPane(view, frame), true) : null;
        node.getStyleClass().addAll("kind-image", "medium", "editable");
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        // What lies inside keeps the presses it draws with, so that nothing behind it scrolls.
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> node.requestFocus());
    }

    /// One that is drawn on.
    ///
    /// @param frame lies over it
    static Medium sketch(SketchPad pad, FramePad frame) {
        Medium medium = new Medium(pad, null, frame);
        medium.node.getStyleClass().add("desk");
        medium.node.getChildren().setAll(pad, frame);
        return medium;
    }

    /// One that pictures are brought to.
    ///
    /// @param frame lies over it
    static Medium picture(Runnable open, FramePad frame) {
        Button button = new Button("Open…");
        button.getStyleClass().add("tool");
        button.setFocusTraversable(false);
        button.setOnAction(e -> open.run());
        Invitation words = new Invitation(Feather.IMAGE, "Drop or paste a picture here", button);
        Medium medium = new Medium(null, words, frame);
        medium.node.getChildren().setAll(Objects.requireNonNull(medium.zoom), words);
        return medium;
    }

    StackPane node() {
        return node;
    }

    /// The sketchpad; null where there is none.
    @Nullable SketchPad pad() {
        return pad;
    }

    /// What enlarges the picture; null where it is drawn on.
    @Nullable Zoom zoom() {
        return zoom;
    }

    void show(Sheet sheet, Paper paper, @Nullable Ground ground) {
        if (pad != null) {
            pad.show(sheet, paper, ground);
        } else {
            if (view.picture() != sheet.background() && zoom != null) {
                zoom.reset();
            }
            view.show(sheet.background());
        }
        if (invitation != null) {
            invitation.setVisible(sheet.isEmpty());
        }
    }

    /// What a screen reader says.
    void describe(String label, String content) {
        node.setAccessibleText(label + ", " + content);
    }

    void close() {
        view.forget();
    }
}
