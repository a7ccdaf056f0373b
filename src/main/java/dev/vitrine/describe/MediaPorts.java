package dev.vitrine.describe;

import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import java.util.List;
import java.util.Optional;

/// Which ports of a signature may travel as a bare file, without JSON around it.
public final class MediaPorts {
    private MediaPorts() {}

    /// Whether a port takes files.
    public static boolean isMedia(Port port) {
        return !Kinds.of(port).accepts().isEmpty();
    }

    /// The input that a bare body stands for: the only one that takes files, where nothing else is
    /// required.
    public static Optional<Port> input(Signature signature) {
        List<Port> media = signature.inputs().stream().filter(MediaPorts::isMedia).toList();
        return media.size() == 1
                        && signature.inputs().stream()
                                .noneMatch(p -> p.required() && !media.contains(p))
                ? Optional.of(media.getFirst())
                : Optional.empty();
    }

    /// The output that a bare answer stands for: the only one whose values are files.
    public static Optional<Port> output(Signature signature) {
        List<Port> media = signature.outputs().stream().filter(p -> type(p).isPresent()).toList();
        return media.size() == 1 ? Optional.of(media.getFirst()) : Optional.empty();
    }

    /// The media type of the files that a port's values are, such as `image/png`; nothing where
    /// they are none.
    public static Optional<String> type(Port port) {
        return Kinds.media(port, Kinds.of(port).example(port)).map(Media::mediaType);
    }
}
