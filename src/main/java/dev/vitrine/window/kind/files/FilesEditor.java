package dev.vitrine.window.kind.files;

import dev.vitrine.kind.file.FileKind;
import dev.vitrine.kind.files.FileList;
import dev.vitrine.kind.files.FilesKind;
import dev.vitrine.kind.files.Folder;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.BringKeys;
import dev.vitrine.window.kind.Invitation;
import dev.vitrine.window.kind.SeveralEditor;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.file.FileTypes;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files and folders that are opened, dropped or pasted, several at once; Space opens, Delete
/// removes the chosen ones.
final class FilesEditor extends SeveralEditor<FileList> {
    private static final FilesKind KIND = new FilesKind();

    private final Desktop desktop;
    private final StackPane pane = new StackPane();
    private final FileRows rows = new FileRows();
    private final Invitation invitation;
    private final Button remove = Tools.icon(Feather.TRASH_2, "Remove", this::remove);
    private final List<Node> tools;

    FilesEditor(Port port, Desktop desktop) {
        super(KIND, port, FileList.EMPTY);
        this.desktop = desktop;
        String words =
                FileKind.types(port).isEmpty()
                        ? "Drop or paste files and folders here"
                        : "Drop or paste files here";
        invitation = new Invitation(Feather.FOLDER, new FileTypes(port).invitation(words));
        pane.getStyleClass().addAll("kind-files", "files-pane", "files-drop");
        pane.getChildren().addAll(rows, invitation);
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.getSelectionModel().selectedIndexProperty().subscribe(this::refresh);
        pane.addEventFilter(
                KeyEvent.KEY_PRESSED, new BringKeys(this::open, this::remove, this::paste)::take);
        desktop.onDrop(pane, offer -> !offer.files().isEmpty(), this::take);
        tools =
                Stream.concat(
                                Stream.of(
                                        Tools.button("Open…", this::open),
                                        Tools.button("Folder…", this::openFolder),
                                        Tools.button("Paste", this::paste),
                                        remove),
                                undoTools().stream())
                        .toList();
        set(held().standard());
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public Node focus() {
        return rows;
    }

    @Override
    public void close() {
        super.close();
        rows.getItems().clear();
    }

    @Override
    protected void show() {
        FileList files = now();
        rows.show(files);
        invitation.setVisible(isEmpty());
        rows.setAccessibleText(port().label() + ", " + (isEmpty() ? "empty" : files.toString()));
        describe();
        refresh();
    }

    private void refresh() {
        remove.setDisable(rows.getSelectionModel().isEmpty());
    }

    private void remove() {
        List<Integer> chosen = List.copyOf(rows.getSelectionModel().getSelectedIndices());
        if (!chosen.isEmpty()) {
            become(now().without(chosen));
        }
    }

    private void open() {
        take(desktop.chooseFiles("Open files", new FileTypes(port()).filters()));
    }

    private void openFolder() {
        desktop.chooseFolder("Open a folder").ifPresent(folder -> take(List.of(folder)));
    }

    private void paste() {
        take(desktop.clipboard());
    }

    private void take(Offer offer) {
        if (offer.files().isEmpty()) {
            held().complain(
                            ProblemException.input(
                                    Problem.at(
                                            port().name(),
                                            "file",
                                            "There is no file on the clipboard; copy some in the"
                                                    + " file manager first.")));
        } else {
            take(offer.files());
        }
    }

    /// Puts files behind those there are, once they are read.
    private void take(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        FileList before = now();
        bring(
                () -> Folder.read(port(), before, paths).items(),
                all -> become(now().with(all.subList(before.size(), all.size()))));
    }
}
