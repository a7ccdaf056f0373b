package dev.vitrine.window.kind.files;

import dev.vitrine.kind.file.FileKind;
import dev.vitrine.kind.files.FileList;
import dev.vitrine.kind.files.FilesKind;
import dev.vitrine.kind.files.Folder;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Desktop.Filter;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Arrivals;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.image.Undoing;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Files and folders that are opened, dropped or pasted, several at once; Space opens, Delete
/// removes the chosen ones.
final class FilesEditor extends PortEditor<FileList> {
    private static final FilesKind KIND = new FilesKind();

    private final Desktop desktop;
    private final StackPane pane = new StackPane();
    private final FileRows rows = new FileRows();
    private final VBox invitation;
    private final Undoing<FileList> undoing = new Undoing<>(this::hold);
    private final Button remove = Tools.icon(Feather.TRASH_2, "Remove", this::remove);
    private final List<Node> tools;
    private final Arrivals arrivals = new Arrivals(this::describe);

    FilesEditor(Port port, Desktop desktop) {
        super(KIND, port);
        this.desktop = desktop;
        invitation = new VBox(new FontIcon(Feather.FOLDER), new Label(words(port)));
        invitation.getStyleClass().add("invitation");
        invitation.setMouseTransparent(true);
        pane.getStyleClass().addAll("kind-files", "files-pane", "files-drop");
        pane.getChildren().addAll(rows, invitation);
        rows.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        rows.getSelectionModel().selectedIndexProperty().subscribe(this::refresh);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        desktop.onDrop(pane, offer -> !offer.files().isEmpty(), this::take);
        tools =
                Stream.concat(
                                Stream.of(
                                        Tools.button("Open…", this::open),
                                        Tools.button("Folder…", this::openFolder),
                                        Tools.button("Paste", () -> take(desktop.clipboard())),
                                        remove),
                                undoing.tools().stream())
                        .toList();
        set(held().standard());
    }

    private static String words(Port port) {
        List<String> types = FileKind.types(port);
        return types.isEmpty()
                ? "Drop or paste files and folders here"
                : "Drop or paste files here: " + String.join(", ", types);
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
    public void set(@Nullable FileList value) {
        arrivals.forget();
        hold(value);
        undoing.note(value);
    }

    private void hold(@Nullable FileList value) {
        held().put(value);
        show();
    }

    @Override
    public void close() {
        super.close();
        arrivals.forget();
        rows.getItems().clear();
    }

    @Override
    public boolean undo() {
        return undoing.undo();
    }

    @Override
    public boolean redo() {
        return undoing.redo();
    }

    @Override
    public boolean isRewinding() {
        return undoing.isRewinding();
    }

    private FileList now() {
        return Objects.requireNonNullElse(held().get(), FileList.EMPTY);
    }

    private void show() {
        FileList files = now();
        rows.show(files);
        invitation.setVisible(files.size() == 0);
        rows.setAccessibleText(
                port().label() + ", " + (files.size() == 0 ? "empty" : files.toString()));
        describe();
        refresh();
    }

    @Override
    protected void describe() {
        String words = now().size() == 0 ? "" : now().toString();
        caption(arrivals.isReading() ? "Reading…" : words);
    }

    private void refresh() {
        remove.setDisable(rows.getSelectionModel().isEmpty());
    }

    /// A step of somebody's hand.
    private void step(FileList next) {
        held().put(next.size() == 0 ? null : next);
        undoing.step(held().get());
        show();
    }

    private void remove() {
        List<Integer> chosen = List.copyOf(rows.getSelectionModel().getSelectedIndices());
        if (!chosen.isEmpty()) {
            step(now().without(chosen));
        }
    }

    private void open() {
        List<String> patterns =
                FileKind.types(port()).stream()
                        .filter(type -> type.startsWith("."))
                        .map("*"::concat)
                        .toList();
        List<Filter> filters =
                patterns.isEmpty()
                        ? List.of(Filter.ALL)
                        : List.of(new Filter(port().label(), patterns), Filter.ALL);
        take(desktop.chooseFiles("Open files", filters));
    }

    private void openFolder() {
        desktop.chooseFolder("Open a folder").ifPresent(folder -> take(List.of(folder)));
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
        arrivals.read(
                () -> Folder.read(port(), before, paths).items(),
                all -> step(now().with(all.subList(before.size(), all.size()))),
                held()::complain);
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (plain && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE)) {
            remove();
        } else if (plain && event.getCode() == KeyCode.SPACE) {
            open();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
            take(desktop.clipboard());
        } else {
            return;
        }
        event.consume();
    }
}
