package dev.vitrine.onnx;

import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.TensorInfo;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The processing of an input or output in the BioImage Model Zoo's words, as the word `steps` of a
/// binding.
///
/// @param steps the steps, in order
/// @param refused the name of the first that cannot be carried here; nothing where all can
record BioImageSteps(List<Map<String, Object>> steps, Optional<String> refused) {
    /// What the words of a step are called here.
    private static final Map<String, String> WORDS =
            Map.of(
                    "gain", "gain",
                    "offset", "offset",
                    "mean", "mean",
                    "std", "std",
                    "threshold", "threshold",
                    "eps", "eps",
                    "min", "min",
                    "max", "max",
                    "min_percentile", "minPercentile",
                    "max_percentile", "maxPercentile");

    private static final String STANDARDIZE = "zero_mean_unit_variance";
    private static final List<String> KNOWN =
            List.of(
                    "binarize",
                    "clip",
                    "scale_linear",
                    "sigmoid",
                    "softmax",
                    "fixed_" + STANDARDIZE,
                    STANDARDIZE,
                    "scale_range");

    /// What a step cannot do without.
    private static final Map<String, List<String>> NEEDED =
            Map.of(
                    "binarize",
                    List.of("threshold"),
                    "clip",
                    List.of("min", "max"),
                    "fixed_" + STANDARDIZE,
                    List.of("mean", "std"));

    /// Steps that look at the numbers they change.
    private static final List<String> LOOKERS = List.of(STANDARDIZE, "scale_range");

    BioImageSteps {
        steps = List.copyOf(steps);
    }

    /// Reads a list of steps.
    ///
    /// @param axes the names of the tensor's dimensions
    static BioImageSteps read(JsonNode list, List<String> axes) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode step = list.path(i);
            String name = step.path("id").asString(step.path("name").asString(""));
            JsonNode words = step.path("kwargs");
            if (name.equals("ensure_dtype") && (i == list.size() - 1 || isFraction(words))) {
                continue;
            }
            Optional<Map<String, Object>> read = read(name, words, axes);
            if (read.isEmpty()) {
                return new BioImageSteps(steps, Optional.of(Clue.oneLine(name)));
            }
            steps.add(read.get());
        }
        return new BioImageSteps(steps, Optional.empty());
    }

    /// The same held against a tensor: a list that is not as long as its dimension, a division by
    /// zero and steps on strings are refused.
    BioImageSteps on(TensorInfo tensor) {
        return steps.stream()
                .filter(step -> !fits(step, tensor))
                .findFirst()
                .map(step ->
                        new BioImageSteps(List.of(), Optional.of(String.valueOf(step.get("step")))))
                .orElse(this);
    }

    private static boolean fits(Map<String, Object> step, TensorInfo tensor) {
        List<?> std =
                step.get("std") instanceof List<?> each
                        ? each
                        : List.of(step.getOrDefault("std", 1.0));
        if (tensor.type() == ElementType.STRING || std.contains(0.0)) {
            return false;
        }
        List<List<?>> lists = new ArrayList<>();
        step.forEach((word, value) -> {
            if (value instanceof List<?> each && !word.equals("axes")) {
                lists.add(each);
            }
        });
        if (!(step.get("axis") instanceof Number axis)) {
            return lists.isEmpty();
        }
        Dimension size = tensor.shape().at(axis.intValue());
        return size.isFree() || lists.stream().allMatch(each -> each.size() == size.size());
    }

    private static boolean isFraction(JsonNode words) {
        return words.path("dtype").asString("").startsWith("float");
    }

    private static Optional<Map<String, Object>> read(
            String name, JsonNode words, List<String> axes) {
        String mode = words.path("mode").asString("per_sample");
        boolean fixed = name.equals(STANDARDIZE) && mode.equals("fixed");
        if (!KNOWN.contains(name)
                || LOOKERS.contains(name) && !fixed && !mode.equals("per_sample")
                || words.path("reference_tensor").isString()) {
            return Optional.empty();
        }
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", fixed ? "fixed_" + STANDARDIZE : name);
        for (var word : words.properties()) {
            Optional<Object> value = number(word.getValue());
            if (WORDS.get(word.getKey()) instanceof String ours && value.isPresent()) {
                step.put(ours, value.get());
            }
        }
        if (!step.keySet().containsAll(NEEDED.getOrDefault(step.get("step"), List.of()))) {
            return Optional.empty();
        }
        boolean lists = step.values().stream().anyMatch(List.class::isInstance);
        if (lists || name.equals("softmax")) {
            int axis = lists || words.has("axis") ? axis(words, axes) : axes.indexOf("channel");
            if (axis < 0) {
                return Optional.empty();
            }
            step.put("axis", (long) axis);
        }
        if (LOOKERS.contains(name) && !fixed && words.has("axes")) {
            List<Long> together = indices(words.path("axes"), axes);
            if (together.contains(-1L)) {
                return Optional.empty();
            }
            step.put("axes", together);
        }
        return Optional.of(Collections.unmodifiableMap(step));
    }

    /// A number, or a list of them; one of one member is that member.
    private static Optional<Object> number(JsonNode node) {
        if (node.isArray() && node.size() == 1) {
            return number(node.path(0));
        }
        if (node.isArray() && node.valueStream().allMatch(JsonNode::isNumber)) {
            return Optional.of(node.valueStream().map(JsonNode::doubleValue).toList());
        }
        return node.isNumber() && Double.isFinite(node.doubleValue())
                ? Optional.of(node.doubleValue())
                : Optional.empty();
    }

    /// The dimension that lists run along: version 0.5 names it, version 0.4 names the others.
    private static int axis(JsonNode words, List<String> axes) {
        if (words.path("axis").isString()) {
            return axes.indexOf(words.path("axis").stringValue());
        }
        List<Long> others = indices(words.path("axes"), axes);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            if (!others.contains((long) i) && !axes.get(i).equals("batch")) {
                left.add(i);
            }
        }
        return left.size() == 1 ? left.getFirst() : -1;
    }

    private static List<Long> indices(JsonNode names, List<String> axes) {
        List<String> all =
                names.isString()
                        ? BioImageTensor.axes(names)
                        : names.valueStream().map(n -> n.asString("")).toList();
        return all.stream().map(n -> (long) axes.indexOf(n)).toList();
    }
}
