package dev.vitrine.model;

import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.model.format.Folder;
import dev.vitrine.onnx.AsTensors;
import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Task.Declared;
import dev.vitrine.tensor.TensorInfo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The files of a model's networks and what they declare, read without native code.
///
/// @param paths the files by the names of the signature
/// @param byName what each declares, by the same names
record Networks(Map<String, Path> paths, Map<String, OnnxFile> byName) {
    private static final String TENSOR = new TensorKind().id();

    /// Reads what files declare.
    ///
    /// @throws ProblemException where one is missing, no ONNX or cut off, or keeps its weights
    ///   where they cannot be read
    static Networks read(Map<String, Path> paths) {
        return read(paths, Map.of());
    }

    /// The same where some of the files were read already.
    static Networks read(Map<String, Path> paths, Map<Path, OnnxFile> known) {
        Map<String, OnnxFile> byName = new LinkedHashMap<>();
        paths.forEach((name, path) -> {
            OnnxFile file = known.get(path);
            byName.put(name, file == null ? OnnxFile.read(path) : file);
        });
        Networks networks = new Networks(paths, byName);
        networks.bytes();
        return networks;
    }

    Map<String, Declared> declared() {
        Map<String, Declared> declared = new LinkedHashMap<>();
        byName.forEach((name, file) ->
                declared.put(name, new Declared(file.inputTensors(), file.outputTensors())));
        return declared;
    }

    /// Each network as its tensors.
    Map<String, Signature> asTensors(String title) {
        Map<String, Signature> all = new LinkedHashMap<>();
        byName.forEach((name, file) -> all.put(name, AsTensors.of(file, title)));
        return all;
    }

    /// The bytes of all files, those with weights of their own included.
    long bytes() {
        return paths.entrySet().stream()
                .mapToLong(e -> {
                    OnnxFile file = byName.get(e.getKey());
                    return file == null ? 0 : file.bytes() + external(e.getValue(), file);
                })
                .sum();
    }

    private static long external(Path path, OnnxFile file) {
        Path parent = path.getParent();
        Folder folder = new Folder(parent == null ? Path.of("") : parent);
        long bytes = 0;
        for (String name : file.externalFiles()) {
            try {
                bytes += Files.size(folder.find(name.startsWith("./") ? name.substring(2) : name));
            } catch (ProblemException | IOException e) {
                throw ProblemException.model(
                        "%s keeps its weights in another file, and %s"
                                .formatted(path, e.getMessage()));
            }
        }
        return bytes;
    }

    /// The signature with the types and shapes of its tensor ports that stand in the files only.
    Signature complete(Signature signature) {
        return new Signature(
                signature.title(),
                signature.summary(),
                signature.task(),
                signature.models(),
                complete(signature.inputs(), OnnxFile::inputTensors),
                complete(signature.outputs(), OnnxFile::outputTensors),
                signature.examples(),
                signature.live(),
                signature.licence(),
                signature.because(),
                signature.outputLayout());
    }

    private List<Port> complete(List<Port> ports, Function<OnnxFile, List<TensorInfo>> side) {
        Map<String, Map<String, TensorInfo>> tensors = new HashMap<>();
        byName.forEach((name, file) -> {
            Map<String, TensorInfo> ofFile = new HashMap<>();
            side.apply(file).forEach(t -> ofFile.putIfAbsent(t.name(), t));
            tensors.put(name, ofFile);
        });
        return ports.stream().map(p -> p.kind().equals(TENSOR) ? complete(p, tensors) : p).toList();
    }

    private Port complete(Port port, Map<String, Map<String, TensorInfo>> tensors) {
        Binding binding = port.tensor();
        Binding tensor = binding == null ? Binding.of(port.name(), Map.of()) : binding;
        OnnxFile network = byName.get(tensor.network());
        if (network == null) {
            return port;
        }
        Map<String, TensorInfo> declared = tensors.getOrDefault(tensor.network(), Map.of());
        return Optional.ofNullable(declared.get(tensor.name()))
                .map(t -> {
                    Map<String, Object> options =
                            new LinkedHashMap<>(TensorKind.options(t.type(), t.shape()));
                    if (!network.isRanked(t.name()) || tensor.processing().containsKey("pooling")) {
                        // unknown, or not what processing makes of it
                        options.remove("shape");
                    }
                    options.putAll(port.options());
                    return port.withOptions(options);
                })
                .orElse(port);
    }
}
