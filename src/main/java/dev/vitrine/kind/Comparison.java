package dev.vitrine.kind;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;

/// Holds one JSON against what is expected of it.
public final class Comparison {
    private Comparison() {}

    /// The first difference in a few words; nothing where there is none.
    ///
    /// Numbers may lie apart by the tolerance, lists are of one length, and an object may hold more
    /// than is expected.
    ///
    /// @param path where in the value the two stand; empty at its root
    public static Optional<String> differs(
            String path, JsonNode expected, JsonNode given, double tolerance) {
        if (expected.isNumber() && given.isNumber()) {
            // Not |a − b| > t, which lets NaN through.
            return Math.abs(expected.doubleValue() - given.doubleValue()) <= tolerance
                    ? Optional.empty()
                    : difference(path, expected, given);
        }
        if (expected.isObject() && given.isObject()) {
            for (Map.Entry<String, JsonNode> e : expected.properties()) {
                Optional<String> d =
                        differs(
                                join(path, e.getKey()),
                                e.getValue(),
                                given.path(e.getKey()),
                                tolerance);
                if (d.isPresent()) {
                    return d;
                }
            }
            return Optional.empty();
        }
        if (expected.isArray() && given.isArray()) {
            if (expected.size() != given.size()) {
                return Optional.of(
                        "%s has %d elements, expected %d"
                                .formatted(
                                        path.isEmpty() ? "the list" : path,
                                        given.size(),
                                        expected.size()));
            }
            for (int i = 0; i < expected.size(); i++) {
                Optional<String> d =
                        differs(
                                join(path, Integer.toString(i)),
                                expected.get(i),
                                given.get(i),
                                tolerance);
                if (d.isPresent()) {
                    return d;
                }
            }
            return Optional.empty();
        }
        return expected.equals(given) ? Optional.empty() : difference(path, expected, given);
    }

    private static Optional<String> difference(String path, JsonNode expected, JsonNode given) {
        String where = path.isEmpty() ? "" : path + " ";
        return Optional.of("%sis %s, expected %s".formatted(where, brief(given), brief(expected)));
    }

    private static String brief(JsonNode node) {
        String text = node.isMissingNode() ? "missing" : node.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
