package dev.vitrine.task;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;

/// Makes a sound of a tensor whose elements are samples, one after the other.
///
/// @param type the type of the elements: floating point from -1 to 1, or `int16` of its whole range
/// @param samplingRate samples of a second
record SoundDecoding(ElementType type, int samplingRate) {
    static final List<String> WORDS = List.of(SoundEncoding.SAMPLING_RATE);

    private static final float SHORT = 0x1p-15f;

    /// Reads a port's processing and holds it against the tensor.
    static SoundDecoding of(Port port, Binding binding, TensorInfo tensor) {
        Words words = new Words(port, binding);
        if (!tensor.type().isFloating() && tensor.type() != ElementType.INT16) {
            throw words.wrong(
                    "is a sound, but the tensor '%s' holds %s; use the kind tensor"
                            .formatted(tensor.name(), tensor.type()));
        }
        int rate =
                (int)
                        words.number(SoundEncoding.SAMPLING_RATE)
                                .orElseThrow(() ->
                                        words.wrong(
                                                "is a sound whose rate nobody says; give it a"
                                                        + " samplingRate such as 16000"));
        return new SoundDecoding(tensor.type(), rate);
    }

    /// The sound of a tensor.
    Sound decode(Tensor tensor) {
        float[] samples = tensor.floats();
        if (type == ElementType.INT16) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] *= SHORT;
            }
        }
        return Sound.of(samplingRate, 1, samples);
    }
}
