package dev.vitrine.task;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The picture that an output is about, and how it became a tensor, so that places in tensors lead
/// back to its pixels.
///
/// @param image the input
/// @param encoding how its picture becomes a tensor
record Ground(String image, PictureEncoding encoding) {
    /// Finds the input of an output.
    ///
    /// @param network what the network of that input declares
    /// @param over the input that the output names; nothing for the only one
    /// @throws ProblemException where there is none, or one of several
    static Ground of(
            Signature signature, Task.Declared network, Port output, Optional<String> over) {
        Port image = image(signature, output, over);
        return new Ground(
                image.name(),
                PictureEncoding.of(
                        image, PortTask.binding(image), PortTask.tensor(image, network.inputs())));
    }

    /// The input of an output.
    static Port image(Signature signature, Port output, Optional<String> over) {
        List<Port> pictures =
                signature.inputs().stream().filter(p -> p.kind().equals("image")).toList();
        return over.map(name ->
                        pictures.stream()
                                .filter(p -> p.name().equals(name))
                                .findFirst()
                                .orElseThrow(() -> wrong(output, "'%s'".formatted(name), pictures)))
                .orElseGet(() -> {
                    if (pictures.size() != 1) {
                        throw wrong(output, "one of several inputs, or none", pictures);
                    }
                    return pictures.getFirst();
                });
    }

    Picture picture(Values inputs) {
        return inputs.get(image, Picture.class);
    }

    Fitting fitting(Values inputs) {
        return encoding.fitting(picture(inputs));
    }

    private static ProblemException wrong(Port output, String what, List<Port> pictures) {
        return new ProblemException(
                ProblemException.Fault.MODEL,
                Problem.at(
                        output.name(),
                        "over",
                        "The port '%s' lies over %s, which is no image; use %s."
                                .formatted(
                                        output.name(),
                                        what,
                                        pictures.isEmpty()
                                                ? "an input of kind image"
                                                : pictures.stream()
                                                        .map(Port::name)
                                                        .collect(Collectors.joining(" or ")))));
    }
}
