package dev.vitrine.window;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.kind.FileAccess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A picture that was dropped on the window and not on a certain input.
final class DroppedPicture {
    /// Files larger than this are not looked into.
    private static final long MOST_BYTES = 512L << 20;

    private DroppedPicture() {}

    /// Whether what is offered looks like one picture.
    static boolean isOne(Offer offer) {
        return offer.files().isEmpty()
                ? offer.picture().isPresent()
                : PictureCodec.extensions()
                        .contains(FileAccess.extension(offer.files().getFirst().toString()));
    }

    /// The picture; reads and decodes, so for the background.
    ///
    /// @throws ProblemException where it cannot be read
    static Picture read(Port port, Offer offer) {
        if (offer.files().isEmpty()) {
            return offer.picture().orElseThrow().get();
        }
        Path file = offer.files().getFirst();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(port, file, "is larger than 512 MB; give a smaller one.");
            }
            String name = String.valueOf(file.getFileName());
            return new ImageKind()
                    .decode(port, new Raw.Upload(Files.readAllBytes(file), name, null));
        } catch (IOException e) {
            throw unreadable(port, file, "cannot be read; look at its permissions.");
        }
    }

    private static ProblemException unreadable(Port port, Path file, String why) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "file_unreadable",
                        "'%s' %s".formatted(file.getFileName(), why)));
    }
}
