package dev.vitrine.onnx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Reads `ModelProto`.
final class ModelReader {
    private static final int MAX_DOC_BYTES = 64 << 10;
    private static final int MAX_VALUE_BYTES = 16 << 20;

    /// No version of ONNX counted further; other protobufs begin with other numbers.
    private static final long MAX_IR_VERSION = 1_000;

    /// Operators that move or convert values without computing new ones.
    private static final Set<String> MOVERS =
            Set.of(
                    "Identity",
                    "Cast",
                    "Reshape",
                    "Flatten",
                    "Squeeze",
                    "Unsqueeze",
                    "Transpose",
                    "Slice",
                    "Gather",
                    "Split",
                    "Dropout",
                    "QuantizeLinear",
                    "DequantizeLinear");

    private static final int MAX_STEPS = 64;

    private final Wire wire;
    private final GraphReader graph;
    private final SequencedMap<String, String> metadata = new LinkedHashMap<>();
    private final SequencedMap<String, Long> opsets = new LinkedHashMap<>();

    private long irVersion;
    private boolean hasGraph;
    private String producer = "";
    private String producerVersion = "";
    private String doc = "";

    ModelReader(Wire wire) {
        this.wire = wire;
        this.graph = new GraphReader(wire);
    }

    /// Whether what was read so far could only be ONNX.
    boolean looksLikeOnnx() {
        return irVersion > 0;
    }

    /// Reads the whole file.
    ///
    /// @param fileName what the file is called
    /// @param bytes how large it is
    OnnxFile read(String fileName, long bytes) throws IOException {
        wire.document(field -> {
            switch (field) {
                case 1 -> irVersion = irVersion(wire.integer());
                case 2 -> producer = wire.text(MAX_DOC_BYTES);
                case 3 -> producerVersion = wire.text(MAX_DOC_BYTES);
                case 6 -> doc = wire.text(MAX_DOC_BYTES);
                case 7 -> {
                    hasGraph = true;
                    graph.main();
                }
                case 8 -> opset();
                case 14 -> {
                    Map.Entry<String, String> entry = entry(wire);
                    metadata.putIfAbsent(entry.getKey(), entry.getValue());
                }
                case 25 -> graph.function();
                default -> {}
            }
        });
        if (!hasGraph || irVersion == 0) {
            throw new Wire.MalformedException("no graph");
        }
        return new OnnxFile(
                fileName,
                bytes,
                irVersion,
                (producer + " " + producerVersion).strip(),
                opsets,
                graph.name,
                doc.isBlank() ? graph.doc : doc,
                graph.inputs.stream().filter(i -> !graph.initializers.contains(i.name())).toList(),
                graph.outputs,
                metadata,
                graph.operators,
                origins(),
                graph.externalFiles,
                graph.parameters);
    }

    /// Reads the `StringStringEntryProto` in this field.
    static Map.Entry<String, String> entry(Wire wire) throws IOException {
        var read =
                new Object() {
                    String key = "";
                    String value = "";
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.key = wire.name();
                case 2 -> read.value = wire.text(MAX_VALUE_BYTES);
                default -> {}
            }
        });
        return Map.entry(read.key, read.value);
    }

    private void opset() throws IOException {
        var read =
                new Object() {
                    String domain = "";
                    long version;
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.domain = wire.name();
                case 2 -> read.version = wire.integer();
                default -> {}
            }
        });
        opsets.put(read.domain.isEmpty() ? "ai.onnx" : read.domain, read.version);
    }

    private Map<String, Origin> origins() {
        Map<String, Origin> origins = new LinkedHashMap<>();
        for (ValueInfo output : graph.outputs) {
            NodeReader.Node last = graph.producers.get(output.name());
            if (last != null) {
                origins.put(output.name(), origin(last));
            }
        }
        return origins;
    }

    /// Follows a value back to the node that computed it.
    private Origin origin(NodeReader.Node last) {
        NodeReader.Node node = last;
        List<String> classes = last.classes();
        for (int step = 0; step < MAX_STEPS && MOVERS.contains(node.operator()); step++) {
            String value = node.inputs().isEmpty() ? "" : node.inputs().getFirst();
            NodeReader.Node before = graph.producers.get(value);
            if (before == null) {
                break;
            }
            node = before;
            classes = classes.isEmpty() ? node.classes() : classes;
        }
        return new Origin(node.operator(), classes);
    }

    private static long irVersion(long version) throws Wire.MalformedException {
        if (version <= 0 || version > MAX_IR_VERSION) {
            throw new Wire.MalformedException("IR version " + version);
        }
        return version;
    }
}
