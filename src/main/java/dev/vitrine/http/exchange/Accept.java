package dev.vitrine.http.exchange;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What a client says it can read, after RFC 9110 section 12.5.1.
///
/// @param ranges media ranges with their weights
public record Accept(List<Range> ranges) {
    /// A media range, such as `image/*`.
    ///
    /// @param type the range in lower case
    /// @param quality 0 (never) to 1
    record Range(String type, double quality) {
        /// How exactly it names a media type: 0 where it does not.
        int match(String mediaType) {
            if (type.equals(mediaType)) {
                return 3;
            }
            if (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1))) {
                return 2;
            }
            return type.equals("*/*") ? 1 : 0;
        }
    }

    public Accept {
        ranges = List.copyOf(ranges);
    }

    public static Accept of(@Nullable String header) {
        return header == null || header.isBlank()
                ? new Accept(List.of(new Range("*/*", 1)))
                : new Accept(Arrays.stream(header.split(",")).map(Accept::range).toList());
    }

    /// How much the client likes a media type: the weight of the range that names it most exactly,
    /// and 0 where none does.
    public double quality(String mediaType) {
        return ranges.stream()
                .filter(range -> range.match(mediaType) > 0)
                .max(Comparator.comparingInt(range -> range.match(mediaType)))
                .map(Range::quality)
                .orElse(0.0);
    }

    private static Range range(String text) {
        String[] parts = text.split(";");
        double quality = 1;
        for (String part : parts) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            if (word.startsWith("q=")) {
                quality = number(word.substring(2));
            }
        }
        return new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality);
    }

    private static double number(String text) {
        try {
            double n = Double.parseDouble(text);
            return n >= 0 && n <= 1 ? n : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
