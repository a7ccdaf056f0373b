package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.FxPictures;
import dev.vitrine.window.FxThread;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A picture that is painted in colours of the style sheet and lies over a [PictureView] of the
/// same room.
public final class Overlay extends Region {
    /// Pixels of the longer side, as many as a screen shows.
    private static final int MOST = 1024;

    /// Pixels of the longer side of what lies over a smaller picture, so that its edges are sharp.
    private static final int LEAST = 512;

    /// No more pixels are painted at once; more of them in the background.
    private static final int QUICK = LEAST * LEAST;

    /// Rounded corners, as those of the picture below.
    private static final double CORNER = 8;

    private final ImageView view = new ImageView();
    private final List<Region> samples = new ArrayList<>();
    private @Nullable Painter painter;
    private double width = 1;
    private double height = 1;
    private long request;

    /// What is painted.
    @FunctionalInterface
    public interface Painter {
        /// @param width pixels of the painting, which has the shape of what it lies on
        /// @param height its rows
        /// @param colours the colours of the style sheet as `0xAARRGGBB`
        Picture paint(int width, int height, int[] colours);
    }

    /// @param styles the style class of each colour, which the style sheet gives a background
    public Overlay(List<String> styles) {
        getStyleClass().add("overlay");
        setMouseTransparent(true);
        Rectangle corners = new Rectangle();
        corners.setArcWidth(2 * CORNER);
        corners.setArcHeight(2 * CORNER);
        corners.widthProperty().bind(widthProperty());
        corners.heightProperty().bind(heightProperty());
        setClip(corners);
        for (String style : styles) {
            Region sample = new Region();
            sample.getStyleClass().addAll("overlay-colour", style);
            sample.setManaged(false);
            sample.setVisible(false);
            samples.add(sample);
        }
        getChildren().addAll(samples);
        getChildren().add(view);
    }

    /// The node whose opacity is that of the painting.
    public Node painting() {
        return view;
    }

    /// Shows a painting over a picture of this size; null shows none.
    public void show(@Nullable Painter shown, double pictureWidth, double pictureHeight) {
        request++;
        painter = shown;
        width = pictureWidth;
        height = pictureHeight;
        view.setImage(null);
        requestLayout();
    }

    /// The colours as the style sheet has them now.
    public int[] colours() {
        applyCss();
        return samples.stream().mapToInt(s -> argb(s.getBackground())).toArray();
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() <= 0 || getHeight() <= 0 || painter == null) {
            return;
        }
        Rectangle2D place = PictureView.place(this, width, height);
        view.setFitWidth(place.getWidth());
        view.setFitHeight(place.getHeight());
        view.relocate(place.getMinX(), place.getMinY());
        if (view.getImage() == null && getScene() != null) {
            paint(painter);
        }
    }

    private void paint(Painter shown) {
        double longer = Math.max(width, height);
        double scale = longer < LEAST ? Math.ceil(LEAST / longer) : Math.min(1, MOST / longer);
        int columns = (int) Math.max(1, Math.round(width * scale));
        int rows = (int) Math.max(1, Math.round(height * scale));
        int[] colours = colours();
        if ((long) columns * rows <= QUICK) {
            view.setImage(FxPictures.image(shown.paint(columns, rows, colours)));
            return;
        }
        long mine = ++request;
        FxThread.background(
                () -> FxPictures.image(shown.paint(columns, rows, colours)),
                (Image image) -> {
                    if (mine == request) {
                        view.setImage(image);
                    }
                },
                e -> {});
    }

    private static int argb(@Nullable Background background) {
        if (background == null
                || background.getFills().isEmpty()
                || !(background.getFills().getFirst().getFill() instanceof Color colour)) {
            return 0xff << 24;
        }
        return 0xff << 24
                | (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }

    /// A picture with a painting of its size over it.
    ///
    /// @param opacity of the painting, 0 to 1
    public static Picture over(Picture below, Picture painting, double opacity) {
        int[] ground = below.argb();
        int[] paint = painting.argb();
        for (int i = 0; i < ground.length; i++) {
            double a = (paint[i] >>> 24) / 255.0 * opacity;
            int pixel = ground[i] & 0xff << 24;
            for (int shift = 0; shift <= 16; shift += 8) {
                double mixed =
                        (ground[i] >> shift & 0xff) * (1 - a) + (paint[i] >> shift & 0xff) * a;
                pixel |= (int) Math.round(mixed) << shift;
            }
            ground[i] = pixel;
        }
        return Picture.ofArgb(below.width(), below.height(), ground);
    }
}
