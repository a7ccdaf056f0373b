package dev.vitrine.http;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.run.Progress;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Port;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/// A run as JSON says it.
final class RunJson {
    private RunJson() {}

    /// A run that is asked after: where it is, and what it has given so far or at its end.
    static ObjectNode of(String id, Run run) {
        List<Port> ports = run.model().signature().outputs();
        Run.State state = run.state();
        ObjectNode json = Json.object().put("id", id).put("model", run.model().id());
        json.setAll(progress(state, run.progress()));
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
