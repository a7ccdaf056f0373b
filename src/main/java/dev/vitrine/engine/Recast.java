package dev.vitrine.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.vitrine.tensor.ElementType;

import java.util.EnumMap;
import java.util.Map;

/// Makes unsigned integers of signed ones of the same bits, since ONNX Runtime's Java interface
/// makes tensors of signed ones only.
///
/// ONNX's own `Cast` does it, in a session of a few hundred bytes that each type makes once and
/// keeps for the life of the process.
final class Recast {
    private static final Map<ElementType, OrtSession> SESSIONS = new EnumMap<>(ElementType.class);

    private Recast() {}

    /// A tensor of the unsigned type; the caller closes both.
    static OnnxTensor to(OrtEnvironment environment, ElementType unsigned, OnnxTensor signed)
            throws OrtException {
        return (OnnxTensor)
                session(environment, unsigned).run(Map.of(TinyModel.INPUT, signed)).get(0);
    }

    private static synchronized OrtSession session(OrtEnvironment environment, ElementType unsigned)
            throws OrtException {
        OrtSession session = SESSIONS.get(unsigned);
        if (session == null) {
            byte[] model = TinyModel.cast(Types.signed(unsigned), unsigned);
            session = environment.createSession(model);
            SESSIONS.put(unsigned, session);
        }
        return session;
    }
}
