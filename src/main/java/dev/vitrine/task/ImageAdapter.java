package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Pictures to tensors and back, by [PictureEncoding] and [PictureDecoding].
final class ImageAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        PictureEncoding encoding = PictureEncoding.of(port, binding, tensor);
        TensorSteps steps = TensorSteps.of(new Words(port, binding), tensor);
        return value -> steps.before(encoding.encode((Picture) value), tensor);
    }

    @Override
    public List<String> inputWords() {
        return TensorSteps.and(PictureEncoding.WORDS);
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        PictureDecoding decoding = PictureDecoding.of(port, binding, tensor);
        TensorSteps steps = TensorSteps.of(new Words(port, binding), tensor);
        return tensors -> decoding.decode(steps.after(Adapter.given(tensors, tensor)));
    }

    @Override
    public List<String> outputWords() {
        return TensorSteps.and(PictureDecoding.WORDS);
    }
}
