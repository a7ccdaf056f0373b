package dev.vitrine.onnx;

import dev.vitrine.tensor.ElementType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads `GraphProto`: names, types and operators, and of tensors only what they are called.
final class GraphReader {
    private static final int MAX_DOC_BYTES = 64 << 10;
    private static final long EXTERNAL = 1;

    /// Old files list every initializer among the inputs, and the largest networks have thousands.
    private static final int MAX_VALUES = 50_000;

    /// As long as a constant for each of four channels.
    private static final int FEW_BYTES = 4 * Double.BYTES;

    private static final byte[] NONE = {};

    private final Wire wire;
    private final TypeReader types;
    private final NodeReader nodes;

    final List<ValueInfo> inputs = new ArrayList<>();
    final List<ValueInfo> outputs = new ArrayList<>();
    final Set<String> initializers = new HashSet<>();
    final SortedSet<String> operators = new TreeSet<>();
    final SortedSet<String> externalFiles = new TreeSet<>();

    final Steps steps = new Steps();

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
                case 1 -> steps.add(nodes.node());
                case 2 -> name = wire.name();
                case 5 -> initializer();
                case 10 -> doc = wire.text(MAX_DOC_BYTES);
                case 11 -> add(inputs);
                case 12 -> add(outputs);
                case 15 -> initializers.add(sparse());
                default -> {}
            }
        });
    }

    private void add(List<ValueInfo> values) throws IOException {
        if (values.size() == MAX_VALUES) {
            throw WireException.tooMuch("more than %,d values".formatted(MAX_VALUES));
        }
        values.add(types.value());
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

    private void initializer() throws IOException {
        Weights tensor = tensor();
        initializers.add(tensor.name());
        tensor.constant().ifPresent(c -> steps.addConstant(tensor.name(), c));
    }

    /// What is read of a tensor.
    ///
    /// @param name its name; empty inside a node
    /// @param constant its first element where it has few, such as a divisor
    record Weights(String name, OptionalDouble constant) {}

    /// Reads the `TensorProto` in this field, all but its elements where there are many.
    Weights tensor() throws IOException {
        var read =
                new Object() {
                    String name = "";
                    List<String> locations = List.of();
                    boolean external;
                    long type;
                    long elements = 1;
                    byte[] few = NONE;
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> wire.integers(n -> read.elements = product(read.elements, n));
                case 2 -> read.type = wire.integer();
                case 4, 9, 10 -> read.few = wire.bytes(FEW_BYTES);
                case 8 -> read.name = wire.name();
                case 13 -> {
                    Map.Entry<String, String> entry = ModelReader.entry(wire);
                    if (entry.getKey().equals("location")) {
                        read.locations = NodeReader.with(read.locations, entry.getValue());
                    }
                }
                // of two, nobody knows which one another reader takes
                case 14 -> read.external |= wire.integer() == EXTERNAL;
                default -> {}
            }
        });
        long sum = parameters + read.elements;
        parameters = sum < 0 ? Long.MAX_VALUE : sum;
        if (read.external) {
            externalFiles.addAll(read.locations);
        }
        return new Weights(read.name, first(read.type, read.few));
    }

    private static OptionalDouble first(long type, byte[] elements) {
        if (elements.length == 0) {
            return OptionalDouble.empty();
        }
        ByteBuffer b = ByteBuffer.wrap(elements).order(ByteOrder.LITTLE_ENDIAN);
        if (type == ElementType.FLOAT32.onnx() && elements.length >= Float.BYTES) {
            return OptionalDouble.of(b.getFloat());
        }
        return type == ElementType.FLOAT64.onnx() && elements.length >= Double.BYTES
                ? OptionalDouble.of(b.getDouble())
                : OptionalDouble.empty();
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
                read.name = tensor().name();
            }
        });
        return read.name;
    }

    private static long product(long elements, long n) {
        long high = Math.multiplyHigh(elements, n);
        return n < 0 || high != 0 ? 0 : elements * n;
    }
}
