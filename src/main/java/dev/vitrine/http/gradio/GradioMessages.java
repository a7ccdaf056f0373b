package dev.vitrine.http.gradio;

import dev.vitrine.http.exchange.Wrong;
import dev.vitrine.kind.Json;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;

import tools.jackson.databind.node.ObjectNode;

/// Parts of messages that several of Gradio's routes have in common.
final class GradioMessages {
    /// What a client writes over an error.
    static final String TITLE = "Error";

    /// How many seconds a client shows an error.
    private static final int SECONDS = 10;

    private GradioMessages() {}

    /// What went wrong; Gradio's Python client fails on any other key.
    static ObjectNode error(Wrong why) {
        return Json.object()
                .put("error", why.sentence())
                .put("duration", SECONDS)
                .put("visible", true)
                .put("title", TITLE);
    }

    /// Adds where a run stands in the queue; ranks count from 0.
    static ObjectNode estimation(ObjectNode to, QueuePlace place) {
        to.put("rank", place.position() - 1).put("queue_size", place.size());
        return to.set(
                "rank_eta", Json.of(place.eta().map(time -> time.toMillis() / 1e3).orElse(null)));
    }

    /// Adds how many seconds a run took.
    static ObjectNode times(ObjectNode to, Run run) {
        double seconds = run.took().toNanos() / 1e9;
        return to.put("duration", seconds).put("average_duration", seconds);
    }
}
