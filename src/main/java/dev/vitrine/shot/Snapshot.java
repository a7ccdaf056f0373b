package dev.vitrine.shot;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.FxPictures;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

/// A scene's pixels at any scale. For the FX thread.
final class Snapshot {
    private Snapshot() {}

    /// Draws a scene.
    ///
    /// @param scale pixels of the picture per pixel of the scene
    static Picture of(Scene scene, double scale) {
        // Never shown: it tells the scene which fractions of a pixel its lines must keep to.
        Stage stage = new Stage();
        stage.setRenderScaleX(scale);
        stage.setRenderScaleY(scale);
        stage.setScene(scene);
        try {
            int width = (int) Math.round(scene.getWidth() * scale);
            int height = (int) Math.round(scene.getHeight() * scale);
            SnapshotParameters how = new SnapshotParameters();
            how.setTransform(Transform.scale(scale, scale));
            how.setViewport(new Rectangle2D(0, 0, width, height));
            how.setFill(Color.TRANSPARENT);
            // The first pass lays out what only takes its size once it is drawn, such as lists.
            scene.getRoot().snapshot(how, new WritableImage(width, height));
            return FxPictures.picture(
                    scene.getRoot().snapshot(how, new WritableImage(width, height)));
        } finally {
            stage.setScene(null);
        }
    }
}
