package dev.vitrine.window.kind.plot;

import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.plot.Mark;
import dev.vitrine.kind.plot.Plot;
import dev.vitrine.kind.plot.PlotKind;
import dev.vitrine.kind.plot.PlotSvg;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxPictures;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.kind.Content;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.Outgoing;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A plot whose numbers are told under the pointer, saved as a picture of pixels or of lines.
final class PlotViewer extends PortViewer<Plot> {
    private static final PlotKind KIND = new PlotKind();
    private static final Plot NONE = new Plot(Mark.LINE, "", "", List.of());

    /// Pixels of a saved picture for each of the window's.
    private static final double SCALE = 2;

    private final StackPane node = new StackPane();

    PlotViewer(Port port, Desktop desktop) {
        super(port, desktop);
        node.getStyleClass().add("kind-plot");
        tool(
                "Copy",
                (plot, button) -> {
                    WritableImage drawn = drawn();
                    FxThread.background(
                            () -> FxPictures.picture(drawn),
                            picture -> copy(button, picture),
                            this::failed);
                });
        saves(
                "Save PNG…",
                new Outgoing<>(
                        "Save the plot",
                        plot -> port.name() + ".png",
                        plot -> {
                            WritableImage drawn = drawn();
                            return Content.of(() -> PictureCodec.png(FxPictures.picture(drawn)));
                        }));
        saves(
                "Save SVG…",
                file(
                        "Save the plot",
                        "svg",
                        plot -> PlotSvg.of(plot).getBytes(StandardCharsets.UTF_8)));
        saves(
                "Save CSV…",
                file(
                        "Save the numbers",
                        "csv",
                        plot -> KIND.file(port, plot).orElseThrow().bytes()));
        show(null);
    }

    private WritableImage drawn() {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SCALE, SCALE));
        return node.snapshot(how, null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    protected void render(@Nullable Plot before, @Nullable Plot value) {
        Plot plot = value == null ? NONE : value;
        Node drawn = plot.mark() == Mark.RECT ? new CellChart(plot) : Charts.of(plot);
        drawn.setAccessibleText(
                value == null
                        ? port().label() + ", empty"
                        : port().label() + ", " + KIND.text(port(), value));
        node.getChildren().setAll(drawn);
        caption(value == null ? "" : count(value));
    }

    /// How many numbers there are, such as `2 series, 200 numbers`.
    static String count(Plot plot) {
        int series = plot.series().size();
        int numbers = plot.size();
        String shown = NumberText.counted(numbers, "number");
        return series == 1 ? shown : NumberText.grouped(series) + " series, " + shown;
    }
}
