package dev.vitrine.window.kind.vector;

import dev.vitrine.kind.vector.Vector;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Numbers as bars from nought; where there are more than pixels, each bar reaches from the least
/// of its numbers to the greatest, so that no peak is lost. The pointer and the arrow keys tell
/// which are under them.
final class Strip extends Region {
    private static final double MARGIN = 8;

    /// A bar that is nought is seen too.
    private static final double LEAST = 1;

    private final Path bars = new Path();
    private final Rectangle mark = new Rectangle();
    private final Consumer<@Nullable Place> told;
    private @Nullable Vector vector;
    private double least;
    private double most;
    private double drawn = -1;
    private int at = -1;

    /// Numbers that stand in one bar.
    ///
    /// @param from the place of the first
    /// @param to the place behind the last
    record Place(int from, int to) {}

    /// @param told of the numbers under the pointer; null where there are none
    Strip(String name, Consumer<@Nullable Place> told) {
        this.told = told;
        getStyleClass().add("strip");
        bars.getStyleClass().add("bars");
        mark.getStyleClass().add("mark-bar");
        mark.setVisible(false);
        getChildren().addAll(mark, bars);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> go(barAt(e.getX())));
        addEventHandler(MouseEvent.MOUSE_EXITED, e -> go(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty()
                .subscribe(is -> {
                    if (!is) {
                        go(-1);
                    }
                });
    }

    void show(@Nullable Vector shown, double min, double max) {
        vector = shown;
        least = Math.min(0, Double.isNaN(min) ? 0 : min);
        most = Math.max(0, Double.isNaN(max) ? 0 : max);
        drawn = -1;
        go(-1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (drawn != getWidth()) {
            drawn = getWidth();
            bars.getElements().setAll(elements());
        }
    }

    private List<PathElement> elements() {
        List<PathElement> all = new ArrayList<>();
        Vector shown = vector;
        for (int i = 0; shown != null && i < count(); i++) {
            Place place = place(i);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int j = place.from(); j < place.to(); j++) {
                double v = shown.get(j);
                if (Double.isFinite(v)) {
                    low = Math.min(low, v);
                    high = Math.max(high, v);
                }
            }
            if (low <= high) {
                bar(all, i, Math.min(0, low), Math.max(0, high));
            }
        }
        return all;
    }

    private void bar(List<PathElement> all, int i, double low, double high) {
        double left = MARGIN + i * pitch();
        double right = left + (pitch() >= 3 ? pitch() - Math.max(1, pitch() / 8) : pitch());
        double top = y(high);
        double bottom = Math.max(y(low), top + LEAST);
        all.add(new MoveTo(left, top));
        all.add(new LineTo(right, top));
        all.add(new LineTo(right, bottom));
        all.add(new LineTo(left, bottom));
        all.add(new ClosePath());
    }

    /// Halves first, for the difference of two large numbers may be more than there are.
    private double y(double value) {
        double range = most / 2 - least / 2;
        double part = range == 0 ? 1 : (most / 2 - value / 2) / range;
        return MARGIN + part * (getHeight() - 2 * MARGIN);
    }

    private int count() {
        Vector shown = vector;
        int room = (int) Math.max(1, getWidth() - 2 * MARGIN);
        return shown == null ? 0 : Math.min(shown.size(), room);
    }

    private double pitch() {
        return (getWidth() - 2 * MARGIN) / Math.max(1, count());
    }

    private Place place(int bar) {
        Vector shown = vector;
        long size = shown == null ? 0 : shown.size();
        int count = count();
        return new Place((int) (bar * size / count), (int) ((bar + 1) * size / count));
    }

    private int barAt(double x) {
        int count = count();
        return count == 0 ? -1 : (int) Math.clamp((x - MARGIN) / pitch(), 0, count - 1);
    }

    private void press(KeyEvent event) {
        int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (by != 0 && count() > 0) {
            go(Math.clamp(at < 0 ? 0 : at + by, 0, count() - 1));
            event.consume();
        }
    }

    private void go(int bar) {
        at = bar;
        mark.setVisible(bar >= 0);
        if (bar >= 0) {
            mark.setX(MARGIN + bar * pitch());
            mark.setY(0);
            mark.setWidth(Math.max(2, pitch()));
            mark.setHeight(getHeight());
        }
        told.accept(bar < 0 ? null : place(bar));
    }
}
