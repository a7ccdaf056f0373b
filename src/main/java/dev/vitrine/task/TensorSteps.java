package dev.vitrine.task;

import dev.vitrine.kind.Json;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is done to the numbers of a tensor before they go in or after they come out: `steps`,
/// carried out one after the other.
///
/// @param words the port and its processing
/// @param steps what is done, in order
record TensorSteps(Words words, List<TensorStep> steps) {
    /// The word of [dev.vitrine.signature.Binding#processing()].
    static final String WORD = "steps";

    TensorSteps {
        steps = List.copyOf(steps);
    }

    /// Reads a port's steps against the tensor that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where one is no step or names a dimension
    ///   that the tensor does not have
    static TensorSteps of(Words words, TensorInfo tensor) {
        List<TensorStep> steps = new ArrayList<>();
        for (Object step : words.binding().step(WORD, List.class).orElse(List.of())) {
            StepWords declared =
                    new StepWords(words, step instanceof Map<?, ?> all ? all : Map.of());
            steps.add(TensorStep.of(declared, tensor));
        }
        if (!steps.isEmpty() && tensor.type() == ElementType.STRING) {
            throw words.wrong(
                    WORD,
                    "has steps for numbers, but the tensor '%s' holds strings; leave them out"
                            .formatted(tensor.name()));
        }
        return new TensorSteps(words, steps);
    }

    /// These words of a binding and that of the steps.
    static List<String> and(List<String> others) {
        return Stream.concat(others.stream(), Stream.of(WORD)).toList();
    }

    /// The tensor of an input, in the type that the network takes.
    Tensor before(Tensor given, TensorInfo tensor) {
        return given.type() == tensor.type() && steps.isEmpty()
                        || given.type() == ElementType.STRING
                        || tensor.type() == ElementType.STRING
                ? given
                : converted(tensor.type(), given);
    }

    /// The tensor of an output: of single precision where there are steps, else as it came.
    Tensor after(Tensor given) {
        return steps.isEmpty() ? given : converted(ElementType.FLOAT32, given);
    }

    private Tensor converted(ElementType type, Tensor given) {
        double[] values = new double[given.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = given.number(i);
        }
        long[] shape = given.shape();
        for (TensorStep step : values.length == 0 ? List.<TensorStep>of() : steps) {
            step.apply(values, shape);
        }
        try {
            return Tensor.of(type, values, shape);
        } catch (IllegalArgumentException e) {
            throw words.wrong(
                    WORD,
                    "gives numbers that the model does not take (%s); give others"
                            .formatted(e.getMessage()));
        }
    }

    /// The JSON Schema of the word.
    static ObjectNode schema() {
        ObjectNode schema =
                Json.object()
                        .put("type", "array")
                        .put(
                                "description",
                                "What is done to the numbers of the tensor, step by step, by the"
                                        + " names of the BioImage Model Zoo.");
        ObjectNode step =
                schema.putObject("items").put("type", "object").put("additionalProperties", false);
        step.putArray("required").add("step");
        ObjectNode words = step.putObject("properties");
        ArrayNode names = words.putObject("step").putArray("enum");
        TensorStep.NAMES.forEach(names::add);
        several(words, "gain", "What each number is multiplied by; 1 where nothing is said.");
        several(words, "offset", "Added after the gain; 0 where nothing is said.");
        several(words, "mean", "Taken off each number.");
        several(words, "std", "What each number is divided by after the mean.");
        several(words, "threshold", "Numbers above it become 1, others 0.");
        words.putObject("axis")
                .put("type", "integer")
                .put("minimum", 0)
                .put("description", "The dimension along which there is one number for each.");
        words.putObject("axes")
                .put("type", "array")
                .put(
                        "description",
                        "The dimensions that are looked at together, counted from 0; all where"
                                + " nothing is said.")
                .putObject("items")
                .put("type", "integer")
                .put("minimum", 0);
        for (String word : List.of("eps", "min", "max", "minPercentile", "maxPercentile")) {
            words.putObject(word).put("type", "number");
        }
        return schema;
    }

    private static void several(ObjectNode words, String word, String description) {
        ArrayNode forms = words.putObject(word).put("description", description).putArray("anyOf");
        forms.addObject().put("type", "number");
        forms.addObject().put("type", "array").putObject("items").put("type", "number");
    }
}
