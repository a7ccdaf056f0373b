package dev.vitrine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Reads `NodeProto`: its operator, the values it joins and the class names it carries.
final class NodeReader {
    /// A class name, and how many of them, beyond which nobody reads a list of classes.
    private static final int MAX_CLASS_BYTES = 1 << 10;

    private static final int MAX_CLASSES = 100_000;

    /// What ONNX calls its own operators, beside the empty text.
    private static final String OWN_DOMAIN = "ai.onnx";

    /// Of classifiers and ZipMap, and of OneHotEncoder.
    private static final List<String> CLASS_STRINGS =
            List.of("classlabels_strings", "cats_strings");

    /// Of TreeEnsembleClassifier, LinearClassifier and SVMClassifier (`classlabels_ints`), and of
    /// ZipMap (`classlabels_int64s`).
    private static final List<String> CLASS_INTEGERS =
            List.of("classlabels_int64s", "classlabels_ints");

    private final Wire wire;
    private final GraphReader graph;

    /// A node.
    ///
    /// @param operator its kind, with its domain where that is not ONNX's own
    /// @param inputs the values it takes
    /// @param outputs the values it gives
    /// @param classes the names of classes or categories that it carries, mostly none
    /// @param constant the element that a Constant holds where it holds few
    record Node(
            String operator,
            List<String> inputs,
            List<String> outputs,
            List<String> classes,
            OptionalDouble constant) {}

    NodeReader(Wire wire, GraphReader graph) {
        this.wire = wire;
        this.graph = graph;
    }

    /// Reads the `NodeProto` in this field, and adds what is inside it to the graph.
    Node node() throws IOException {
        var read =
                new Object() {
                    final List<String> inputs = new ArrayList<>(2);
                    final List<String> outputs = new ArrayList<>(1);
                    final List<String> classes = new ArrayList<>(0);
                    String kind = "";
                    String domain = "";
                    OptionalDouble constant = OptionalDouble.empty();
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.inputs.add(wire.name());
                case 2 -> read.outputs.add(wire.name());
                case 4 -> read.kind = wire.name();
                case 5 -> {
                    OptionalDouble constant = attribute(read.classes);
                    read.constant = read.constant.isPresent() ? read.constant : constant;
                }
                case 7 -> read.domain = wire.name();
                default -> {}
            }
        });
        boolean own = read.domain.isEmpty() || read.domain.equals(OWN_DOMAIN);
        String operator = own ? read.kind : read.domain + "." + read.kind;
        if (!operator.isEmpty()) {
            graph.operators.add(operator);
        }
        return new Node(operator, read.inputs, read.outputs, read.classes, read.constant);
    }

    /// An attribute holds one value, so a list that nobody asked for is left as soon as it begins:
    /// those of a large forest have millions of members.
    ///
    /// @return the first element of the tensor that it holds, where it holds one of few
    private OptionalDouble attribute(List<String> classes) throws IOException {
        var read =
                new Object() {
                    String name = "";
                    OptionalDouble constant = OptionalDouble.empty();
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.name = wire.name();
                case 5 -> read.constant = graph.tensor().constant();
                case 10 -> graph.tensor();
                case 6, 11 -> graph.subgraph();
                case 22, 23 -> graph.sparse();
                case 8 -> {
                    if (CLASS_INTEGERS.contains(read.name) && classes.size() < MAX_CLASSES) {
                        wire.integers(n -> classes.add(Long.toString(n)));
                    } else {
                        wire.rest();
                    }
                }
                case 9 -> {
                    if (CLASS_STRINGS.contains(read.name) && classes.size() < MAX_CLASSES) {
                        classes.add(wire.text(MAX_CLASS_BYTES));
                    } else {
                        wire.rest();
                    }
                }
                case 7 -> wire.rest();
                default -> {}
            }
        });
        return read.constant;
    }
}
