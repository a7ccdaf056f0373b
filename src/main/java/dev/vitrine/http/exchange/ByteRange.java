package dev.vitrine.http.exchange;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a file that a client asks for (RFC 9110, section 14): players seek with it.
///
/// @param from the first byte
/// @param to the byte behind the last
public record ByteRange(int from, int to) {
    /// One range; what asks for several gets the whole, as it may.
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Answers with a file, or the part of it that the request asks for.
    public static void send(Context context, String mediaType, byte[] whole) {
        context.header("Accept-Ranges", "bytes");
        Matcher asked = ONE.matcher(orEmpty(context.header("Range")));
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            Answers.bytes(context, mediaType, whole);
            return;
        }
        Optional<ByteRange> range = of(asked.group(1), asked.group(2), whole.length);
        if (range.isEmpty()) {
            context.header("Content-Range", "bytes */" + whole.length);
            throw new Refusal(
                    416, "The file has %d bytes; ask for a part of it.".formatted(whole.length));
        }
        ByteRange part = range.get();
        context.status(206)
                .header(
                        "Content-Range",
                        "bytes %d-%d/%d".formatted(part.from, part.to - 1, whole.length));
        Answers.bytes(context, mediaType, Arrays.copyOfRange(whole, part.from, part.to));
    }

    /// The part from a first to a last byte, or of so many last bytes where there is no first.
    private static Optional<ByteRange> of(String first, String last, int length) {
        long from =
                first.isEmpty()
                        ? Math.max(0, length - Long.parseLong(last))
                        : Long.parseLong(first);
        long to =
                first.isEmpty() || last.isEmpty()
                        ? length
                        : Math.min(length, Long.parseLong(last) + 1);
        return from < to ? Optional.of(new ByteRange((int) from, (int) to)) : Optional.empty();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
