package dev.vitrine.window;

import dev.vitrine.kind.image.Picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What somebody drags over the window, or what lies on the clipboard.
///
/// @param files files and folders, in the order they were picked
/// @param picture a picture that is no file; getting it copies its pixels, so do that in the
///   background
/// @param text plain text
public record Offer(List<Path> files, Optional<Supplier<Picture>> picture, Optional<String> text) {
    /// Nothing at all.
    public static final Offer NOTHING = new Offer(List.of(), Optional.empty(), Optional.empty());

    public Offer {
        files = List.copyOf(files);
    }

    /// Files, as a file manager offers them.
    public static Offer of(List<Path> files) {
        return new Offer(files, Optional.empty(), Optional.empty());
    }

    /// A picture, as another program copies it.
    public static Offer of(Picture picture) {
        return new Offer(List.of(), Optional.of(() -> picture), Optional.empty());
    }

    /// Plain text.
    public static Offer of(String text) {
        return new Offer(List.of(), Optional.empty(), Optional.of(text));
    }
}
