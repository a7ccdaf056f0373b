package dev.vitrine.onnx;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

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
    /// @throws dev.vitrine.signature.ProblemException where it is no whole ONNX file
    OnnxFile read() throws IOException {
        ModelReader model = new ModelReader(new Wire(channel));
        try {
            return model.read(fileName, channel.size());
        } catch (Wire.CutOffException e) {
            if (model.looksLikeOnnx() && Lookalike.of(channel).isEmpty()) {
                throw OnnxFile.refused(
                        fileName,
                        "is cut off: it has %,d bytes of at least %,d; copy or download it again."
                                .formatted(channel.size(), e.needed()));
            }
            throw notOnnx();
        } catch (Wire.MalformedException e) {
            throw notOnnx();
        } catch (Wire.TooMuchException e) {
            throw OnnxFile.refused(
                    fileName,
                    "declares %s, which is more than Vitrine reads; use a smaller model."
                            .formatted(e.getMessage()));
        }
    }

    private RuntimeException notOnnx() throws IOException {
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
