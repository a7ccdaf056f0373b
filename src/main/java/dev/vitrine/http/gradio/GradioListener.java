package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.Files;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.RunListener;
import dev.vitrine.http.exchange.Wrong;
import dev.vitrine.kind.Json;
import dev.vitrine.run.Progress;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;

/// A Gradio client that is told one of its session's events: `estimation` while it waits,
/// `process_starts`, `progress`, `process_generating`, `process_completed`.
///
/// Of outputs that are not final the first are told whole and the others as what has changed; the
/// last are told whole.
final class GradioListener implements RunListener {
    private final GradioEvent event;
    private final GradioSession session;
    private final GradioValues values;
    private boolean started;
    private boolean ended;
    private @Nullable ArrayNode shown;

    GradioListener(GradioEvent event, GradioSession session, Files files) {
        this.event = event;
        this.session = session;
        this.values = new GradioValues(event.run(), files);
    }

    @Override
    public void progress(Run.State state, Progress progress, @Nullable QueuePlace place)
            throws IOException {
        if (place != null) {
            session.send(GradioMessages.estimation(message("estimation"), place));
            return;
        }
        if (state == Run.State.QUEUED) {
            return;
        }
        start();
        if (!Double.isNaN(progress.fraction()) || !progress.message().isEmpty()) {
            ObjectNode message = message("progress");
            ObjectNode unit = message.putArray("progress_data").addObject();
            unit.putNull("index").putNull("length").putNull("unit");
            unit.set(
                    "progress",
                    Json.of(Double.isNaN(progress.fraction()) ? null : progress.fraction()));
            unit.put("desc", progress.message());
            session.send(message);
        }
    }

    @Override
    public void partial(Values outputs) throws IOException {
        start();
        ArrayNode now = values.of(outputs);
        ArrayNode before = shown;
        ObjectNode output = Json.object();
        ArrayNode data = output.putArray("data");
        for (int i = 0; i < now.size(); i++) {
            if (before == null) {
                data.add(now.get(i));
            } else {
                // What is not shown again stays as it was.
                JsonNode old = before.get(i);
                JsonNode next = now.get(i).isNull() ? old : now.get(i);
                now.set(i, next);
                data.add(GradioDiff.of(old, next));
            }
        }
        shown = now;
        times(output.put("is_generating", true)).putNull("render_config");
        output.putArray("changed_state_ids");
        ObjectNode message = message("process_generating").set("output", output);
        session.send(message.put("success", true).putNull("time_limit"));
    }

    @Override
    public void result(Values outputs) throws IOException {
        complete(values.of(outputs));
    }

    /// A run that the client itself has cancelled has gone well, and gives nothing.
    @Override
    public void wrong(Wrong why) throws IOException {
        start();
        if (event.cancelled().get()) {
            complete(values.none());
            return;
        }
        ObjectNode message = message("process_completed");
        message.set("output", GradioMessages.error(why));
        end(message.put("success", false).put("title", GradioMessages.TITLE));
    }

    @Override
    public void sign() throws IOException {
        session.send(Json.object().put("msg", "heartbeat").putNull("event_id"));
    }

    @Override
    public boolean isGone() {
        return session.isGone();
    }

    /// Tells a defect of this program, so that no client waits for ever.
    void fail() {
        try {
            wrong(Wrong.of(500, Answers.DEFECT));
        } catch (IOException e) {
            // The client has gone.
        }
    }

    /// Whether the client was told how the run has ended, or has gone meanwhile.
    boolean hasEnded() {
        return ended;
    }

    private void start() throws IOException {
        if (!started) {
            started = true;
            session.send(message("process_starts").putNull("eta"));
        }
    }

    /// An output with the name `error`, whatever it holds, is a failure to clients.
    private void complete(ArrayNode data) throws IOException {
        start();
        ObjectNode output = Json.object().set("data", data);
        times(output.put("is_generating", false)).putNull("render_config");
        output.putArray("changed_state_ids");
        ObjectNode message = message("process_completed").set("output", output);
        end(message.put("success", true).putNull("title"));
    }

    private void end(ObjectNode message) throws IOException {
        ended = true;
        session.finish(message);
    }

    private ObjectNode times(ObjectNode output) {
        return GradioMessages.times(output, event.run());
    }

    private ObjectNode message(String msg) {
        return Json.object().put("msg", msg).put("event_id", event.id());
    }
}
