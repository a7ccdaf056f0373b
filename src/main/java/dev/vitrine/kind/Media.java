package dev.vitrine.kind;

/// A value as a file.
///
/// @param bytes the file's content; not to be changed after
/// @param mediaType its media type, such as `image/png`
/// @param extension its extension without the dot, such as `png`
@SuppressWarnings("ArrayRecordComponent")
public record Media(byte[] bytes, String mediaType, String extension) {}
