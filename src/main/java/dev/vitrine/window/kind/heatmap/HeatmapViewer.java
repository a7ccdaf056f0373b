package dev.vitrine.window.kind.heatmap;

import dev.vitrine.kind.heatmap.HeatmapKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.kind.Content;
import dev.vitrine.window.kind.Outgoing;
import dev.vitrine.window.kind.PortViewer;
import dev.vitrine.window.kind.image.Opacity;
import dev.vitrine.window.kind.image.Overlay;
import dev.vitrine.window.kind.image.PictureView;
import dev.vitrine.window.kind.image.Viewing;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Supplier;

/// A heat map in colours over its picture, or alone where no picture went in.
final class HeatmapViewer extends PortViewer<Picture> {
    /// The picture is still seen below.
    private static final double START = 0.75;

    private final PictureView ground = new PictureView();
    private final Overlay overlay = new Overlay(Heat.STYLES);
    private final Viewing viewing;
    private final Opacity opacity = new Opacity(START);
    private final VBox node = new VBox();
    private @Nullable Picture picture;

    HeatmapViewer(Port port, Desktop desktop) {
        super(port, desktop);
        viewing = new Viewing(desktop, ground, overlay);
        overlay.painting().opacityProperty().bind(opacity.valueProperty());
        VBox.setVgrow(viewing.node(), Priority.ALWAYS);
        Button copy =
                tool(
                        "Copy",
                        (map, button) ->
                                FxThread.background(
                                        drawn(map)::get,
                                        drawn -> copy(button, drawn),
                                        this::failed));
        Outgoing<Picture> file =
                new Outgoing<>(
                        "Save the picture with its heat map",
                        map -> port.name() + ".png",
                        map -> {
                            Supplier<Picture> drawn = drawn(map);
                            return Content.of(() -> PictureCodec.png(drawn.get()));
                        });
        Button save = saves("Save…", file);
        drags(viewing.node(), save, file);
        FlowPane tools = new FlowPane(copy, save);
        tools.getChildren().addAll(viewing.tools());
        tools.getChildren().add(opacity.node());
        tools.getStyleClass().add("tools");
        node.getStyleClass().add("kind-heatmap");
        node.getChildren().setAll(viewing.node(), tools, new HeatScale());
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    /// None below: they are about the picture and stand under it.
    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    protected void render(@Nullable Picture before, @Nullable Picture value) {
        picture = pictureUnder(HeatmapKind.over(port())).orElse(null);
        ground.show(picture);
        opacity.setDisable(value == null);
        caption(value == null ? "" : value.toString());
        viewing.describe(port().label() + ", " + (value == null ? "empty" : value), value != null);
        if (value == null) {
            overlay.show(null, 1, 1);
        } else {
            Picture shape = picture == null ? value : picture;
            overlay.show(new Heat(value), shape.width(), shape.height());
        }
    }

    private Supplier<Picture> drawn(Picture map) {
        Picture below = picture;
        int[] now = overlay.colours();
        double seen = opacity.valueProperty().get();
        Heat heat = new Heat(map);
        return () ->
                below == null
                        ? heat.paint(map.width(), map.height(), now)
                        : Overlay.over(below, heat.paint(below.width(), below.height(), now), seen);
    }
}
