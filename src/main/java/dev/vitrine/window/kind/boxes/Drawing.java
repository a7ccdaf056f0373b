package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.FxPictures;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.kind.image.Resize;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

import java.util.List;
import java.util.function.Consumer;

/// The picture with its boxes as a picture of its own, to copy and to save.
///
/// It has the picture's size where names are readable at that: a small one is enlarged by a whole
/// number, a very large one shrunk.
final class Drawing {
    /// The longer side has at least this many pixels.
    private static final int LEAST = 640;

    /// And at most this many.
    private static final int MOST = 3072;

    private Drawing() {}

    /// Draws in the background as far as that goes.
    ///
    /// @param like where the boxes are shown now, for its style
    /// @param done gets the picture, on the FX thread
    /// @param failed gets why there is none, on the FX thread
    static void make(
            Picture picture,
            List<Box> boxes,
            Look look,
            Scene like,
            Consumer<Picture> done,
            Consumer<ProblemException> failed) {
        int longer = Math.max(picture.width(), picture.height());
        double times = longer > MOST ? (double) MOST / longer : Math.ceilDiv(LEAST, longer);
        int width = (int) Math.max(1, Math.round(picture.width() * times));
        int height = (int) Math.max(1, Math.round(picture.height() * times));
        FxThread.background(
                () -> FxPictures.image(times == 1 ? picture : Resize.to(picture, width, height)),
                ground -> {
                    WritableImage drawn =
                            draw(ground, boxes, look, like, picture.width(), picture.height());
                    FxThread.background(() -> FxPictures.picture(drawn), done, failed);
                },
                failed);
    }

    private static WritableImage draw(
            Image ground, List<Box> boxes, Look look, Scene like, int width, int height) {
        BoxLayer layer = new BoxLayer(look);
        layer.show(boxes, width, height);
        StackPane root = new StackPane(new ImageView(ground), layer);
        root.getStyleClass().setAll(like.getRoot().getStyleClass());
        root.getStyleClass().add("box-drawing");
        Scene scene = new Scene(root, ground.getWidth(), ground.getHeight());
        scene.getStylesheets().setAll(like.getStylesheets());
        root.applyCss();
        root.layout();
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        return root.snapshot(how, null);
    }
}
