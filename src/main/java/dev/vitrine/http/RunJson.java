package dev.vitrine.http;

import dev.vitrine.kind.Json;
import dev.vitrine.run.Progress;
import dev.vitrine.run.Run;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/// A run as JSON says it.
final class RunJson {
    private RunJson() {}

    /// `{"status", "fraction", "message"}`; the fraction is null where the end is not known.
    static ObjectNode progress(Run.State state, Progress progress) {
        ObjectNode json = Json.object().put("status", status(state));
        if (Double.isNaN(progress.fraction())) {
            json.putNull("fraction");
        } else {
            json.put("fraction", progress.fraction());
        }
        return json.put("message", progress.message());
    }

    static String status(Run.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
