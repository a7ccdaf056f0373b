package dev.vitrine.onnx;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.TensorInfo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What an ONNX file declares (`ModelProto`), without its weights.
///
/// @param fileName what the file is called
/// @param bytes how large it is
/// @param irVersion the version of the file format
/// @param producer what wrote it and in which version, such as `pytorch 2.11.0`; may be empty
/// @param opsets the version of each set of operators by its domain, ONNX's own under `ai.onnx`
/// @param graph the name of its graph; may be empty
/// @param doc what it says of itself, the model or else its graph; may be empty
/// @param inputs what a run must be given, so without inputs that have an initializer
/// @param outputs what a run gives
/// @param metadata its `metadata_props`, in order
/// @param operators the kinds of its operators, with their domain where that is not ONNX's own
///   (`Conv`, `ai.onnx.ml.ZipMap`), those inside subgraphs and functions included
/// @param firstSteps what is first done with each input, by its name
/// @param lastSteps what computes each output last, by its name
/// @param externalFiles files that hold its weights, relative to its folder
/// @param parameters how many elements its weights have
public record OnnxFile(
        String fileName,
        long bytes,
        long irVersion,
        String producer,
        Map<String, Long> opsets,
        String graph,
        String doc,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        Map<String, String> metadata,
        SortedSet<String> operators,
        Map<String, Step> firstSteps,
        Map<String, Step> lastSteps,
        SortedSet<String> externalFiles,
        long parameters) {

    public OnnxFile {
        opsets = Collections.unmodifiableMap(new LinkedHashMap<>(opsets));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        operators = Collections.unmodifiableSortedSet(new TreeSet<>(operators));
        firstSteps = Map.copyOf(firstSteps);
        lastSteps = Map.copyOf(lastSteps);
        externalFiles = Collections.unmodifiableSortedSet(new TreeSet<>(externalFiles));
    }

    /// Reads a file's declaration; weights are skipped, so it takes milliseconds at any size.
    ///
    /// @throws ProblemException with a sentence that names the file where it is missing
    ///   ([Fault#ABSENT]), or cannot be read, is no ONNX, is cut off, or declares an input or
    ///   output that no tensor can hold ([Fault#MODEL])
    public static OnnxFile read(Path file) {
        String name = nameOf(file);
        if (Files.notExists(file)) {
            throw new ProblemException(
                    Fault.ABSENT,
                    Problem.of(
                            "missing_file",
                            "There is no file '%s'; check its name and folder.".formatted(file)));
        }
        if (Files.isDirectory(file)) {
            throw refused(name, "is a folder; give the .onnx file inside it.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw refused(name, "is no plain file; give an .onnx file.");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() == 0) {
                throw refused(name, "is empty; copy or download it again.");
            }
            return checked(new Attempt(channel, name).read());
        } catch (AccessDeniedException e) {
            throw refused(name, "may not be read; ask for the permission to read it.");
        } catch (IOException e) {
            throw refused(name, "cannot be read (%s); copy it again.".formatted(e.getMessage()));
        }
    }

    /// The inputs as the tensors that a [dev.vitrine.tensor.Network] takes; without those that are
    /// none, which it cannot be given.
    public List<TensorInfo> inputTensors() {
        return inputs.stream().flatMap(v -> v.tensor().stream()).toList();
    }

    /// The outputs as the tensors that a [dev.vitrine.tensor.Network] gives: a sequence of maps
    /// appears as its values and its keys, one of tensors as their elements and their shapes.
    public List<TensorInfo> outputTensors() {
        return outputs.stream().flatMap(v -> v.tensors().stream()).toList();
    }

    /// The class names that the graph itself gives an output, in the order of its columns; empty
    /// where it gives none.
    public List<String> classes(String output) {
        Step last = lastSteps.get(output);
        return last == null ? List.of() : last.classes();
    }

    /// The value of a metadata property, its key in any case, as ONNX wants them read.
    public Optional<String> property(String key) {
        return metadata.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Whether the file says how many dimensions a tensor of its inputs and outputs has; where it
    /// does not, the tensor appears without dimensions and yet is no scalar.
    public boolean isRanked(String tensor) {
        return Stream.concat(inputs.stream(), outputs.stream())
                .filter(v -> v.name().equals(tensor))
                .allMatch(ValueInfo::isRanked);
    }

    private static OnnxFile checked(OnnxFile file) {
        if (file.outputs.isEmpty()) {
            throw refused(file.fileName, "declares no output; export it again with one.");
        }
        file.inputs.forEach(v -> check(file, "input", v));
        file.outputs.forEach(v -> check(file, "output", v));
        checkNames(file, "inputs", file.inputs);
        checkNames(file, "outputs", file.outputs);
        return file;
    }

    private static void checkNames(OnnxFile file, String side, List<ValueInfo> values) {
        Set<String> names = new HashSet<>();
        for (ValueInfo value : values) {
            if (!names.add(value.name())) {
                throw refused(
                        file.fileName,
                        "declares two %s called '%s'; export it again with a name for each."
                                .formatted(side, Brief.of(value.name())));
            }
        }
    }

    /// ONNX takes an empty name for nothing being there; and JNI, through which names reach ONNX
    /// Runtime, writes characters beyond U+FFFF in a form that is no UTF-8.
    private static void check(OnnxFile file, String side, ValueInfo value) {
        if (value.name().isEmpty()) {
            throw refused(file.fileName, "has an %s without a name; give it one.".formatted(side));
        }
        if (value.name().chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            throw ProblemException.model(
                    "The name of the %s '%s' of '%s' has a character that ONNX Runtime's Java interface cannot pass on; rename it."
                            .formatted(side, Brief.of(value.name()), file.fileName));
        }
        value.type()
                .unknown()
                .ifPresent(type -> {
                    throw ProblemException.model(
                            "The %s '%s' of '%s' is %s, which Vitrine cannot hold; export it as float32 or another plain type."
                                    .formatted(
                                            side,
                                            Brief.of(value.name()),
                                            file.fileName,
                                            Brief.of(type.text())));
                });
    }

    static ProblemException refused(String fileName, String why) {
        return ProblemException.model("'%s' %s".formatted(Brief.of(fileName), why));
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return (name == null ? file : name).toString();
    }
}
