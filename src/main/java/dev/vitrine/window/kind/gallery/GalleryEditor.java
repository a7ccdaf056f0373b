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
import dev.vitrine.window.kind.Arrivals;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.image.Undoing;

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
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Pictures that are opened, dropped or pasted, several at once, and put in order; Space opens,
/// Delete removes, Alt with an arrow moves.
final class GalleryEditor extends PortEditor<Gallery> {
    private static final GalleryKind KIND = new GalleryKind();

    private final Desktop desktop;
    private final StackPane pane = new StackPane();
    private final GalleryGrid grid = new GalleryGrid(() -> {});
    private final VBox invitation =
            new VBox(new FontIcon(Feather.IMAGE), new Label("Drop or paste pictures here"));
    private final Undoing<Gallery> undoing = new Undoing<>(this::hold);
    private final Button back = Tools.icon(Feather.ARROW_LEFT, "Move back", () -> move(-1));
    private final Button forth = Tools.icon(Feather.ARROW_RIGHT, "Move forth", () -> move(1));
    private final Button remove = Tools.icon(Feather.TRASH_2, "Remove", this::remove);
    private final List<Node> tools;

    private final Arrivals arrivals = new Arrivals(this::describe);

    GalleryEditor(Port port, Desktop desktop) {
        super(KIND, port);
        this.desktop = desktop;
        invitation.getStyleClass().add("invitation");
        invitation.setMouseTransparent(true);
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
                                        Tools.button("Paste", () -> take(desktop.clipboard())),
                                        back,
                                        forth,
                                        remove),
                                undoing.tools().stream())
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
    public void set(@Nullable Gallery value) {
        arrivals.forget();
        hold(value);
        undoing.note(value);
    }

    private void hold(@Nullable Gallery value) {
        held().put(value);
        show(grid.chosen());
    }

    @Override
    public void close() {
        super.close();
        arrivals.forget();
        grid.show(Gallery.EMPTY, 0);
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

    private Gallery now() {
        return Objects.requireNonNullElse(held().get(), Gallery.EMPTY);
    }

    private void show(int chosen) {
        Gallery gallery = now();
        grid.show(gallery, Math.max(0, chosen));
        invitation.setVisible(gallery.size() == 0);
        describe();
        refresh();
    }

    @Override
    protected void describe() {
        String words = now().size() == 0 ? "" : now().toString();
        caption(arrivals.isReading() ? "Reading…" : words);
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
    private void step(Gallery next, int chosen) {
        held().put(next.size() == 0 ? null : next);
        undoing.step(held().get());
        show(chosen);
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
        List<String> patterns =
                PictureCodec.extensions().stream()
                        .flatMap(e -> Stream.of("*." + e, "*." + e.toUpperCase(Locale.ROOT)))
                        .toList();
        List<Path> files =
                desktop.chooseFiles(
                        "Open pictures", List.of(new Filter("Pictures", patterns), Filter.ALL));
        if (!files.isEmpty()) {
            take(Offer.of(files));
        }
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
        arrivals.read(
                more,
                items -> step(now().with(items), now().size() + items.size() - 1),
                held()::complain);
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (plain && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE)) {
            remove();
        } else if (plain && event.getCode() == KeyCode.SPACE) {
            open();
        } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT) {
            move(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT) {
            move(1);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
            take(desktop.clipboard());
        } else {
            return;
        }
        event.consume();
    }
}
