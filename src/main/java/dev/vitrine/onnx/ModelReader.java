package dev.vitrine.onnx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Reads `ModelProto`.
final class ModelReader {
    private static final int MAX_DOC_BYTES = 64 << 10;
    private static final int MAX_VALUE_BYTES = 16 << 20;

    /// As many as a form can have fields and still be read.
    private static final int MAX_PORTS = 1_000;

    /// No version of ONNX counted further; other protobufs begin with other numbers.
    private static final long MAX_IR_VERSION = 1_000;

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
            throw WireException.malformed("no graph");
        }
        List<ValueInfo> inputs =
                graph.inputs.stream().filter(i -> !graph.initializers.contains(i.name())).toList();
        bounded(inputs, "inputs");
        bounded(graph.outputs, "outputs");
        return new OnnxFile(
                fileName,
                bytes,
                irVersion,
                (producer + " " + producerVersion).strip(),
                opsets,
                graph.name,
                doc.isBlank() ? graph.doc : doc,
                inputs,
                graph.outputs,
                metadata,
                graph.operators,
                graph.steps.first(inputs),
                graph.steps.last(graph.outputs),
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

    private static void bounded(List<ValueInfo> values, String what) throws WireException {
        if (values.size() > MAX_PORTS) {
            throw WireException.tooMuch("%,d %s".formatted(values.size(), what));
        }
    }

    private static long irVersion(long version) throws WireException {
        if (version <= 0 || version > MAX_IR_VERSION) {
            throw WireException.malformed("IR version " + version);
        }
        return version;
    }
}
