package dev.vitrine.task;

import tools.jackson.databind.node.ObjectNode;

/// The words of maps of places: regions, lines, masks.
final class MapWords {
    private MapWords() {}

    /// Puts the words in.
    static void schema(ObjectNode words) {
        words.putObject("ignore")
                .put("type", "integer")
                .put("minimum", 0)
                .put(
                        "description",
                        "The class of a mask that stands for nothing, such as the background,"
                                + " counted from 0.");
        words.putObject("level")
                .put("type", "number")
                .put("description", "From this number on a place of a map belongs to a region.");
        words.putObject("grow")
                .put("type", "number")
                .put("minimum", 0)
                .put(
                        "description",
                        "The box of a region grows on each side by this much of its area over its"
                                + " perimeter.");
        words.putObject("min_size")
                .put("type", "number")
                .put("minimum", 0)
                .put(
                        "description",
                        "Lines that are shorter, in pixels of the picture, and regions whose"
                                + " shorter side is, in places of the map, are left out.");
        words.putObject("neighbourhood")
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "The side of the square of a map in which the middle of a line is the"
                                + " greatest; 5 where nothing is said.");
    }
}
