package dev.vitrine.window.kind.gallery;

import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.kind.gallery.GalleryKind;
import dev.vitrine.kind.gallery.GalleryZip;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Content;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.Outgoing;
import dev.vitrine.window.kind.PortViewer;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.image.PictureView;
import dev.vitrine.window.kind.image.Viewing;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Objects;

/// Pictures side by side, and the chosen one alone, enlarged as any picture; Copy and Save take
/// that one, Save all takes all as a ZIP file.
final class GalleryViewer extends PortViewer<Gallery> {
    private final StackPane node = new StackPane();
    private final GalleryGrid grid = new GalleryGrid(() -> alone(true));
    private final PictureView picture = new PictureView();
    private final Viewing viewing;
    private final Button switches =
            Tools.icon(Feather.MAXIMIZE_2, "One picture", () -> alone(grid.isVisible()));
    private final Button previous = Tools.icon(Feather.CHEVRON_LEFT, "Previous", () -> go(-1));
    private final Button next = Tools.icon(Feather.CHEVRON_RIGHT, "Next", () -> go(1));

    GalleryViewer(Port port, Desktop desktop) {
        super(port, desktop);
        viewing = new Viewing(desktop, picture);
        node.getStyleClass().addAll("kind-gallery", "album");
        node.getChildren().addAll(grid, viewing.node());
        viewing.onKey(this::key);
        grid.chosenProperty().addListener((p, was, is) -> follow());
        tool("Copy", (gallery, button) -> copy(button, chosen(gallery).picture()));
        Outgoing<Gallery> one =
                new Outgoing<>(
                        "Save the picture",
                        gallery -> "%s.%d.png".formatted(port.name(), grid.chosen() + 1),
                        gallery -> {
                            Gallery.Item item = chosen(gallery);
                            return Content.of(() -> GalleryKind.png(item));
                        });
        Button save = saves("Save…", one);
        drags(grid, save, one);
        drags(viewing.node(), save, one);
        saves("Save all…", file("Save all pictures", "zip", GalleryZip::bytes));
        viewing.fullScreenTool().addEventFilter(ActionEvent.ACTION, e -> alone(true));
        tool(switches);
        tool(viewing.fullScreenTool());
        tool(previous);
        tool(next);
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    private Gallery.Item chosen(Gallery gallery) {
        return gallery.items().get(Math.max(0, grid.chosen()));
    }

    private void go(int steps) {
        grid.choose(grid.chosen() + steps);
    }

    @Override
    protected void render(@Nullable Gallery before, @Nullable Gallery value) {
        Gallery gallery = value == null ? Gallery.EMPTY : value;
        boolean goesOn = before != null && before.size() > 0 && gallery.size() > 0;
        grid.show(gallery, goesOn ? grid.chosen() : 0);
        if (!goesOn) {
            alone(false);
        }
        tools().forEach(tool -> tool.setDisable(gallery.size() == 0));
        follow();
        caption(
                value == null
                        ? ""
                        : gallery.size() > GalleryGrid.MOST
                                ? "first %s of %s"
                                        .formatted(
                                                NumberText.grouped(GalleryGrid.MOST),
                                                NumberText.grouped(gallery.size()))
                                : gallery.toString());
    }

    /// Shows the chosen one alone, or all.
    private void alone(boolean isAlone) {
        boolean one = isAlone && grid.chosen() >= 0;
        boolean hadFocus = grid.isFocused() || viewing.node().isFocused();
        grid.setVisible(!one);
        viewing.node().setVisible(one);
        String name = one ? "All pictures" : "One picture";
        Tools.rename(switches, one ? Feather.GRID : Feather.MAXIMIZE_2, name);
        if (hadFocus) {
            (one ? viewing.node() : grid).requestFocus();
        }
        follow();
    }

    private void follow() {
        Gallery gallery = Objects.requireNonNullElse(shown(), Gallery.EMPTY);
        int index = grid.chosen();
        boolean isThere = index >= 0 && index < gallery.size();
        String words = port().label() + ", " + (isThere ? words(gallery, index) : "empty");
        grid.setAccessibleText(words);
        previous.setDisable(index <= 0);
        next.setDisable(index >= gallery.size() - 1);
        if (isThere && viewing.node().isVisible()) {
            picture.show(gallery.items().get(index).picture());
        } else {
            picture.forget();
        }
        viewing.describe(words, isThere && viewing.node().isVisible());
        viewing.fullScreenTool().setDisable(!isThere);
    }

    private static String words(Gallery gallery, int index) {
        String caption = gallery.items().get(index).caption();
        return "%s, picture %d%s"
                .formatted(gallery, index + 1, caption.isEmpty() ? "" : ": " + caption);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> alone(false);
            case PAGE_UP -> go(-1);
            case PAGE_DOWN -> go(1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
