package dev.vitrine.task;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// How a text is made ready for a network that was trained on clean ones: `clean`, steps that are
/// carried out one after the other.
///
/// @param port the port whose text it is
/// @param steps what is done, in order; nothing where the text goes in as it is
record TextCleaning(Port port, List<CleaningStep> steps) {
    /// The word of [dev.vitrine.signature.Binding#processing()].
    static final String WORD = "clean";

    TextCleaning {
        steps = List.copyOf(steps);
    }

    /// Reads a port's steps.
    ///
    /// @throws ProblemException where one is no step, with a sentence that names the port
    static TextCleaning of(Words words) {
        List<CleaningStep> steps = new ArrayList<>();
        for (Object step : words.binding().step(WORD, List.class).orElse(List.of())) {
            steps.add(
                    CleaningStep.of(step)
                            .orElseThrow(() ->
                                    words.wrong(
                                            "has the step '%s' under clean, which there is not; use %s, or replace with 'with', keep, prepend, append"
                                                    .formatted(
                                                            step,
                                                            String.join(
                                                                    ", ",
                                                                    CleaningStep.PLAIN
                                                                            .keySet())))));
        }
        return new TextCleaning(words.port(), steps);
    }

    /// The JSON Schema of the word.
    static ObjectNode schema() {
        ObjectNode schema =
                Json.object()
                        .put("type", "array")
                        .put("description", "What is done to a text, step by step.");
        schema.set("items", CleaningStep.schema());
        return schema;
    }

    /// Carries the steps out.
    ///
    /// @throws ProblemException where they leave nothing of a text that the port requires, since
    ///   any answer to that would be made up; or where the text outgrows [CleaningStep#MOST]
    String clean(String text) {
        if (steps.isEmpty()) {
            return text;
        }
        String clean = text;
        for (CleaningStep step : steps) {
            clean = step.apply(clean);
            if (clean.length() > CleaningStep.MOST) {
                throw refused("string_too_long", "is too long; shorten it", "");
            }
        }
        if (port.required() && clean.codePoints().allMatch(CharacterClass.SPACES::has)) {
            throw refused(
                    "string_too_short", "holds nothing that the model reads; write words", text);
        }
        return clean;
    }

    private ProblemException refused(String type, String rest, String text) {
        return ProblemException.input(
                Problem.at(port.name(), type, "'%s' %s.".formatted(port.label(), rest))
                        .withInput(text));
    }
}
