package dev.vitrine.window.kind.image;

import dev.vitrine.window.kind.Tools;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Gives what lies in it more room than it has itself, and shows the part that somebody has moved
/// to: with Ctrl and the wheel, two fingers, the keys `+`, `-` and `0` with Ctrl or without, or the
/// tools. Two presses show all again.
///
/// Enlarged, it is moved with the wheel, with the middle button, and where nothing else is done
/// with it, with the first one.
public final class Zoom extends Region {
    private static final double MOST = 32;
    private static final double STEP = 1.5;

    /// What a notch of a wheel enlarges by, for each of its 40 pixels.
    private static final double NOTCH = 1.2;

    private static final double NOTCH_PIXELS = 40;

    /// Rounded corners, as those of the picture inside.
    private static final double CORNER = 8;

    private final Region content;
    private final boolean drags;
    private final Button out = Tools.icon(Feather.ZOOM_OUT, "Zoom out", () -> step(1 / STEP));
    private final Button in = Tools.icon(Feather.ZOOM_IN, "Zoom in", () -> step(STEP));
    private double times = 1;
    private boolean offered = true;
    private double left;
    private double top;
    private double width;
    private double height;
    private Point2D last = Point2D.ZERO;
    private boolean moving;

    /// @param drags whether the first button moves it
    public Zoom(Region content, boolean drags) {
        this.content = content;
        this.drags = drags;
        getChildren().add(content);
        Rectangle room = new Rectangle();
        room.setArcWidth(2 * CORNER);
        room.setArcHeight(2 * CORNER);
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        setClip(room);
        addEventFilter(ScrollEvent.SCROLL, this::scroll);
        addEventFilter(ZoomEvent.ZOOM, this::pinch);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventFilter(MouseEvent.MOUSE_RELEASED, e -> moving = false);
        addEventFilter(MouseEvent.MOUSE_CLICKED, this::click);
        refresh();
    }

    /// The tools that do it.
    public List<Node> tools() {
        return List.of(out, in);
    }

    /// Offers the tools, or not where there is nothing to enlarge.
    void offer(boolean now) {
        offered = now;
        refresh();
    }

    /// Shows all again.
    public void reset() {
        times = 1;
        refresh();
    }

    /// How much larger than fitted it is shown.
    public double times() {
        return times;
    }

    /// Does what a key says.
    public void key(KeyEvent e) {
        if (e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case PLUS, ADD, EQUALS -> step(STEP);
            case MINUS, SUBTRACT -> step(1 / STEP);
            case DIGIT0, NUMPAD0 -> reset();
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// Shows that there is nothing to enlarge.
    void rest() {
        out.setDisable(true);
        in.setDisable(true);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        // in a larger or smaller room the same part is seen
        left *= width > 0 ? getWidth() / width : 1;
        top *= height > 0 ? getHeight() / height : 1;
        width = getWidth();
        height = getHeight();
        left = Math.clamp(left, 0, getWidth() * (times - 1));
        top = Math.clamp(top, 0, getHeight() * (times - 1));
        content.resizeRelocate(
                snapPositionX(-left),
                snapPositionY(-top),
                snapSizeX(getWidth() * times),
                snapSizeY(getHeight() * times));
    }

    private void step(double by) {
        about(getWidth() / 2, getHeight() / 2, by);
    }

    /// Enlarges so that what lies at a place stays there.
    private void about(double x, double y, double by) {
        double next = Math.clamp(times * by, 1, MOST);
        // steps down from a few steps up end where they began
        next = next < 1.01 ? 1 : next;
        left = (left + x) * next / times - x;
        top = (top + y) * next / times - y;
        times = next;
        refresh();
    }

    /// Shows which of the tools do something now.
    void refresh() {
        out.setDisable(!offered || times <= 1);
        in.setDisable(!offered || times >= MOST);
        requestLayout();
    }

    private void scroll(ScrollEvent e) {
        if (e.isShortcutDown()) {
            about(e.getX(), e.getY(), Math.pow(NOTCH, e.getDeltaY() / NOTCH_PIXELS));
            e.consume();
        } else if (times > 1) {
            left -= e.getDeltaX();
            top -= e.getDeltaY();
            requestLayout();
            e.consume();
        }
    }

    private void pinch(ZoomEvent e) {
        about(e.getX(), e.getY(), e.getZoomFactor());
        e.consume();
    }

    private void press(MouseEvent e) {
        boolean takes =
                e.getButton() == MouseButton.MIDDLE
                        || drags && e.getButton() == MouseButton.PRIMARY;
        moving = takes && times > 1;
        last = new Point2D(e.getX(), e.getY());
    }

    private void click(MouseEvent e) {
        if (drags
                && times > 1
                && e.getButton() == MouseButton.PRIMARY
                && e.getClickCount() == 2
                && e.isStillSincePress()) {
            reset();
            e.consume();
        }
    }

    private void drag(MouseEvent e) {
        if (moving) {
            left += last.getX() - e.getX();
            top += last.getY() - e.getY();
            last = new Point2D(e.getX(), e.getY());
            requestLayout();
            e.consume();
        }
    }
}
