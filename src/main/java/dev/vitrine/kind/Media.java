package dev.vitrine.kind;

import org.jspecify.annotations.Nullable;

/// A value as a file.
///
/// @param bytes the file's content; not to be changed after
/// @param mediaType its media type, such as `image/png`
/// @param extension its extension without the dot, such as `png`
/// @param name the name it came with, without folders; null where whoever keeps it gives it one
@SuppressWarnings("ArrayRecordComponent")
public record Media(byte[] bytes, String mediaType, String extension, @Nullable String name) {
    /// A file without a name of its own.
    public Media(byte[] bytes, String mediaType, String extension) {
        this(bytes, mediaType, extension, null);
    }
}
