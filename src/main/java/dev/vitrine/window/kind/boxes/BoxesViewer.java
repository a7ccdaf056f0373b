package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Content;
import dev.vitrine.window.kind.Outgoing;
import dev.vitrine.window.kind.PortViewer;
import dev.vitrine.window.kind.Rows;
import dev.vitrine.window.kind.image.PictureView;
import dev.vitrine.window.kind.image.Viewing;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// Boxes over the picture they were found in, and as a list below it; a press on one chooses it in
/// both.
final class BoxesViewer extends PortViewer<Boxes> {
    private final Look look;
    private final PictureView ground = new PictureView();
    private final BoxLayer layer;
    private final Viewing viewing;
    private final BoxList list;
    private final Least least;
    private final Button copy =
            tool("Copy", (_, tool) -> draw(drawn -> copy(tool, drawn), this::failed));
    private final Button save;
    private final VBox node = new VBox();
    private Boxes sure = Boxes.NONE;
    private @Nullable Picture picture;

    BoxesViewer(Port port, Desktop desktop) {
        super(port, desktop);
        look = Look.of(port);
        layer = new BoxLayer(look);
        viewing = new Viewing(desktop, ground, layer);
        viewing.onPress(this::press);
        list = new BoxList(look, () -> desktop.copy(BoxList.table(sure)));
        list.setAccessibleText(port.label() + ", list");
        list.getSelectionModel().selectedItemProperty().subscribe(layer::choose);
        least = new Least(BoxesKind.threshold(port), () -> sift(shown()));
        Outgoing<Boxes> file =
                new Outgoing<>(
                        "Save the picture with its boxes",
                        _ -> port.name() + ".png",
                        _ -> this::png);
        save = saves("Save…", file);
        drags(viewing.node(), save, file);
        FlowPane tools = new FlowPane(copy, save);
        tools.getChildren().addAll(viewing.tools());
        tools.getStyleClass().add("tools");
        least.node().ifPresent(tools.getChildren()::add);
        node.getStyleClass().add("kind-boxes");
        node.getChildren().setAll(viewing.node(), tools, list);
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    /// None under the list: they are about the picture and stand below that.
    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    protected void render(@Nullable Boxes before, @Nullable Boxes value) {
        picture = pictureUnder(BoxesKind.over(port())).orElse(null);
        ground.show(picture);
        copy.setDisable(picture == null);
        save.setDisable(picture == null);
        sift(value);
    }

    /// Shows the boxes that are sure enough.
    private void sift(@Nullable Boxes found) {
        Boxes all = found == null ? Boxes.NONE : found;
        sure = all.from(least.value());
        double width = picture == null ? extent(all, true) : picture.width();
        double height = picture == null ? extent(all, false) : picture.height();
        layer.show(sure.boxes(), width, height);
        list.getSelectionModel().clearSelection();
        list.getItems().setAll(sure.boxes());
        String words = found == null ? "" : Found.words(sure.boxes().size(), all.boxes().size());
        caption(words);
        viewing.describe(port().label() + ", " + (found == null ? "empty" : words), found != null);
        least.setDisable(all.boxes().isEmpty());
    }

    /// How far boxes without a picture reach.
    private static double extent(Boxes all, boolean across) {
        return Math.max(
                1,
                all.boxes().stream()
                        .mapToDouble(b -> across ? b.x() + b.width() : b.y() + b.height())
                        .max()
                        .orElse(1));
    }

    private void press(double x, double y) {
        Box box = layer.at(x, y);
        if (box == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(box);
            Rows.reveal(list, list.getSelectionModel().getSelectedIndex());
        }
    }

    private void png(Consumer<byte[]> done, Consumer<ProblemException> refused) {
        draw(drawn -> Content.of(() -> PictureCodec.png(drawn)).make(done, refused), refused);
    }

    private void draw(Consumer<Picture> done, Consumer<ProblemException> refused) {
        if (picture != null && node.getScene() != null) {
            Drawing.make(picture, sure.boxes(), look, node.getScene(), done, refused);
        }
    }
}
