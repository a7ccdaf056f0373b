package dev.vitrine.kind.file;

import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/// A file: its name, its media type and what it holds.
///
/// The name has no folders and no signs that a system or a reader could stumble over, whatever it
/// was made with.
///
/// @param name its name, such as `report.pdf`
/// @param mediaType its media type (RFC 6838) without parameters, such as `application/pdf`
/// @param bytes what it holds; not to be changed after
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String name, String mediaType, byte[] bytes) {
    /// The type of what nobody knows.
    static final String UNKNOWN = "application/octet-stream";

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}");

    public Attachment {
        name = FileName.safe(name);
        mediaType = plain(mediaType, name);
    }

    /// A file whose name says what it is.
    public static Attachment of(String name, byte[] bytes) {
        return new Attachment(name, "", bytes);
    }

    /// A text in UTF-8 as a file.
    public static Attachment of(String name, String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /// What it holds, as UTF-8; what is none becomes U+FFFD.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The extension of its name in lower case, without the dot; empty where it has none.
    public String extension() {
        return FileName.extension(name);
    }

    /// Its JSON up to the base64 of its bytes, such as `data:text/plain;name=notes.txt;base64,`.
    public String uriHead() {
        return FileText.head(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && name.equals(that.name)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, mediaType, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return "%s, %s".formatted(name, FileSize.words(bytes.length));
    }

    private static String plain(String given, String name) {
        String type = given.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (MEDIA_TYPE.matcher(type).matches() && !type.equals(UNKNOWN)) {
            return type;
        }
        String guess = URLConnection.guessContentTypeFromName("a." + FileName.extension(name));
        return guess == null ? UNKNOWN : guess;
    }
}
