package dev.vitrine.window.kind.file;

import org.kordamp.ikonli.feather.Feather;

/// What sort of file one is, at a glance.
public final class FileIcon {
    private FileIcon() {}

    /// The icon of a media type.
    public static Feather of(String mediaType) {
        return switch (mediaType.substring(0, mediaType.indexOf('/'))) {
            case "image" -> Feather.IMAGE;
            case "audio" -> Feather.MUSIC;
            case "video" -> Feather.FILM;
            case "text" -> Feather.FILE_TEXT;
            default -> Feather.FILE;
        };
    }
}
