package dev.vitrine.onnx;

import dev.vitrine.signature.ProblemException;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;

/// One try to read a file as ONNX, which knows what to say where it is none.
final class Attempt {
    private final SeekableByteChannel channel;
    private final String fileName;

    Attempt(SeekableByteChannel channel, String fileName) {
        this.channel = channel;
        this.fileName = fileName;
    }

    /// Reads it.
    ///
    /// @throws ProblemException where it is no whole ONNX file
    OnnxFile read() throws IOException {
        ModelReader model = new ModelReader(new Wire(channel));
        try {
            return model.read(fileName, channel.size());
        } catch (WireException e) {
            throw switch (e.kind()) {
                case CUT_OFF -> model.looksLikeOnnx() ? cutOff(e.needed()) : notOnnx();
                case MALFORMED -> notOnnx();
                case TOO_MUCH ->
                        OnnxFile.refused(
                                fileName,
                                "declares %s, which Vitrine does not read; give a smaller model."
                                        .formatted(e.getMessage()));
            };
        }
    }

    private ProblemException cutOff(long needed) throws IOException {
        return Lookalike.of(channel).isPresent()
                ? notOnnx()
                : OnnxFile.refused(
                        fileName,
                        String.format(
                                Locale.ROOT,
                                "is cut off: it has %,d bytes of at least %,d; copy or download it"
                                        + " again.",
                                channel.size(),
                                needed));
    }

    private ProblemException notOnnx() throws IOException {
        return OnnxFile.refused(
                fileName,
                Lookalike.of(channel)
                        .map(other ->
                                "is no ONNX model but %s; %s."
                                        .formatted(other.what(), other.instead()))
                        .orElse(
                                "is no ONNX model, or is damaged; give a file that was exported as"
                                        + " ONNX."));
    }
}
