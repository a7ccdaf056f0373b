package dev.vitrine.window;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// A small rounded square: a picture, or a calm gradient that is always the same for one name.
final class Thumbnail extends StackPane {
    /// Gradients that the style sheet knows, `gradient-0` and on.
    private static final int GRADIENTS = 6;

    private final ImageView view = new ImageView();
    private final FontIcon warning = new FontIcon(Feather.ALERT_TRIANGLE);
    private final double side;

    Thumbnail(double side, double radius) {
        this.side = side;
        getStyleClass().add("thumbnail");
        setMinSize(side, side);
        setMaxSize(side, side);
        Rectangle clip = new Rectangle(side, side);
        clip.setArcWidth(2 * radius);
        clip.setArcHeight(2 * radius);
        setClip(clip);
        Region edge = new Region();
        edge.getStyleClass().add("thumbnail-edge");
        warning.setVisible(false);
        getChildren().addAll(view, warning, edge);
    }

    /// Shows a picture; where there is none, the gradient of a name.
    void show(Optional<Image> picture, String name) {
        view.setImage(picture.orElse(null));
        view.setFitWidth(side);
        view.setFitHeight(side);
        // Pixel art and drawings of 28 pixels stay crisp, photographs smooth.
        view.setSmooth(picture.map(i -> i.getWidth() >= side).orElse(true));
        undress();
        if (picture.isEmpty()) {
            getStyleClass().add("gradient-" + Math.floorMod(name.hashCode(), GRADIENTS));
        }
    }

    /// Shows that there is something wrong instead of a picture.
    void warn() {
        view.setImage(null);
        undress();
        getStyleClass().add("warning");
        warning.setVisible(true);
    }

    private void undress() {
        getStyleClass().removeIf(c -> c.startsWith("gradient-") || c.equals("warning"));
        warning.setVisible(false);
    }
}
