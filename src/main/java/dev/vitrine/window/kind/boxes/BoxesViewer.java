package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.image.PictureView;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Boxes over the picture they were found in, and as a list below it; a press on one chooses it in
/// both.
final class BoxesViewer implements Viewer<Boxes> {
    private final Port port;
    private final Desktop desktop;
    private final Colours colours;
    private final PictureView ground = new PictureView();
    private final BoxLayer layer;
    private final StackPane medium;
    private final BoxList list;
    private final Least least;
    private final Button copy = Tools.button("Copy", this::copy);
    private final Button save = Tools.button("Save…", this::save);
    private final VBox node = new VBox();
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Boxes found;
    private Boxes shown = Boxes.NONE;
    private @Nullable Picture picture;

    BoxesViewer(Port port, Desktop desktop) {
        this.port = port;
        this.desktop = desktop;
        colours = new Colours(port);
        layer = new BoxLayer(colours);
        medium = new StackPane(ground, layer);
        medium.getStyleClass().add("medium");
        medium.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        medium.setOnMousePressed(e -> press(e.getX(), e.getY()));
        list = new BoxList(colours, () -> desktop.copy(BoxList.table(shown)));
        list.setAccessibleText(port.label() + ", list");
        list.getSelectionModel().selectedItemProperty().subscribe(layer::choose);
        least = new Least(BoxesKind.threshold(port), this::render);
        FlowPane tools = new FlowPane(copy, save);
        tools.getStyleClass().add("tools");
        least.node().ifPresent(tools.getChildren()::add);
        node.getStyleClass().add("kind-boxes");
        node.getChildren().setAll(medium, tools, list);
        show(null);
    }

    @Override
    public Node node() {
        return node;
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
    public void show(@Nullable Boxes value) {
        show(value, Values.NONE);
    }

    @Override
    public void show(@Nullable Boxes value, Values inputs) {
        found = value;
        picture = value == null ? null : pictureOf(inputs).orElse(null);
        problem.set(null);
        ground.show(picture);
        render();
    }

    @Override
    public void close() {
        show(null);
    }

    /// The picture of the input that the port names, else the only one there is.
    private Optional<Picture> pictureOf(Values inputs) {
        return BoxesKind.over(port)
                .flatMap(inputs::find)
                .or(() ->
                        inputs.byName().values().stream()
                                .filter(Picture.class::isInstance)
                                .findFirst())
                .filter(Picture.class::isInstance)
                .map(Picture.class::cast);
    }

    private void render() {
        Boxes all = found == null ? Boxes.NONE : found;
        shown = all.from(least.value());
        double width = picture == null ? extent(all, true) : picture.width();
        double height = picture == null ? extent(all, false) : picture.height();
        layer.show(shown.boxes(), width, height);
        list.getSelectionModel().clearSelection();
        list.getItems().setAll(shown.boxes());
        String words = found == null ? "" : Found.words(shown.boxes().size(), all.boxes().size());
        caption.set(words);
        medium.setAccessibleText(port.label() + ", " + (found == null ? "empty" : words));
        copy.setDisable(picture == null);
        save.setDisable(picture == null);
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
            list.scrollTo(box);
        }
    }

    private void copy() {
        draw(drawn -> {
            desktop.copy(drawn);
            Tools.confirm(copy, "Copied");
        });
    }

    private void save() {
        draw(drawn ->
                FileAccess.save(
                        desktop,
                        "Save the picture with its boxes",
                        port.name() + ".png",
                        () -> PictureCodec.png(drawn),
                        () -> {
                            problem.set(null);
                            Tools.confirm(save, "Saved");
                        },
                        e -> problem.set(e.problems().getFirst())));
    }

    private void draw(Consumer<Picture> done) {
        if (picture != null && node.getScene() != null) {
            List<Box> boxes = shown.boxes();
            Drawing.make(
                    picture,
                    boxes,
                    colours,
                    node.getScene(),
                    done,
                    e -> problem.set(e.problems().getFirst()));
        }
    }
}
