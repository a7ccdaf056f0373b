package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.FxPictures;
import dev.vitrine.window.FxThread;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

/// A picture fitted into whatever room there is, its shape kept.
///
/// A picture much larger than its room is shrunk by means of areas, in the background where it has
/// many pixels; one much smaller is shown as the squares it is made of.
public final class PictureView extends Region {
    /// From this magnification on pixels have sharp edges.
    static final double CRISP = 4;

    /// Rounded corners, as those of a small control.
    private static final double CORNER = 8;

    /// Pictures of no more pixels are shrunk at once, which takes a few milliseconds.
    private static final int QUICK = 512 * 512;

    /// A shrunk picture has two pixels for each of the layout's, for screens and snapshots of that
    /// scale.
    private static final int DENSITY = 2;

    /// Squares of a picture are drawn by no more pixels than these of its longer side.
    private static final int MOST = 4096;

    private final ImageView view = new ImageView();
    private @Nullable Picture picture;
    private @Nullable Picture made;
    private int wantedWidth;
    private long request;

    public PictureView() {
        getStyleClass().add("picture");
        Rectangle corners = new Rectangle();
        corners.setArcWidth(2 * CORNER);
        corners.setArcHeight(2 * CORNER);
        corners.widthProperty().bind(widthProperty());
        corners.heightProperty().bind(heightProperty());
        setClip(corners);
        getChildren().add(view);
    }

    /// Shows a picture; null shows none.
    public void show(@Nullable Picture shown) {
        picture = shown;
        if (shown == null) {
            forget();
        }
        requestLayout();
    }

    /// The picture that is shown; null where there is none.
    @Nullable Picture picture() {
        return picture;
    }

    /// Lets go of the picture and of what the background still makes of it.
    public void forget() {
        request++;
        picture = null;
        made = null;
        view.setImage(null);
    }

    /// Where a picture lies in a room: its shape kept, in the middle, at whole pixels.
    ///
    /// @param room what it is fitted into
    /// @param width of the picture
    /// @param height of the picture
    public static Rectangle2D place(Region room, double width, double height) {
        double scale = Math.min(room.getWidth() / width, room.getHeight() / height);
        double w = room.snapSizeX(width * scale);
        double h = room.snapSizeY(height * scale);
        return new Rectangle2D(
                room.snapPositionX((room.getWidth() - w) / 2),
                room.snapPositionY((room.getHeight() - h) / 2),
                w,
                h);
    }

    @Override
    protected void layoutChildren() {
        Picture shown = picture;
        if (shown == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        double scale = Math.min(getWidth() / shown.width(), getHeight() / shown.height());
        Rectangle2D place = place(this, shown.width(), shown.height());
        double width = place.getWidth();
        double height = place.getHeight();
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.relocate(place.getMinX(), place.getMinY());
        if (scale >= CRISP) {
            // Not left to the graphics pipeline, which smooths in software whatever it is told.
            int most = Math.max(1, MOST / Math.max(shown.width(), shown.height()));
            int times = Math.min(most, (int) Math.ceil(scale * DENSITY));
            make(shown, shown.width() * times, shown.height() * times);
        } else if (scale * DENSITY >= 1) {
            make(shown, shown.width(), shown.height());
        } else {
            make(shown, (int) Math.ceil(width * DENSITY), (int) Math.ceil(height * DENSITY));
        }
    }

    private void make(Picture shown, int columns, int rows) {
        boolean shrunk = columns < shown.width();
        // While a window is being resized an image of roughly the right size will do.
        boolean fits =
                wantedWidth == columns
                        || shrunk && wantedWidth > columns && wantedWidth <= 2 * columns;
        if (made == shown && fits) {
            return;
        }
        long mine = ++request;
        wantedWidth = columns;
        if ((long) shown.width() * shown.height() <= QUICK) {
            view.setImage(image(shown, columns, rows));
        } else {
            if (made != shown) {
                view.setImage(null);
            }
            FxThread.background(
                    () -> image(shown, columns, rows),
                    image -> {
                        if (mine == request) {
                            view.setImage(image);
                        }
                    },
                    e -> {});
        }
        made = shown;
    }

    private static Image image(Picture shown, int columns, int rows) {
        return FxPictures.image(
                columns == shown.width() && rows == shown.height()
                        ? shown
                        : Resize.to(shown, columns, rows));
    }
}
