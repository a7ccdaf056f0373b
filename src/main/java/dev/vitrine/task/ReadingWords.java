package dev.vitrine.task;

import dev.vitrine.kind.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// The words of text that is read from parts of a picture.
final class ReadingWords {
    private ReadingWords() {}

    /// Puts the words in.
    static void schema(ObjectNode words) {
        WordSchema.choice(
                words,
                CtcDecoding.WORD,
                "What makes text of a network's steps.",
                List.of(CtcDecoding.CTC));
        words.putObject("blank")
                .put("type", "integer")
                .put("minimum", 0)
                .put("description", "The class that stands for nothing; 0 where nothing is said.");
        words.set(PictureStage.INPUT, part(words));
        ObjectNode turn =
                words.putObject("turn")
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .put(
                                "description",
                                "The network that says whether a line is upside down: the second of"
                                        + " its two scores.");
        ObjectNode fields = turn.putObject("properties");
        fields.putObject("network").put("type", "string").put("minLength", 1);
        fields.putObject("name").put("type", "string").put("minLength", 1);
        fields.set(PictureStage.INPUT, part(words));
        fields.putObject("threshold").put("type", "number").put("minimum", 0).put("maximum", 1);
        turn.putArray("required").add("network").add("name").add(PictureStage.INPUT);
    }

    /// The words of a part of a picture on the way into a network.
    private static ObjectNode part(ObjectNode words) {
        ObjectNode part =
                Json.object()
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .put(
                                "description",
                                "How a part of a picture becomes the input of the network.");
        ObjectNode fields = part.putObject("properties");
        fields.putObject("name").put("type", "string").put("minLength", 1);
        PictureEncoding.WORDS.forEach(word -> fields.set(word, words.get(word).deepCopy()));
        part.putArray("required").add("name");
        return part;
    }
}
