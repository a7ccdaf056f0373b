package dev.vitrine.window.kind.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.plot.Mark;
import dev.vitrine.kind.plot.Plot;
import dev.vitrine.kind.plot.PlotSvg;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A plot as a hand finds it: the number under the pointer, and files of pixels, lines and numbers.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class PlotFaceTest {
    private static final Port PORT = Port.of("curve", "plot");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @TempDir private Path folder;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "LINE, .chart-line-symbol, mass 2: 31.5",
        "POINT, .chart-symbol, mass 2: 31.5",
        "BAR, .chart-bar, mass 2: 31.5",
        "RECT, .cell, 'mass, 2: 31.5'"
    })
    void theNumberUnderThePointerIsTold(Mark mark, String query, String words, FxRobot robot) {
        Viewer<Plot> viewer = shown(robot, plot(mark));
        Node second = Fx.get(() -> viewer.node().lookupAll(query).toArray(Node[]::new)[1]);
        Point2D middle =
                Fx.get(() -> {
                    Bounds at = second.localToScreen(second.getLayoutBounds());
                    return new Point2D(at.getCenterX(), at.getCenterY());
                });
        robot.moveTo(middle.add(-1, -1)).moveTo(middle);
        Fx.await("told '" + words + "'", () -> told().equals(List.of(words)));
    }

    @Test
    void aPlotIsSavedAsPixelsAsLinesAndAsNumbers(FxRobot robot) throws Exception {
        Plot plot = plot(Mark.LINE);
        Viewer<Plot> viewer = shown(robot, plot);
        Path png = saved(robot, viewer, "Save PNG…", "ü 日本.png");
        Picture picture = PictureCodec.read(Files.readAllBytes(png), "png", 10_000_000);
        Bounds node = Fx.get(() -> viewer.node().getLayoutBounds());
        assertThat(picture.width()).isGreaterThanOrEqualTo((int) (2 * node.getWidth()));
        assertThat(picture.height()).isGreaterThanOrEqualTo((int) (2 * node.getHeight()));
        assertThat(saved(robot, viewer, "Save SVG…", "a.svg"))
                .content()
                .isEqualTo(PlotSvg.of(plot));
        assertThat(saved(robot, viewer, "Save CSV…", "a.csv")).content().contains("31.5");
        assertThat(desktop.names).containsExactly("curve.png", "curve.svg", "curve.csv");
    }

    private static Plot plot(Mark mark) {
        List<Object> x =
                mark == Mark.BAR || mark == Mark.RECT
                        ? List.of("1", "2", "3")
                        : List.of(1.0, 2.0, 3.0);
        return new Plot(
                mark, "day", "g", List.of(new Plot.Series("mass", x, List.of(10.0, 31.5, 20.0))));
    }

    private Viewer<Plot> shown(FxRobot robot, Plot plot) {
        Viewer<Plot> viewer = stand.put(robot, () -> new PlotFace().viewer(PORT, desktop));
        robot.interact(() -> viewer.show(plot));
        // charts find the places of their marks in the next frame
        robot.interact(() -> {});
        return viewer;
    }

    private Path saved(FxRobot robot, Viewer<Plot> viewer, String button, String name) {
        Path file = folder.resolve(name);
        desktop.choice = Optional.of(file);
        robot.clickOn(
                viewer.tools().stream()
                        .filter(tool -> tool instanceof Labeled l && l.getText().equals(button))
                        .findFirst()
                        .orElseThrow());
        Fx.await(button, () -> Files.exists(file) && Files.size(file) > 0);
        assertThat(viewer.problemProperty().get()).isNull();
        return file;
    }

    private static List<String> told() {
        return Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList();
    }
}
