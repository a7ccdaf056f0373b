package dev.vitrine.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Reads `NodeProto`: its operator, the values it joins and the class names it carries.
final class NodeReader {
    /// A class name, and how many of them, beyond which nobody reads a list of classes.
    private static final int MAX_CLASS_BYTES = 1 << 10;

    private static final int MAX_CLASSES = 50_000;

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
                    List<String> inputs = List.of();
                    List<String> outputs = List.of();
                    List<String> classes = List.of();
                    String kind = "";
                    String domain = "";
                    OptionalDouble constant = OptionalDouble.empty();
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.inputs = with(read.inputs, wire.name());
                case 2 -> read.outputs = with(read.outputs, wire.name());
                case 4 -> read.kind = wire.name();
                case 5 -> {
                    Attribute attribute = attribute(read.classes);
                    read.classes = attribute.classes();
                    read.constant =
                            read.constant.isPresent() ? read.constant : attribute.constant();
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

    /// A list with one more; most nodes have one of each, and an empty list costs nothing.
    static List<String> with(List<String> list, String one) {
        List<String> longer = list.isEmpty() ? new ArrayList<>(2) : list;
        longer.add(one);
        return longer;
    }

    /// What an attribute adds to its node.
    ///
    /// @param classes the classes of the node so far
    /// @param constant the first element of the tensor that it holds, where it holds one of few
    private record Attribute(List<String> classes, OptionalDouble constant) {}

    /// An attribute holds one value, so a list that nobody asked for is left as soon as it begins:
    /// those of a large forest have millions of members.
    private Attribute attribute(List<String> before) throws IOException {
        var read =
                new Object() {
                    String name = "";
                    List<String> classes = before;
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
                    if (CLASS_INTEGERS.contains(read.name) && read.classes.size() < MAX_CLASSES) {
                        wire.integers(n -> {
                            if (read.classes.size() < MAX_CLASSES) {
                                read.classes = with(read.classes, Long.toString(n));
                            }
                        });
                    } else {
                        wire.rest();
                    }
                }
                case 9 -> {
                    if (CLASS_STRINGS.contains(read.name) && read.classes.size() < MAX_CLASSES) {
                        read.classes = with(read.classes, wire.text(MAX_CLASS_BYTES));
                    } else {
                        wire.rest();
                    }
                }
                case 7 -> wire.rest();
                default -> {}
            }
        });
        return new Attribute(read.classes, read.constant);
    }
}
