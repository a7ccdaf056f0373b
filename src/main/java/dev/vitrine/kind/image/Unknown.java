package dev.vitrine.kind.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What a file is that no reader takes for a picture, as far as its first bytes say, so that a
/// person learns what to do about it.
enum Unknown {
    EMPTY("%s is empty; choose another file."),
    HEIC("%s is a HEIC picture, as phones save them; export it as JPEG and try again."),
    AVIF("%s is an AVIF picture, which is not read here; save it as PNG or JPEG."),
    VECTOR("%s is an SVG drawing, which has no pixels; export it as PNG."),
    PDF("%s is a PDF document; save a page of it as a PNG picture."),
    OTHER("%s is not a picture; give a PNG, JPEG, GIF, BMP, WebP or TIFF file.");

    private static final int HEAD = 256;

    private final String sentence;

    Unknown(String sentence) {
        this.sentence = sentence;
    }

    /// What begins like this.
    static Unknown of(byte[] file) {
        if (file.length == 0) {
            return EMPTY;
        }
        String head =
                new String(
                        Arrays.copyOf(file, Math.min(HEAD, file.length)),
                        StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF")) {
            return PDF;
        }
        if (head.startsWith("<svg") || head.startsWith("<?xml") && head.contains("<svg")) {
            return VECTOR;
        }
        // the brands of ISO/IEC 23008-12 and of AV1's image format
        if (head.length() >= 12 && head.startsWith("ftyp", 4)) {
            String brand = head.substring(8, 12);
            return brand.startsWith("avi")
                    ? AVIF
                    : List.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1")
                                    .contains(brand)
                            ? HEIC
                            : OTHER;
        }
        return OTHER;
    }

    String sentence(String name) {
        return sentence.formatted(name);
    }
}
