package dev.vitrine.http.exchange;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.run.Progress;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Port;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/// A run as JSON says it.
public final class RunJson {
    private RunJson() {}

    /// A run that is asked after: where it is, and what it has given so far or at its end.
    public static ObjectNode of(String id, Run run) {
        List<Port> ports = run.model().signature().outputs();
        Run.State state = run.state();
        ObjectNode json = Json.object().put("id", id).put("model", run.model().id());
        json.setAll(progress(state, run.progress(), run.place().orElse(null)));
        switch (state) {
            case DONE -> json.set("outputs", Form.encode(ports, run.outputs().orElseThrow()));
            case FAILED -> json.set("error", Wrong.of(run.failure().orElseThrow()).message());
            case STOPPED -> json.set("error", Wrong.STOPPED.message());
            case QUEUED, LOADING, RUNNING ->
                    run.partial()
                            .ifPresent(shown -> json.set("partial", Form.encode(ports, shown)));
        }
        return json;
    }

    /// `{"status", "fraction", "message"}`, and of a run that waits `"position"`, `"queue_size"`
    /// and `"eta"`; the fraction, and the seconds until it begins, are null where they are not
    /// known.
    ///
    /// @param place where it stands in the queue; null where it is in none
    static ObjectNode progress(Run.State state, Progress progress, @Nullable QueuePlace place) {
        ObjectNode json = Json.object().put("status", status(state));
        if (Double.isNaN(progress.fraction())) {
            json.putNull("fraction");
        } else {
            json.put("fraction", progress.fraction());
        }
        json.put("message", progress.message());
        if (place != null) {
            json.put("position", place.position()).put("queue_size", place.size());
            json.set("eta", Json.of(place.eta().map(time -> time.toMillis() / 1e3).orElse(null)));
        }
        return json;
    }

    public static String status(Run.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
