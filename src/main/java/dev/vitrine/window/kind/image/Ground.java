package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.FxPictures;

import javafx.scene.image.Image;

/// What lies under the strokes, made for its paper: a picture larger than that shrunk to it, and
/// what the screen shows. Making one of a photo takes long and belongs in the background.
///
/// @param of the picture it was made of
/// @param drawn the picture to draw over, no larger than the paper
/// @param image what the screen shows of it; a tiny one as the squares it is made of
record Ground(Picture of, Picture drawn, Image image) {
    /// Pictures of no more pixels are made at once, which takes a few milliseconds.
    private static final int QUICK = 512 * 512;

    static boolean isQuick(Picture picture) {
        return (long) picture.width() * picture.height() <= QUICK;
    }

    static Ground of(Picture picture, Paper paper) {
        boolean large = picture.width() > paper.width() || picture.height() > paper.height();
        Picture drawn = large ? Resize.to(picture, paper.width(), paper.height()) : picture;
        boolean tiny = paper.width() >= PictureView.CRISP * picture.width();
        Picture seen = tiny ? Resize.to(picture, 2 * paper.width(), 2 * paper.height()) : drawn;
        return new Ground(picture, drawn, FxPictures.image(seen));
    }
}
