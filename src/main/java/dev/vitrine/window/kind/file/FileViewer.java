package dev.vitrine.window.kind.file;

import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Content;
import dev.vitrine.window.kind.Outgoing;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// A file to save under its own name.
final class FileViewer extends PortViewer<Attachment> {
    private static final FileKind KIND = new FileKind();

    private final StackPane pane = new StackPane();
    private final FilePlate plate = new FilePlate();

    FileViewer(Port port, Desktop desktop) {
        super(port, desktop);
        pane.getStyleClass().addAll("kind-file", "file-answer");
        pane.getChildren().add(plate);
        pane.setFocusTraversable(true);
        copiesFile(Attachment::name, Attachment::bytes);
        Outgoing<Attachment> whole =
                new Outgoing<>("Save the file", Attachment::name, file -> Content.of(file::bytes));
        drags(pane, saves("Save…", whole), whole);
        show(null);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    protected void render(@Nullable Attachment before, @Nullable Attachment value) {
        plate.show(value);
        pane.setAccessibleText(
                port().label() + ", " + (value == null ? "empty" : value.toString()));
        caption(value == null ? "" : KIND.size(value));
    }
}
