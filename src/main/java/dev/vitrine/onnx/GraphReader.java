package dev.vitrine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads `GraphProto`: names, types and operators, and of tensors only what they are called.
final class GraphReader {
    private static final int MAX_DOC_BYTES = 64 << 10;
    private static final long EXTERNAL = 1;

    private final Wire wire;
    private final TypeReader types;
    private final NodeReader nodes;

    final List<ValueInfo> inputs = new ArrayList<>();
    final List<ValueInfo> outputs = new ArrayList<>();
    final Set<String> initializers = new HashSet<>();
    final SortedSet<String> operators = new TreeSet<>();
    final SortedSet<String> externalFiles = new TreeSet<>();

    /// The node behind each value of the main graph.
    final Map<String, NodeReader.Node> producers = new HashMap<>();

    String name = "";
    String doc = "";

    /// Elements of all initializers, those of subgraphs included.
    long parameters;

    GraphReader(Wire wire) {
        this.wire = wire;
        this.types = new TypeReader(wire);
        this.nodes = new NodeReader(wire, this);
    }

    /// Reads the main `GraphProto`, in this field.
    void main() throws IOException {
        wire.message(field -> {
            switch (field) {
                case 1 -> {
                    NodeReader.Node node = nodes.node();
                    node.outputs().forEach(output -> producers.put(output, node));
                }
                case 2 -> name = wire.name();
                case 5 -> initializers.add(tensor());
                case 10 -> doc = wire.text(MAX_DOC_BYTES);
                case 11 -> inputs.add(types.value());
                case 12 -> outputs.add(types.value());
                case 15 -> initializers.add(sparse());
                default -> {}
            }
        });
    }

    /// Reads a `GraphProto` inside a node, for its operators and tensors only.
    void subgraph() throws IOException {
        wire.message(field -> {
            switch (field) {
                case 1 -> nodes.node();
                case 5 -> tensor();
                case 15 -> sparse();
                default -> {}
            }
        });
    }

    /// Reads a `FunctionProto`, for its operators only.
    void function() throws IOException {
        wire.message(field -> {
            if (field == 7) {
                nodes.node();
            }
        });
    }

    /// Reads the `TensorProto` in this field, all but its elements.
    ///
    /// @return its name
    String tensor() throws IOException {
        var read =
                new Object() {
                    String name = "";
                    String location = "";
                    boolean external;
                    long elements = 1;
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> wire.integers(n -> read.elements = product(read.elements, n));
                case 8 -> read.name = wire.name();
                case 13 -> {
                    Map.Entry<String, String> entry = ModelReader.entry(wire);
                    if (entry.getKey().equals("location")) {
                        read.location = entry.getValue();
                    }
                }
                case 14 -> read.external = wire.integer() == EXTERNAL;
                default -> {}
            }
        });
        parameters += read.elements;
        if (read.external) {
            externalFiles.add(read.location);
        }
        return read.name;
    }

    /// Reads the `SparseTensorProto` in this field.
    ///
    /// @return its name, which is that of its values
    String sparse() throws IOException {
        var read =
                new Object() {
                    String name = "";
                };
        wire.message(field -> {
            if (field == 1) {
                read.name = tensor();
            }
        });
        return read.name;
    }

    private static long product(long elements, long n) {
        long high = Math.multiplyHigh(elements, n);
        return n < 0 || high != 0 ? 0 : elements * n;
    }
}
