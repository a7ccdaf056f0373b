package dev.vitrine.window.kind.file;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.BringKeys;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.Invitation;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;

/// A file to open, drop or paste; Space opens, Delete removes.
final class FileEditor extends PortEditor<Attachment> {
    private static final FileKind KIND = new FileKind();

    private final Desktop desktop;
    private final StackPane pane = new StackPane();
    private final FilePlate plate = new FilePlate();
    private final FileTypes types;
    private final Invitation invitation;
    private final Button remove = Tools.icon(Feather.TRASH_2, "Remove", () -> set(null));
    private final List<Node> tools;

    FileEditor(Port port, Desktop desktop) {
        super(KIND, port);
        this.desktop = desktop;
        types = new FileTypes(port);
        invitation = new Invitation(Feather.FILE, types.invitation("Drop or paste a file here"));
        pane.getStyleClass().addAll("kind-file", "file-drop");
        pane.getChildren().addAll(plate, invitation);
        pane.setFocusTraversable(true);
        pane.setOnKeyPressed(new BringKeys(this::open, () -> set(null), this::paste)::take);
        pane.setOnMousePressed(e -> pane.requestFocus());
        desktop.onDrop(pane, offer -> !offer.files().isEmpty(), this::take);
        tools =
                List.of(
                        Tools.button("Open…", this::open),
                        Tools.button("Paste", this::paste),
                        remove);
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
        desktop.chooseFile("Open a file", types.filters()).ifPresent(this::take);
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
}
