package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.Viewer;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A picture, fitted; Copy and Save take it as it is.
final class ImageViewer implements Viewer<Picture> {
    private final Port port;
    private final Desktop desktop;
    private final PictureView view = new PictureView();
    private final StackPane node = new StackPane(view);
    private final Button copy = Tools.button("Copy", this::copy);
    private final Button save = Tools.button("Save…", this::save);
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Picture shown;

    ImageViewer(Port port, Desktop desktop) {
        this.port = port;
        this.desktop = desktop;
        node.getStyleClass().addAll("kind-image", "medium");
        node.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Node> tools() {
        return List.of(copy, save);
    }

    @Override
    public ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void show(@Nullable Picture value) {
        shown = value;
        problem.set(null);
        view.show(value);
        caption.set(value == null ? "" : value.toString());
        node.setAccessibleText(
                value == null ? port.label() + ", empty" : port.label() + ", " + value);
        copy.setDisable(value == null);
        save.setDisable(value == null);
    }

    @Override
    public void close() {
        show(null);
    }

    private void copy() {
        if (shown != null) {
            desktop.copy(shown);
            Tools.confirm(copy, "Copied");
        }
    }

    private void save() {
        Picture picture = shown;
        if (picture != null) {
            FileAccess.save(
                    desktop,
                    "Save the picture",
                    port.name() + ".png",
                    () -> PictureCodec.png(picture),
                    () -> {
                        problem.set(null);
                        Tools.confirm(save, "Saved");
                    },
                    e -> problem.set(e.problems().getFirst()));
        }
    }
}
