package dev.vitrine.task;

import dev.vitrine.kind.mask.MaskKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.TensorInfo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What turns an input into tensors, held against what its network declares.
///
/// @param tensors those it becomes, or of which it is an element
/// @param put what puts a value among them
record PortInput(Collection<TensorInfo> tensors, Put put) {
    /// What puts an input's value among a network's tensors.
    @FunctionalInterface
    interface Put {
        /// @param inputs all that went in
        /// @param value the input's own
        void put(Values inputs, Object value, Tokenizers tokenizers, Filled tensors);
    }

    /// @throws dev.vitrine.signature.ProblemException where the port cannot stand for its tensors
    static PortInput of(Signature signature, Task.Declared network, Port port) {
        Words words = PortTask.words(port);
        words.only(words(port), "an input");
        if (TextEncoding.reads(words)) {
            TextEncoding encoding = TextEncoding.of(words, network.inputs());
            return new PortInput(
                    encoding.parts().values(),
                    (inputs, value, tokenizers, tensors) ->
                            tensors.whole(encoding.encode(tokenizers, (String) value)));
        }
        if (port.kind().equals(PictureTask.BOXES)) {
            BoxesEncoding encoding = BoxesEncoding.of(signature, network, words);
            return new PortInput(
                    encoding.parts().values(),
                    (inputs, value, tokenizers, tensors) ->
                            tensors.whole(encoding.encode(inputs, value)));
        }
        PortInput adapted = adapted(words, PortTask.tensor(port, network.inputs()));
        if (port.kind().equals(PictureTask.MASK)) {
            // who paints one needs a picture to paint on
            Ground.image(signature, port, MaskKind.over(port));
        }
        return adapted;
    }

    private static PortInput adapted(Words words, TensorInfo tensor) {
        var encoding = Adapter.of(words.port()).input(words.port(), words.binding(), tensor);
        OptionalInt index = Filling.index(words);
        return new PortInput(
                List.of(tensor),
                index.isPresent()
                        ? (inputs, value, tokenizers, tensors) ->
                                tensors.element(tensor, index.getAsInt(), encoding.apply(value))
                        : (inputs, value, tokenizers, tensors) ->
                                tensors.whole(Map.of(tensor.name(), encoding.apply(value))));
    }

    /// The words of processing that an input reads.
    ///
    /// @throws dev.vitrine.signature.ProblemException where its kind is no tensor
    static List<String> words(Port port) {
        return TextEncoding.reads(PortTask.words(port))
                ? TextEncoding.WORDS
                : port.kind().equals(PictureTask.BOXES)
                        ? BoxesEncoding.WORDS
                        : Adapter.of(port).inputWords();
    }
}
