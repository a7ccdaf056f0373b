package dev.vitrine.onnx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/// Finds the first and last steps of a graph while its nodes pass by.
final class Steps {
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

    /// Operators that change scores but not what class each belongs to, so that class names are
    /// looked for before them.
    private static final Set<String> SCALERS =
            Set.of("ai.onnx.ml.Normalizer", "Softmax", "Sigmoid", "Clip");

    /// Operators that look at a value's shape only, as graphs with free dimensions do first.
    private static final Set<String> LOOKERS = Set.of("Shape", "Size");

    /// A damaged graph may run in a circle.
    private static final int MAX_MOVES = 64;

    private final Map<String, NodeReader.Node> makers = new HashMap<>();
    private final Map<String, NodeReader.Node> users = new HashMap<>();
    private final Map<String, Double> constants = new HashMap<>();

    /// A node of the main graph.
    void add(NodeReader.Node node) {
        node.outputs().forEach(value -> makers.put(value, node));
        if (!LOOKERS.contains(node.operator())) {
            node.inputs().forEach(value -> users.putIfAbsent(value, node));
        }
        node.constant().ifPresent(c -> node.outputs().forEach(value -> constants.put(value, c)));
    }

    /// An initializer of few elements.
    void addConstant(String value, double constant) {
        constants.put(value, constant);
    }

    /// The first step of each input.
    Map<String, Step> first(List<ValueInfo> inputs) {
        return walk(inputs, users, NodeReader.Node::outputs);
    }

    /// The last step of each output.
    Map<String, Step> last(List<ValueInfo> outputs) {
        return walk(outputs, makers, NodeReader.Node::inputs);
    }

    private Map<String, Step> walk(
            List<ValueInfo> values,
            Map<String, NodeReader.Node> nodes,
            Function<NodeReader.Node, List<String>> onwards) {
        Map<String, Step> steps = new LinkedHashMap<>();
        for (ValueInfo value : values) {
            NodeReader.Node node = nodes.get(value.name());
            if (node != null) {
                steps.put(value.name(), walk(node, nodes, onwards));
            }
        }
        return steps;
    }

    private Step walk(
            NodeReader.Node start,
            Map<String, NodeReader.Node> nodes,
            Function<NodeReader.Node, List<String>> onwards) {
        NodeReader.Node node = start;
        List<String> classes = start.classes();
        for (int move = 0; move < MAX_MOVES && MOVERS.contains(node.operator()); move++) {
            List<String> values = onwards.apply(node);
            NodeReader.Node next = values.isEmpty() ? null : nodes.get(values.getFirst());
            if (next == null) {
                break;
            }
            node = next;
            classes = classes.isEmpty() ? node.classes() : classes;
        }
        return new Step(
                node.operator(),
                constant(node),
                classes.isEmpty() ? classes(node, nodes, onwards) : classes);
    }

    private static List<String> classes(
            NodeReader.Node end,
            Map<String, NodeReader.Node> nodes,
            Function<NodeReader.Node, List<String>> onwards) {
        NodeReader.Node node = end;
        for (int move = 0; move < MAX_MOVES && SCALERS.contains(node.operator()); move++) {
            List<String> values = onwards.apply(node);
            NodeReader.Node next = values.isEmpty() ? null : nodes.get(values.getFirst());
            if (next == null) {
                break;
            }
            node = next;
        }
        return node.classes();
    }

    private OptionalDouble constant(NodeReader.Node node) {
        return node.inputs().stream()
                .filter(constants::containsKey)
                .mapToDouble(constants::get)
                .findFirst();
    }
}
