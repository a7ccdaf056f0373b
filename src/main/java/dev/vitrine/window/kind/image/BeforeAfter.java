package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

/// Two pictures in one place with a divider between them: to its left the one before, to its right
/// the one after. Both are fitted into the same room, whatever their sizes.
///
/// Without a picture before it shows the other alone.
final class BeforeAfter extends Region {
    /// How far a plate stands from the picture's corner.
    private static final double MARGIN = 8;

    private final Side before = new Side("Before");
    private final Side after = new Side("After");
    private final Divider divider = new Divider();
    private @Nullable Picture shown;

    BeforeAfter() {
        getStyleClass().add("before-after");
        getChildren().setAll(after, before, divider);
        divider.positionProperty().subscribe(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::drag);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        show(null, null);
    }

    /// Shows what came out, over what went in where there is such a picture.
    void show(@Nullable Picture wentIn, @Nullable Picture cameOut) {
        boolean both = wentIn != null && cameOut != null;
        shown = cameOut;
        before.show(both ? wentIn : null);
        after.show(cameOut);
        for (Node node : new Node[] {before, divider, after.plate}) {
            node.setVisible(both);
        }
        requestLayout();
    }

    /// The handle, which takes the focus and the keys.
    Divider divider() {
        return divider;
    }

    @Override
    protected void layoutChildren() {
        Rectangle2D place = place();
        double at =
                divider.isVisible()
                        ? snapPositionX(place.getMinX() + divider.position() * place.getWidth())
                        : 0;
        before.layIn(this, 0, at, place.getMinX() + MARGIN, place.getMinY() + MARGIN);
        double right = place.getMaxX() - MARGIN - after.plate.prefWidth(-1);
        after.layIn(this, at, getWidth(), right, place.getMinY() + MARGIN);
        double width = divider.prefWidth(-1);
        divider.resizeRelocate(at - width / 2, place.getMinY(), width, place.getHeight());
    }

    private Rectangle2D place() {
        return shown == null
                ? new Rectangle2D(0, 0, Math.max(0, getWidth()), Math.max(0, getHeight()))
                : PictureView.place(this, shown.width(), shown.height());
    }

    private void drag(MouseEvent event) {
        Rectangle2D place = place();
        if (divider.isVisible() && place.getWidth() > 0) {
            divider.requestFocus();
            divider.move((event.getX() - place.getMinX()) / place.getWidth());
            event.consume();
        }
    }

    /// One of the two pictures with its name, cut off at the divider.
    private static final class Side extends Pane {
        private final PictureView view = new PictureView();
        private final Label plate;
        private final Rectangle part = new Rectangle();

        Side(String name) {
            plate = new Label(name);
            plate.getStyleClass().add("plate");
            setClip(part);
            getChildren().setAll(view, plate);
        }

        void show(@Nullable Picture picture) {
            view.show(picture);
        }

        /// Fills a room, seen only between two places of it.
        void layIn(Region room, double from, double to, double plateX, double plateY) {
            resizeRelocate(0, 0, room.getWidth(), room.getHeight());
            part.setX(from);
            part.setWidth(Math.max(0, to - from));
            part.setHeight(room.getHeight());
            plate.relocate(snapPositionX(plateX), snapPositionY(plateY));
        }

        @Override
        protected void layoutChildren() {
            view.resizeRelocate(0, 0, getWidth(), getHeight());
            plate.autosize();
        }
    }
}
