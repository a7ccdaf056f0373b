package dev.vitrine.describe;

import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which ports of a signature may travel as a bare file, without JSON around it.
public final class MediaPorts {
    private MediaPorts() {}

    /// Whether a port takes files.
    public static boolean isMedia(Port port) {
        return !Kinds.of(port).accepts().isEmpty();
    }

    /// Whether a value's JSON is the bytes of a file.
    static boolean isBase64(Port port) {
        return "base64".equals(Kinds.of(port).schema(port).path("contentEncoding").asString(""));
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

    /// The outputs that may be answered as a bare file, by the media type that asks for each, in
    /// the order of the signature.
    ///
    /// A type that several outputs have stands for none of them.
    public static Map<String, Port> answers(Signature signature) {
        Map<String, Port> answers = new LinkedHashMap<>();
        Set<String> several = new HashSet<>();
        for (Port port : signature.outputs()) {
            Optional<String> type =
                    Kinds.file(port, Kinds.of(port).example(port)).map(Media::mediaType);
            if (type.isPresent() && answers.putIfAbsent(type.get(), port) != null) {
                several.add(type.get());
            }
        }
        answers.keySet().removeAll(several);
        return answers;
    }

    /// The media type of the files that a port's values are, such as `image/png`; nothing where
    /// they are none.
    public static Optional<String> type(Port port) {
        return Kinds.media(port, Kinds.of(port).example(port)).map(Media::mediaType);
    }

    /// The extension of those files, such as `png`.
    static Optional<String> extension(Port port) {
        return Kinds.media(port, Kinds.of(port).example(port)).map(Media::extension);
    }
}
