package dev.vitrine.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.vitrine.tensor.Tensor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Strings between Java and ONNX Runtime, whose Java interface passes them as JNI's modified UTF-8.
///
/// That form writes a character beyond U+FFFF, such as an emoji, as six bytes and a zero as two,
/// which no network was trained on and some operators refuse; and read as if it were that form, the
/// four bytes of an emoji come back as four characters.
final class Texts {
    /// Four bytes of UTF-8, each turned into the character of its value.
    private static final Pattern TORN = Pattern.compile("[\\u00f0-\\u00f4][\\u0080-\\u00bf]{3}");

    private Texts() {}

    /// A tensor of strings and the session that it lives in.
    record Exact(OrtSession session, OnnxTensor tensor) implements AutoCloseable {
        @Override
        public void close() throws OrtException {
            tensor.close();
            session.close();
        }
    }

    /// Whether these strings mean the same in modified UTF-8.
    static boolean survive(List<String> strings) {
        return strings.stream()
                .allMatch(s -> s.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c)));
    }

    /// The same strings in real UTF-8: as the constant of a model made for them, since a model's
    /// bytes are read by ONNX Runtime itself.
    static Exact exact(OrtEnvironment environment, Tensor strings) throws OrtException {
        OrtSession session =
                environment.createSession(TinyModel.constant(strings.strings(), strings.shape()));
        try {
            return new Exact(session, (OnnxTensor) session.run(Map.of()).get(0));
        } catch (Throwable e) {
            session.close();
            throw e;
        }
    }

    /// The string that an operator gave, from what JNI made of it.
    static String mend(String read) {
        return TORN.matcher(read)
                .replaceAll(torn ->
                        new String(
                                torn.group().getBytes(StandardCharsets.ISO_8859_1),
                                StandardCharsets.UTF_8));
    }
}
