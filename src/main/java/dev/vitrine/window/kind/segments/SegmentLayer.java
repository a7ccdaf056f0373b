package dev.vitrine.window.kind.segments;

import dev.vitrine.kind.segments.Segment;
import dev.vitrine.kind.segments.Segments;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Parts as bands and scores as a line, over a waveform of the same length.
final class SegmentLayer extends Region {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Path curve = new Path();
    private final List<Region> bands = new ArrayList<>();
    private final double margin;
    private final double foot;
    private Segments found = Segments.NONE;
    private @Nullable Segment chosen;
    private double length;

    /// @param margin what the waveform leaves free on every side
    /// @param foot what it leaves free below for its times
    SegmentLayer(double margin, double foot) {
        this.margin = margin;
        this.foot = foot;
        setMouseTransparent(true);
        curve.getStyleClass().add("score-line");
        curve.setManaged(false);
    }

    /// @param seconds how long the sound is
    void show(Segments shown, double seconds) {
        found = shown;
        length = seconds;
        chosen = null;
        bands.clear();
        for (int i = 0; i < shown.segments().size(); i++) {
            Region band = new Region();
            band.getStyleClass().add("band");
            band.setManaged(false);
            bands.add(band);
        }
        getChildren().setAll(bands);
        getChildren().add(curve);
        requestLayout();
    }

    void choose(@Nullable Segment part) {
        chosen = part;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - foot;
        for (int i = 0; i < bands.size(); i++) {
            Segment part = found.segments().get(i);
            double from = x(part.start());
            bands.get(i)
                    .resizeRelocate(
                            snapPositionX(from),
                            0,
                            Math.max(2, snapSizeX(x(part.end()) - from)),
                            snapSizeY(height));
            bands.get(i).pseudoClassStateChanged(CHOSEN, part.equals(chosen));
        }
        List<PathElement> line = new ArrayList<>();
        for (int i = 0; i < found.scores().size() && length > 0; i++) {
            double x = x(Math.min(length, (i + 0.5) * found.step()));
            double y = margin + (height - 2 * margin) * (1 - found.scores().get(i));
            line.add(line.isEmpty() ? new MoveTo(x, y) : new LineTo(x, y));
        }
        curve.getElements().setAll(line);
    }

    private double x(double seconds) {
        return length <= 0 ? margin : margin + (getWidth() - 2 * margin) * seconds / length;
    }
}
