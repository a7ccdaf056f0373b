package dev.vitrine.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What people give by mistake for an ONNX file, told by its first bytes.
///
/// @param what what it is, after "but"
/// @param instead what to do instead
record Lookalike(String what, String instead) {
    private static final int HEAD_BYTES = 512;

    private static final String GIVE = "give the .onnx file";
    private static final String EXPORT = "export the model as ONNX first";

    private record Magic(int offset, String bytes, Lookalike is) {}

    private static final List<Magic> MAGICS =
            List.of(
                    new Magic(0, "\u0089PNG", new Lookalike("a PNG picture", GIVE)),
                    new Magic(0, "\u00ff\u00d8\u00ff", new Lookalike("a JPEG picture", GIVE)),
                    new Magic(0, "GIF8", new Lookalike("a GIF picture", GIVE)),
                    new Magic(0, "RIFF", new Lookalike("a WAV or WebP file", GIVE)),
                    new Magic(0, "%PDF", new Lookalike("a PDF document", GIVE)),
                    new Magic(0, "\u0093NUMPY", new Lookalike("a NumPy array", GIVE)),
                    new Magic(
                            0,
                            "PK\u0003\u0004",
                            new Lookalike(
                                    "a zip archive, as PyTorch and Keras save",
                                    "unpack the .onnx file from it, or " + EXPORT)),
                    new Magic(
                            0,
                            "\u001f\u008b",
                            new Lookalike("compressed by gzip", "unpack it first")),
                    new Magic(
                            0, "\u0089HDF", new Lookalike("an HDF5 file, as Keras saves", EXPORT)),
                    new Magic(4, "TFL3", new Lookalike("a TensorFlow Lite model", EXPORT)),
                    new Magic(
                            4,
                            "ORTM",
                            new Lookalike(
                                    "a model in ONNX Runtime's own format",
                                    "give the .onnx file it was made from")),
                    new Magic(0, "GGUF", new Lookalike("a GGUF model", EXPORT)),
                    new Magic(
                            0,
                            "\u0080\u0002",
                            new Lookalike("a Python pickle, as PyTorch saves", EXPORT)),
                    new Magic(
                            0,
                            "version https://git-lfs",
                            new Lookalike(
                                    "a pointer of Git LFS",
                                    "run \"git lfs pull\" where it comes from")));

    /// What these bytes are, where that is known.
    static Optional<Lookalike> of(SeekableByteChannel channel) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        channel.position(0);
        while (head.hasRemaining() && channel.read(head) > 0) {
            // One read may give less than there is.
        }
        head.flip();
        String latin = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        return MAGICS.stream()
                .filter(m -> latin.startsWith(m.bytes, m.offset))
                .map(Magic::is)
                .findFirst()
                .or(() -> safetensors(head))
                .or(() -> text(latin));
    }

    /// safetensors: eight bytes of length, then that much JSON.
    private static Optional<Lookalike> safetensors(ByteBuffer head) {
        if (head.limit() < 9 || head.get(8) != '{') {
            return Optional.empty();
        }
        long length = head.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        return length > 0 && length < 100_000_000
                ? Optional.of(new Lookalike("a file of weights (safetensors)", EXPORT))
                : Optional.empty();
    }

    private static Optional<Lookalike> text(String head) {
        String start = head.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of(
                    new Lookalike("a web page", "download the file itself, not the page about it"));
        }
        boolean plain = head.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
        return plain ? Optional.of(new Lookalike("a text file", GIVE)) : Optional.empty();
    }
}
