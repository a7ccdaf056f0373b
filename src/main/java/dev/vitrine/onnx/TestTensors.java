package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.TensorProto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The test tensors beside a model: what goes in and what must come out, as examples of the network
/// as its tensors.
///
/// Found are ONNX's own folders (`test_data_set_0/input_0.pb` …, `.npy` as well), pairs of `.npz`
/// files, and the test tensors that a file of the BioImage Model Zoo names, which go through its
/// steps. What must come out is held against the Zoo's tolerances, or those that its file gives.
///
/// @see <a href="https://github.com/onnx/onnx/blob/main/docs/OnnxBackendTest.md">ONNX's test
///   data</a>
public final class TestTensors {
    /// The Zoo's tolerances: absolute, relative, and how many of a million elements may miss them.
    private static final double ABSOLUTE = 1e-3;

    private static final double RELATIVE = 1e-3;
    private static final double MISSES = 100;

    private static final int MOST_SETS = 20;
    private static final long MOST_BYTES = 64L << 20;
    private static final List<String> ENDINGS = List.of(".pb", ".npy");

    private static final Map<String, String> PAIRS =
            Map.of("test_inputs.npz", "test_outputs.npz", "inputs.npz", "outputs.npz");

    private final Path folder;
    private final Beside beside;
    private final Signature plain;

    private TestTensors(Path file, Signature plain) {
        this.folder = file.resolveSibling("");
        this.beside = new Beside(file);
        this.plain = plain;
    }

    /// The network as its tensors with test tensors as examples; several where their steps differ,
    /// none where there are no test tensors.
    ///
    /// @param declared what the file declares
    /// @param file where it stands
    /// @param plain the network as its tensors
    public static List<Signature> beside(OnnxFile declared, Path file, Signature plain) {
        TestTensors tests = new TestTensors(file, plain);
        List<Example> own = new ArrayList<>(tests.sets());
        own.addAll(tests.pairs());
        return Stream.concat(
                        tests.zoo(declared).stream(),
                        own.isEmpty()
                                ? Stream.empty()
                                : Stream.of(tests.with(own, Function.identity())))
                .toList();
    }

    private List<Example> sets() {
        return IntStream.range(0, MOST_SETS)
                .mapToObj("test_data_set_%d"::formatted)
                .filter(set -> Files.isDirectory(folder.resolve(set), LinkOption.NOFOLLOW_LINKS))
                .flatMap(set -> set(set).stream())
                .toList();
    }

    private Optional<Example> set(String set) {
        Map<String, Object> inputs = files(set + "/input_", plain.inputs());
        Map<String, Object> outputs = files(set + "/output_", plain.outputs());
        return outputs.isEmpty() ? Optional.empty() : Optional.of(example(set, inputs, outputs));
    }

    /// The files of one side by port: by the name inside each, or else by their order.
    private Map<String, Object> files(String start, List<Port> ports) {
        Map<String, Object> byPort = new LinkedHashMap<>();
        for (int i = 0; i < ports.size(); i++) {
            Optional<String> file = file(start + i);
            if (file.isPresent()) {
                String name = named(file.get());
                Port byOrder = ports.get(i);
                Port port =
                        ports.stream()
                                .filter(p -> tensor(p).equals(name))
                                .findFirst()
                                .orElse(byOrder);
                byPort.put(port.name(), file.get());
            }
        }
        return byPort;
    }

    private Optional<String> file(String stem) {
        return ENDINGS.stream()
                .map(stem::concat)
                .filter(f -> Files.isRegularFile(folder.resolve(f), LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    private String named(String file) {
        try {
            return file.endsWith(ENDINGS.getFirst())
                            && Files.size(folder.resolve(file)) <= MOST_BYTES
                    ? TensorProto.read(Files.readAllBytes(folder.resolve(file))).name()
                    : "";
        } catch (IOException | IllegalArgumentException e) {
            // Reading it for the run says what is wrong with it.
            return "";
        }
    }

    private List<Example> pairs() {
        return PAIRS.entrySet().stream()
                .filter(e -> beside.has(e.getKey()) && beside.has(e.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(e ->
                        example(
                                e.getKey(),
                                every(plain.inputs(), e.getKey()),
                                every(plain.outputs(), e.getValue())))
                .toList();
    }

    private static Map<String, Object> every(List<Port> ports, String file) {
        Map<String, Object> byPort = new LinkedHashMap<>();
        ports.forEach(p -> byPort.put(p.name(), file));
        return byPort;
    }

    private Optional<Signature> zoo(OnnxFile declared) {
        return BioImageFile.beside(declared, beside).flatMap(this::zoo);
    }

    private Optional<Signature> zoo(BioImageFile file) {
        Optional<Map<String, Object>> inputs = tests(file.inputs(), plain.inputs());
        Optional<Map<String, Object>> outputs = tests(file.outputs(), plain.outputs());
        if (inputs.isEmpty() || outputs.isEmpty()) {
            return Optional.empty();
        }
        Example example =
                new Example(
                        file.where(),
                        inputs.get(),
                        outputs.get(),
                        file.tolerance("absolute_tolerance", ABSOLUTE),
                        file.tolerance("relative_tolerance", RELATIVE),
                        file.tolerance("mismatched_elements_per_million", MISSES));
        Map<String, BioImageTensor> said = new HashMap<>(file.inputs());
        said.putAll(file.outputs());
        return Optional.of(
                with(
                        List.of(example),
                        port ->
                                Optional.ofNullable(said.get(tensor(port)))
                                        .map(s -> processed(port, s.processing().steps()))
                                        .orElse(port)));
    }

    /// The port with its steps, for numbers of any type, since what is tested is often kept in
    /// another than the network's.
    private static Port processed(Port port, List<Map<String, Object>> steps) {
        Map<String, Object> options = new LinkedHashMap<>(port.options());
        options.remove("type");
        Map<String, Object> words = steps.isEmpty() ? Map.of() : Map.of("steps", steps);
        return port.withOptions(options).withTensor(Binding.of(tensor(port), words));
    }

    /// The test tensors of one side; nothing where one is missing, or a step cannot be carried out.
    private Optional<Map<String, Object>> tests(
            Map<String, BioImageTensor> said, List<Port> ports) {
        Map<String, Object> byPort = new LinkedHashMap<>();
        for (Port port : ports) {
            BioImageTensor tensor = said.get(tensor(port));
            if (tensor == null
                    || tensor.processing().refused().isPresent()
                    || !beside.has(tensor.test())) {
                return Optional.empty();
            }
            byPort.put(port.name(), tensor.test());
        }
        return Optional.of(byPort);
    }

    private static Example example(
            String name, Map<String, Object> inputs, Map<String, Object> outputs) {
        return new Example(name, inputs, outputs, ABSOLUTE, RELATIVE, MISSES);
    }

    private Signature with(List<Example> examples, Function<Port, Port> change) {
        return new Signature(
                plain.title(),
                plain.summary(),
                plain.task(),
                plain.models(),
                plain.inputs().stream().map(change).toList(),
                plain.outputs().stream().map(change).toList(),
                examples,
                false,
                plain.licence(),
                plain.because());
    }

    private static String tensor(Port port) {
        Binding binding = port.tensor();
        return binding == null ? port.name() : binding.name();
    }
}
