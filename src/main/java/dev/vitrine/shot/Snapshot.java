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
final class Snapshot implements AutoCloseable {
    private final Scene scene;
    private final double scale;
    private final Stage stage = new Stage();

    /// Lays a scene out, so that its pictures know how many pixels to prepare.
    ///
    /// @param scale pixels of the picture per pixel of the scene
    Snapshot(Scene scene, double scale) {
        this.scene = scene;
        this.scale = scale;
        // Never shown: it tells the scene which fractions of a pixel its lines must keep to.
        stage.setRenderScaleX(scale);
        stage.setRenderScaleY(scale);
        stage.setScene(scene);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /// What the scene shows now.
    Picture picture() {
        // The first pass lays out what only takes its size once it is drawn, such as lists.
        draw();
        return FxPictures.picture(draw());
    }

    @Override
    public void close() {
        stage.setScene(null);
    }

    private WritableImage draw() {
        int width = (int) Math.round(scene.getWidth() * scale);
        int height = (int) Math.round(scene.getHeight() * scale);
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setViewport(new Rectangle2D(0, 0, width, height));
        how.setFill(Color.TRANSPARENT);
        return scene.getRoot().snapshot(how, new WritableImage(width, height));
    }
}
