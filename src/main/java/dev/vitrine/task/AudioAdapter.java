package dev.vitrine.task;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Sounds to tensors and back, by [SoundEncoding] and [SoundDecoding].
final class AudioAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        SoundEncoding encoding = SoundEncoding.of(port, binding, tensor);
        return value -> encoding.encode((Sound) value);
    }

    @Override
    public List<String> inputWords() {
        return SoundEncoding.WORDS;
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        SoundDecoding decoding = SoundDecoding.of(port, binding, tensor);
        return tensors -> decoding.decode(Adapter.given(tensors, tensor));
    }

    @Override
    public List<String> outputWords() {
        return SoundDecoding.WORDS;
    }
}
