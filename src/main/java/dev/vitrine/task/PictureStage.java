package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// One network of a pipeline that looks at a part of a picture: which it is, how the part becomes
/// its input, and which of its outputs is read.
///
/// @param network the network's name under `models`
/// @param input how a part becomes the tensor of its input
/// @param output what it gives
record PictureStage(String network, PictureEncoding input, TensorInfo output) {
    /// The word that says how a part of a picture becomes a network's input.
    static final String INPUT = "input";

    /// Reads a stage of a port's processing.
    ///
    /// @param network the network's name
    /// @param output the name of its output
    /// @param input the words of its input
    /// @throws dev.vitrine.signature.ProblemException where they do not fit
    static PictureStage of(
            Words words,
            Map<String, Task.Declared> networks,
            String network,
            String output,
            Map<?, ?> input) {
        Task.Declared declared = networks.get(network);
        if (declared == null) {
            throw words.wrong(
                    "asks the network '%s', which is none of models; use %s"
                            .formatted(network, String.join(", ", networks.keySet())));
        }
        Map<String, Object> processing = new LinkedHashMap<>();
        input.forEach((word, value) -> processing.put(String.valueOf(word), value));
        String name = String.valueOf(processing.remove("name"));
        Binding binding = Binding.of(name, processing);
        new Words(words.port(), binding).only(PictureEncoding.WORDS, "a part of a picture");
        return new PictureStage(
                network,
                PictureEncoding.of(
                        words.port(),
                        binding,
                        PortTask.tensor(words.port(), name, declared.inputs())),
                PortTask.tensor(words.port(), output, declared.outputs()));
    }

    /// What the network gives for a part.
    Tensor run(Map<String, Network> networks, Picture part, Stop stop) {
        Map<String, Tensor> given =
                Objects.requireNonNull(networks.get(network), network)
                        .run(Map.of(input.tensor().name(), input.encode(part)), stop);
        return Adapter.given(given, output);
    }
}
