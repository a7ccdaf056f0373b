package dev.vitrine.task;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Text, cleaned by [TextCleaning], to a string tensor of one element, and string tensors to lines
/// of text; scores of characters to text by [CtcDecoding].
final class TextAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        strings(port, tensor);
        long[] one = Adapter.one(port, tensor);
        TextCleaning cleaning = TextCleaning.of(new Words(port, binding));
        return value -> Tensor.of(List.of(cleaning.clean((String) value)), one);
    }

    @Override
    public List<String> inputWords() {
        return List.of(TextCleaning.WORD);
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        Words words = new Words(port, binding);
        if (CtcDecoding.isAsked(words)) {
            CtcDecoding ctc = CtcDecoding.of(words, tensor);
            return tensors -> ctc.decode(Adapter.given(tensors, tensor)).text();
        }
        strings(port, tensor);
        return tensors -> String.join("\n", Adapter.given(tensors, tensor).strings());
    }

    @Override
    public List<String> outputWords() {
        return CtcDecoding.WORDS;
    }

    private static void strings(Port port, TensorInfo tensor) {
        if (tensor.type() != ElementType.STRING) {
            throw Adapter.wrong(
                    port,
                    "is text, but the tensor '%s' holds %s; use the kind number or tensor"
                            .formatted(tensor.name(), tensor.type()));
        }
    }
}
