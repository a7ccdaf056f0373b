package dev.vitrine.window.kind.mask;

import dev.vitrine.window.kind.image.PictureView;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import java.util.ArrayList;
import java.util.List;

/// Where a brush paints over a picture that fills the same room: it shows the stroke under way and
/// the brush, and says where it went, in pixels of the picture.
final class MaskPad extends Region {
    /// Hears of a stroke that has ended.
    @FunctionalInterface
    interface Hand {
        /// @param points where the brush went; at least one
        void painted(List<Point2D> points);
    }

    private final Hand hand;
    private final Path line = new Path();
    private final Circle ring = new Circle();
    private final List<Point2D> points = new ArrayList<>();
    private double width = 1;
    private double height = 1;
    private double radius = 1;
    private boolean ready;
    private boolean painting;
    private Point2D at = Point2D.ZERO;

    MaskPad(Hand hand) {
        this.hand = hand;
        getStyleClass().add("mask-pad");
        line.getStyleClass().add("mask-stroke");
        ring.getStyleClass().add("mask-ring");
        for (var shape : List.of(line, ring)) {
            shape.setManaged(false);
            shape.setMouseTransparent(true);
            getChildren().add(shape);
        }
        ring.setVisible(false);
        setPickOnBounds(true);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(e -> lift());
        setOnMouseMoved(this::hover);
        setOnMouseExited(e -> ring.setVisible(painting));
    }

    /// Makes ready for a picture of this size, or for none.
    void show(double pictureWidth, double pictureHeight, boolean canPaint) {
        boolean same = width == pictureWidth && height == pictureHeight;
        width = pictureWidth;
        height = pictureHeight;
        ready = canPaint;
        if (!same) {
            at = new Point2D(width / 2, height / 2);
        }
        setCursor(canPaint ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        requestLayout();
    }

    /// Takes a brush.
    ///
    /// @param size its radius in pixels of the picture
    /// @param style the style class of what it paints with
    void brush(double size, String style) {
        radius = size;
        line.getStyleClass().setAll("mask-stroke", style);
        requestLayout();
    }

    /// How far a key moves the brush: half of it.
    double step() {
        return Math.max(1, radius / 2);
    }

    /// Moves the brush by keys.
    ///
    /// @param paints whether it touches the picture on the way
    void move(double dx, double dy, boolean paints) {
        Point2D from = at;
        at =
                new Point2D(
                        Math.clamp(at.getX() + dx, 0, width),
                        Math.clamp(at.getY() + dy, 0, height));
        ring.setVisible(ready);
        requestLayout();
        if (paints && ready) {
            hand.painted(List.of(from, at));
        }
    }

    /// Touches the picture where the brush is.
    void touch() {
        if (ready) {
            ring.setVisible(true);
            hand.painted(List.of(at));
        }
    }

    @Override
    protected void layoutChildren() {
        Rectangle2D place = place();
        double scale = place.getWidth() / width;
        ring.setRadius(Math.max(1, radius * scale));
        ring.setCenterX(place.getMinX() + at.getX() * scale);
        ring.setCenterY(place.getMinY() + at.getY() / height * place.getHeight());
        line.setStrokeWidth(Math.max(1, 2 * radius * scale));
    }

    private void press(MouseEvent e) {
        if (!ready || e.getButton() != MouseButton.PRIMARY || !place().contains(point(e))) {
            return;
        }
        painting = true;
        points.clear();
        hover(e);
        points.add(at);
        line.getElements().setAll(new MoveTo(e.getX(), e.getY()), new LineTo(e.getX(), e.getY()));
        e.consume();
    }

    private void drag(MouseEvent e) {
        if (painting) {
            hover(e);
            points.add(at);
            line.getElements().add(new LineTo(e.getX(), e.getY()));
            e.consume();
        }
    }

    private void lift() {
        if (painting) {
            painting = false;
            line.getElements().clear();
            hand.painted(List.copyOf(points));
        }
    }

    private void hover(MouseEvent e) {
        Rectangle2D place = place();
        at =
                new Point2D(
                        (e.getX() - place.getMinX()) / place.getWidth() * width,
                        (e.getY() - place.getMinY()) / place.getHeight() * height);
        ring.setVisible(ready && (painting || place.contains(point(e))));
        requestLayout();
    }

    private static Point2D point(MouseEvent e) {
        return new Point2D(e.getX(), e.getY());
    }

    private Rectangle2D place() {
        return PictureView.place(this, width, height);
    }
}
