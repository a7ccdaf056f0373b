package dev.vitrine.window.kind.image;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;

/// A picture that came in from outside.
///
/// @param picture the picture
/// @param note what else there is to know about it; may be empty
record Opened(Picture picture, String note) {
    /// What a file holds; to be called in the background.
    static Opened of(Port port, Raw.Upload file) {
        Picture picture = new ImageKind().decode(port, file);
        int frames = PictureCodec.frames(file.bytes());
        return new Opened(
                picture, frames > 1 ? "the first of %d in the file".formatted(frames) : "");
    }
}
