package dev.vitrine.window.kind.file;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Desktop.Filter;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.List;

/// A file to open, drop or paste; Space opens, Delete removes.
final class FileEditor extends PortEditor<Attachment> {
    private static final FileKind KIND = new FileKind();

    private final Desktop desktop;
    private final StackPane pane = new StackPane();
    private final FilePlate plate = new FilePlate();
    private final VBox invitation;
    private final Button remove = Tools.icon(Feather.TRASH_2, "Remove", () -> set(null));
    private final List<Node> tools;

    FileEditor(Port port, Desktop desktop) {
        super(KIND, port);
        this.desktop = desktop;
        invitation = new VBox(new FontIcon(Feather.FILE), new Label(words(port)));
        invitation.getStyleClass().add("invitation");
        pane.getStyleClass().addAll("kind-file", "file-drop");
        pane.getChildren().addAll(plate, invitation);
        pane.setFocusTraversable(true);
        pane.setOnKeyPressed(this::key);
        pane.setOnMousePressed(e -> pane.requestFocus());
        desktop.onDrop(pane, offer -> !offer.files().isEmpty(), this::take);
        tools =
                List.of(
                        Tools.button("Open…", this::open),
                        Tools.button("Paste", () -> take(desktop.clipboard())),
                        remove);
        set(held().standard());
    }

    private static String words(Port port) {
        List<String> types = FileKind.types(port);
        return types.isEmpty()
                ? "Drop or paste a file here"
                : "Drop or paste a file here: " + String.join(", ", types);
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
        return pane;
    }

    @Override
    public void set(@Nullable Attachment value) {
        cancel();
        held().put(value);
        plate.show(value);
        invitation.setVisible(value == null);
        remove.setDisable(value == null);
        pane.setAccessibleText(
                port().label() + ", " + (value == null ? "empty" : value.toString()));
        describe();
    }

    @Override
    protected void describe() {
        Attachment file = held().get();
        caption(file == null ? "" : KIND.size(file));
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
        desktop.chooseFile("Open a file", filters).ifPresent(this::take);
    }

    private void take(Offer offer) {
        if (offer.files().isEmpty()) {
            held().complain(
                            ProblemException.input(
                                    Problem.at(
                                            port().name(),
                                            "file",
                                            "There is no file on the clipboard; copy one in the"
                                                    + " file manager first.")));
        } else {
            take(offer.files().getFirst());
        }
    }

    /// Reads a file that the port can take, by its size and name.
    private void take(Path file) {
        read(() -> {
            FileAccess.Head head = FileAccess.head(file, Kind.HEAD);
            KIND.look(port(), head.bytes(), head.size(), head.name());
            return KIND.decode(port(), FileAccess.read(port(), file));
        });
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (plain && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE)) {
            set(null);
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
