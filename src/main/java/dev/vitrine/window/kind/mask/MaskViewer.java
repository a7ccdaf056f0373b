package dev.vitrine.window.kind.mask;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.kind.mask.MaskKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.kind.Content;
import dev.vitrine.window.kind.Outgoing;
import dev.vitrine.window.kind.PortViewer;
import dev.vitrine.window.kind.Rows;
import dev.vitrine.window.kind.boxes.Colours;
import dev.vitrine.window.kind.image.Opacity;
import dev.vitrine.window.kind.image.Overlay;
import dev.vitrine.window.kind.image.PictureView;
import dev.vitrine.window.kind.image.Viewing;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/// A mask in colours over its picture, and its legend below; a press on a part or a row lets it
/// stand out.
final class MaskViewer extends PortViewer<Mask> {
    /// The picture is still seen below.
    private static final double START = 0.7;

    private final Colours colours;
    private final PictureView ground = new PictureView();
    private final Overlay overlay =
            new Overlay(IntStream.range(0, Colours.COUNT).mapToObj(Colours::style).toList());
    private final Viewing viewing;
    private final Legend legend;
    private final Opacity opacity = new Opacity(START);
    private final VBox node = new VBox();
    private @Nullable Picture picture;

    MaskViewer(Port port, Desktop desktop) {
        super(port, desktop);
        viewing = new Viewing(desktop, ground, overlay);
        colours = new Colours(port);
        legend = new Legend(colours, () -> copyTable(desktop));
        legend.setAccessibleText(port.label() + ", legend");
        legend.getSelectionModel().selectedIndexProperty().subscribe(n -> paint());
        overlay.painting().opacityProperty().bind(opacity.valueProperty());
        viewing.onPress(this::press);
        VBox.setVgrow(viewing.node(), Priority.ALWAYS);
        Button copy = tool("Copy", this::copyDrawn);
        Outgoing<Mask> file =
                new Outgoing<>(
                        "Save the picture with its mask",
                        mask -> port.name() + ".png",
                        mask -> {
                            Drawn drawn = drawn(mask);
                            return Content.of(() -> PictureCodec.png(drawn.picture()));
                        });
        Button save = saves("Save…", file);
        drags(viewing.node(), save, file);
        FlowPane tools = new FlowPane(copy, save);
        tools.getChildren().addAll(viewing.tools());
        tools.getChildren().add(opacity.node());
        tools.getStyleClass().add("tools");
        node.getStyleClass().add("kind-mask");
        node.getChildren().setAll(viewing.node(), tools, legend);
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    /// None under the legend: they are about the picture and stand below that.
    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    protected void render(@Nullable Mask before, @Nullable Mask value) {
        picture = pictureUnder(MaskKind.over(port())).orElse(null);
        ground.show(picture);
        opacity.setDisable(value == null);
        legend.getSelectionModel().clearSelection();
        legend.getItems().setAll(value == null ? List.of() : value.segments());
        String words = value == null ? "" : Legend.count(value);
        caption(words);
        viewing.describe(port().label() + ", " + (value == null ? "empty" : words), value != null);
        paint();
    }

    private void paint() {
        Mask mask = shown();
        if (mask == null) {
            overlay.show(null, 1, 1);
        } else {
            overlay.show(painting(mask), mask.width(), mask.height());
        }
    }

    private Painting painting(Mask mask) {
        List<Integer> all = mask.segments().stream().map(s -> colours.of(s.label())).toList();
        return new Painting(mask, all, legend.getSelectionModel().getSelectedIndex());
    }

    /// Chooses the part at a place, or none.
    private void press(double x, double y) {
        Mask mask = shown();
        if (mask == null) {
            return;
        }
        Rectangle2D place = PictureView.place(overlay, mask.width(), mask.height());
        int column = (int) ((x - place.getMinX()) / place.getWidth() * mask.width());
        int row = (int) ((y - place.getMinY()) / place.getHeight() * mask.height());
        int found =
                IntStream.range(0, mask.segments().size())
                        .filter(i -> mask.segments().get(i).area().contains(column, row))
                        .findFirst()
                        .orElse(-1);
        if (found < 0 || found == legend.getSelectionModel().getSelectedIndex()) {
            legend.getSelectionModel().clearSelection();
        } else {
            legend.getSelectionModel().select(found);
            Rows.reveal(legend, found);
        }
    }

    private void copyTable(Desktop desktop) {
        Mask mask = shown();
        if (mask != null) {
            desktop.copy(Legend.table(mask));
        }
    }

    /// The picture with its mask, or the mask alone where no picture went in, made when it is asked
    /// for.
    @FunctionalInterface
    private interface Drawn {
        Picture picture();
    }

    private Drawn drawn(Mask mask) {
        Picture below = picture;
        Painting painting = painting(mask);
        int[] now = overlay.colours();
        double seen = opacity.valueProperty().get();
        return () ->
                below == null
                        ? painting.paint(mask.width(), mask.height(), now)
                        : Overlay.over(
                                below, painting.paint(below.width(), below.height(), now), seen);
    }

    private void copyDrawn(Mask mask, Button button) {
        FxThread.background(drawn(mask)::picture, drawn -> copy(button, drawn), this::failed);
    }
}
