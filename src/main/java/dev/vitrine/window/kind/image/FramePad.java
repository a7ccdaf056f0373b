package dev.vitrine.window.kind.image;

import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A frame over a picture that fills the same room: drawn, moved and resized with mouse, finger or
/// keys. Who owns it keeps the frame; all of its numbers are pixels of the picture.
public final class FramePad extends Region {
    /// Hears of what a hand does.
    public interface Hand {
        /// A press beside the frame.
        ///
        /// @return the frame that is taken there; null where a new one begins
        @Nullable Rectangle2D press(double x, double y);

        /// The frame while it is dragged.
        void drag(Rectangle2D frame);

        /// The hand lets go.
        void drop(Rectangle2D frame);

        /// A press beside the frame that drew none.
        void click(double x, double y);
    }

    /// A frame that is drawn smaller than this on the screen was a slip of the hand.
    private static final double SLIP = 4;

    private static final double HANDLE = 9;

    /// How far an arrow key moves a frame, in pixels of the picture, and how far with Shift.
    private static final int NUDGE = 1;

    private static final int LEAP = 10;

    private final Hand hand;
    private final Path shade = new Path();
    private final Path line = new Path();
    private final List<Region> handles = new ArrayList<>();
    private double width = 1;
    private double height = 1;
    private @Nullable Rectangle2D frame;
    private @Nullable Grip grip;
    private Rectangle2D start = Rectangle2D.EMPTY;
    private double fromX;
    private double fromY;
    private boolean isNew;
    private boolean isReady;

    /// @param shaded whether what lies outside the frame is darkened
    public FramePad(Hand hand, boolean shaded) {
        this.hand = hand;
        getStyleClass().add("frame-pad");
        shade.getStyleClass().setAll("frame-shade");
        shade.setFillRule(FillRule.EVEN_ODD);
        shade.setVisible(shaded);
        line.getStyleClass().setAll("frame-line");
        for (Path path : List.of(shade, line)) {
            path.setManaged(false);
            path.setMouseTransparent(true);
            getChildren().add(path);
        }
        for (Grip edge : Grip.values()) {
            Region handle = new Region();
            handle.getStyleClass().add("frame-handle");
            handle.setManaged(false);
            handle.setMouseTransparent(true);
            handle.setVisible(edge.isEdge());
            handles.add(handle);
            getChildren().add(handle);
        }
        setPickOnBounds(true);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(e -> lift());
        setOnMouseMoved(e -> setCursor(cursor(e.getX(), e.getY())));
    }

    /// Shows a frame over a picture of this size; null shows none.
    public void show(double pictureWidth, double pictureHeight, @Nullable Rectangle2D shown) {
        width = pictureWidth;
        height = pictureHeight;
        frame = shown;
        isReady = true;
        requestLayout();
    }

    /// Without a picture nothing can be drawn.
    public void forget() {
        isReady = false;
        frame = null;
        grip = null;
        requestLayout();
    }

    /// How far from a place a press still means it, in pixels of the picture.
    public double reach() {
        double scale = place().getWidth() / width;
        return scale > 0 ? 2 * SLIP / scale : 0;
    }

    /// Moves the frame by an arrow key, its lower right corner together with Alt, farther with
    /// Shift.
    ///
    /// @return the frame then; null where there is none or the key is another
    public @Nullable Rectangle2D nudged(KeyEvent e) {
        Rectangle2D from = frame;
        if (from == null || e.isShortcutDown()) {
            return null;
        }
        int by = e.isShiftDown() ? LEAP : NUDGE;
        Grip how = e.isAltDown() ? Grip.BOTTOM_RIGHT : Grip.INSIDE;
        return switch (e.getCode()) {
            case LEFT, KP_LEFT -> how.drag(from, -by, 0, width, height);
            case RIGHT, KP_RIGHT -> how.drag(from, by, 0, width, height);
            case UP, KP_UP -> how.drag(from, 0, -by, width, height);
            case DOWN, KP_DOWN -> how.drag(from, 0, by, width, height);
            default -> null;
        };
    }

    @Override
    protected void layoutChildren() {
        Rectangle2D at = frame;
        boolean seen = at != null && getWidth() > 0;
        line.setVisible(seen);
        for (int i = 0; i < handles.size(); i++) {
            // a place has one handle, a frame all the others
            boolean isPlace = at != null && at.getWidth() == 0 && at.getHeight() == 0;
            handles.get(i).setVisible(seen && Grip.values()[i].isEdge() != isPlace);
        }
        shade.getElements().clear();
        if (at == null || getWidth() <= 0) {
            return;
        }
        Rectangle2D place = place();
        Rectangle2D on = on(place, at);
        line.getElements().setAll(rectangle(on));
        shade.getElements().setAll(rectangle(place));
        shade.getElements().addAll(rectangle(on));
        for (Grip edge : Grip.values()) {
            handles.get(edge.ordinal())
                    .resizeRelocate(
                            snapPositionX(edge.x(on) - HANDLE / 2),
                            snapPositionY(edge.y(on) - HANDLE / 2),
                            HANDLE,
                            HANDLE);
        }
    }

    private void press(MouseEvent e) {
        if (!isReady || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Rectangle2D place = place();
        fromX = (e.getX() - place.getMinX()) / place.getWidth() * width;
        fromY = (e.getY() - place.getMinY()) / place.getHeight() * height;
        isNew = false;
        grip = frame == null ? null : Grip.at(on(place, frame), e.getX(), e.getY());
        if (grip == null && place.contains(e.getX(), e.getY())) {
            Rectangle2D other = hand.press(fromX, fromY);
            isNew = other == null;
            frame = other == null ? new Rectangle2D(fromX, fromY, 0, 0) : other;
            grip = isNew ? Grip.BOTTOM_RIGHT : Grip.INSIDE;
            requestLayout();
        }
        start = frame == null ? Rectangle2D.EMPTY : frame;
        e.consume();
    }

    private void drag(MouseEvent e) {
        Grip by = grip;
        if (by == null) {
            return;
        }
        Rectangle2D place = place();
        double dx = (e.getX() - place.getMinX()) / place.getWidth() * width - fromX;
        double dy = (e.getY() - place.getMinY()) / place.getHeight() * height - fromY;
        Rectangle2D now = by.drag(start, dx, dy, width, height);
        frame = now;
        requestLayout();
        hand.drag(now);
        e.consume();
    }

    private void lift() {
        Rectangle2D at = frame;
        if (grip == null || at == null) {
            return;
        }
        grip = null;
        Rectangle2D on = on(place(), at);
        if (isNew && Math.max(on.getWidth(), on.getHeight()) < SLIP) {
            frame = null;
            requestLayout();
            hand.click(start.getMinX(), start.getMinY());
        } else {
            hand.drop(at);
        }
    }

    private Cursor cursor(double x, double y) {
        if (!isReady || !place().contains(x, y)) {
            return Cursor.DEFAULT;
        }
        Grip there = frame == null ? null : Grip.at(on(place(), frame), x, y);
        return there == null ? Cursor.CROSSHAIR : there.cursor();
    }

    private Rectangle2D place() {
        return PictureView.place(this, width, height);
    }

    private Rectangle2D on(Rectangle2D place, Rectangle2D at) {
        return new Rectangle2D(
                place.getMinX() + at.getMinX() / width * place.getWidth(),
                place.getMinY() + at.getMinY() / height * place.getHeight(),
                at.getWidth() / width * place.getWidth(),
                at.getHeight() / height * place.getHeight());
    }

    private static List<PathElement> rectangle(Rectangle2D at) {
        return List.of(
                new MoveTo(at.getMinX(), at.getMinY()),
                new LineTo(at.getMaxX(), at.getMinY()),
                new LineTo(at.getMaxX(), at.getMaxY()),
                new LineTo(at.getMinX(), at.getMaxY()),
                new LineTo(at.getMinX(), at.getMinY()));
    }
}
