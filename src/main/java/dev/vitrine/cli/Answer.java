package dev.vitrine.cli;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The outputs of a run, with the media among them as files where a folder was named.
final class Answer {
    private final List<Port> ports;
    private final Values values;
    private final List<Path> inputs;
    private final Map<String, Path> files = new LinkedHashMap<>();

    /// Writes the media into the folder.
    ///
    /// @param inputs files that were read and must stay as they are
    /// @throws dev.vitrine.signature.ProblemException where a file cannot be written
    Answer(List<Port> ports, Values values, List<Path> inputs, Optional<Path> folder) {
        this.ports = ports;
        this.values = values;
        this.inputs = inputs;
        folder.ifPresent(this::write);
    }

    /// One JSON object on one line.
    String json() {
        ObjectNode all = Form.encode(ports, values);
        files.forEach((port, file) -> all.put(port, file.toString()));
        return Json.MAPPER.writeValueAsString(all);
    }

    /// One line for each output: its label and what it says.
    List<String> lines() {
        return ports.stream()
                .flatMap(port ->
                        values
                                .find(port.name())
                                .map(value -> port.label() + ": " + text(port, value))
                                .stream())
                .toList();
    }

    private String text(Port port, Object value) {
        Path file = files.get(port.name());
        return file == null ? Kinds.text(port, value) : file.toString();
    }

    private void write(Path folder) {
        for (Port port : ports) {
            values.find(port.name())
                    .flatMap(value -> medium(port, value))
                    .ifPresent(m -> {
                        Path file = free(folder, port.name(), m);
                        files.put(port.name(), Output.write(file, m.bytes()));
                    });
        }
    }

    /// Several files are written as the one that holds them all.
    private static Optional<Media> medium(Port port, Object value) {
        return Kinds.of(port).takesSeveral() ? Kinds.file(port, value) : Kinds.media(port, value);
    }

    /// A path in the folder for a port, whatever its name holds, or for a file that has its own,
    /// that neither an input nor another output has.
    private Path free(Path folder, String port, Media media) {
        String own = media.name();
        String name =
                own == null
                        ? port.replaceAll("[^\\p{L}\\p{N}_-]+", "-")
                        : own.replaceFirst("(?<=.)\\.[^.]*$", "");
        String end = own == null ? "." + media.extension() : own.substring(name.length());
        Path file = folder.resolve(name + end);
        for (int i = 2; files.containsValue(file) || isInput(file); i++) {
            file = folder.resolve("%s-%d%s".formatted(name, i, end));
        }
        return file;
    }

    private boolean isInput(Path file) {
        return inputs.stream()
                .anyMatch(input -> {
                    try {
                        return Files.exists(file) && Files.isSameFile(file, input);
                    } catch (IOException e) {
                        return true;
                    }
                });
    }
}
