package dev.vitrine.window.kind.gallery;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.kind.gallery.GalleryKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Desktop.Filter;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.BringKeys;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.Invitation;
import dev.vitrine.window.kind.SeveralEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Pictures that are opened, dropped or pasted, several at once, and put in order; Space opens,
/// Delete removes, Alt with an arrow moves.
final class GalleryEditor extends SeveralEditor<Gallery> {
    private static final GalleryKind KIND = new GalleryKind();

    private final Desktop desktop;
    private final StackPane pane = new StackPane();
    private final GalleryGrid grid = new GalleryGrid(() -> {});
    private final Invitation invitation =
            new Invitation(Feather.IMAGE, "Drop or paste pictures here");
    private final Button back = Tools.icon(Feather.ARROW_LEFT, "Move back", () -> move(-1));
    private final Button forth = Tools.icon(Feather.ARROW_RIGHT, "Move forth", () -> move(1));
    private final Button remove = Tools.icon(Feather.TRASH_2, "Remove", this::remove);
    private final BringKeys keys = new BringKeys(this::open, this::remove, this::paste);
    private final List<Node> tools;

    /// The picture to be chosen once the value is shown; -1 where it stays the one it is.
    private int next = -1;

    GalleryEditor(Port port, Desktop desktop) {
        super(KIND, port, Gallery.EMPTY);
        this.desktop = desktop;
        pane.getStyleClass().addAll("kind-gallery", "album", "album-drop");
        pane.getChildren().addAll(grid, invitation);
        grid.chosenProperty().addListener((p, was, is) -> refresh());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        desktop.onDrop(
                pane, offer -> !offer.files().isEmpty() || offer.picture().isPresent(), this::take);
        tools =
                Stream.concat(
                                Stream.of(
                                        Tools.button("Open…", this::open),
                                        Tools.button("Paste", this::paste),
                                        back,
                                        forth,
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
        return grid;
    }

    @Override
    public void close() {
        super.close();
        grid.show(Gallery.EMPTY, 0);
    }

    @Override
    protected void show() {
        grid.show(now(), Math.max(0, next < 0 ? grid.chosen() : next));
        next = -1;
        invitation.setVisible(isEmpty());
        describe();
        refresh();
    }

    private void refresh() {
        int chosen = grid.chosen();
        back.setDisable(chosen <= 0);
        forth.setDisable(chosen < 0 || chosen >= now().size() - 1);
        remove.setDisable(chosen < 0);
        String caption = chosen < 0 ? "" : now().items().get(chosen).caption();
        grid.setAccessibleText(
                port().label()
                        + ", "
                        + (chosen < 0
                                ? "empty"
                                : "%s, picture %d%s"
                                        .formatted(
                                                now(),
                                                chosen + 1,
                                                caption.isEmpty() ? "" : ": " + caption)));
    }

    /// A step of somebody's hand.
    private void step(Gallery gallery, int chosen) {
        next = chosen;
        become(gallery);
    }

    private void move(int places) {
        int from = grid.chosen();
        int to = from + places;
        if (from >= 0 && to >= 0 && to < now().size()) {
            step(now().swapped(from, to), to);
        }
    }

    private void remove() {
        if (grid.chosen() >= 0) {
            step(now().without(grid.chosen()), grid.chosen());
        }
    }

    private void open() {
        List<Path> files =
                desktop.chooseFiles(
                        "Open pictures", Filter.of("Pictures", PictureCodec.extensions()));
        if (!files.isEmpty()) {
            take(Offer.of(files));
        }
    }

    private void paste() {
        take(desktop.clipboard());
    }

    private void take(Offer offer) {
        if (!offer.files().isEmpty()) {
            Gallery before = now();
            add(() -> read(before, offer.files()));
        } else if (offer.picture().isPresent()) {
            Supplier<Picture> picture = offer.picture().get();
            add(() -> List.of(new Gallery.Item(picture.get())));
        } else if (offer.text().filter(t -> t.strip().startsWith("data:image/")).isPresent()) {
            String text = offer.text().get().strip();
            add(() -> KIND.decode(port(), new Raw.Text(text)).items());
        } else {
            held().complain(
                            ProblemException.input(
                                    Problem.at(
                                            port().name(),
                                            "clipboard",
                                            "There is no picture on the clipboard; copy one and"
                                                    + " paste again.")));
        }
    }

    /// The pictures of files, none of which is read once there are too many.
    private List<Gallery.Item> read(Gallery before, List<Path> files) {
        Gallery all = before;
        for (Path file : files) {
            all = KIND.with(port(), all, FileAccess.read(port(), file));
        }
        return all.items().subList(before.size(), all.size());
    }

    /// Puts pictures behind those there are, once they are read.
    private void add(Callable<List<Gallery.Item>> more) {
        bring(more, items -> step(now().with(items), now().size() + items.size() - 1));
    }

    private void key(KeyEvent event) {
        int places =
                !event.isAltDown()
                        ? 0
                        : switch (event.getCode()) {
                            case LEFT -> -1;
                            case RIGHT -> 1;
                            default -> 0;
                        };
        if (places == 0) {
            keys.take(event);
        } else {
            move(places);
            event.consume();
        }
    }
}
