package dev.vitrine.http.gradio;

import dev.vitrine.http.exchange.RandomId;
import dev.vitrine.run.Run;

import java.util.concurrent.atomic.AtomicBoolean;

/// A run that a Gradio client has asked for, until it was told how that ended.
///
/// @param id what the client knows it by
/// @param session the session that the client says it belongs to; may be empty
/// @param streamed whether it is told on the session's one stream, rather than on one of its own
/// @param run the run
/// @param cancelled whether the client itself has asked for its end
record GradioEvent(String id, String session, boolean streamed, Run run, AtomicBoolean cancelled) {
    static GradioEvent of(String session, boolean streamed, Run run) {
        return new GradioEvent(RandomId.next(), session, streamed, run, new AtomicBoolean());
    }

    void cancel() {
        cancelled.set(true);
        run.stop();
    }
}
