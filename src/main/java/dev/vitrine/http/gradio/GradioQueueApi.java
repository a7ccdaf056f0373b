package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.GradioDocuments;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Framing;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Model;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The queue as Gradio's clients use it (protocol `sse_v3`): they join it, and listen to all their
/// events on one stream.
///
/// @param gradio the app
record GradioQueueApi(Gradio gradio) implements Protocol {
    @Override
    public void routes(RoutesConfig routes) {
        routes.post(GradioDocuments.PREFIX + "/queue/join", GradioWrong.told(this::join));
        routes.get(GradioDocuments.PREFIX + "/queue/data", GradioWrong.told(this::listen));
        routes.post(GradioDocuments.PREFIX + "/cancel", GradioWrong.told(this::cancel));
        routes.post(GradioDocuments.PREFIX + "/reset", GradioWrong.told(GradioQueueApi::reset));
    }

    private void join(Context context) {
        GradioRequest request = GradioRequest.of(context);
        String session = request.session();
        if (session.isEmpty()) {
            throw noSession();
        }
        Model model = gradio.functions().numbered(request.function());
        Run run =
                gradio.submit(context, model, () -> request.ordered(model, gradio.files(context)));
        GradioEvent event = GradioEvent.of(session, true, run);
        gradio.events().add(event);
        Answers.json(context, Json.object().put("event_id", event.id()));
    }

    private void listen(Context context) throws IOException {
        String name = context.queryParam("session_hash");
        if (name == null || name.isEmpty()) {
            throw noSession();
        }
        context.header("X-Accel-Buffering", "no");
        context.res().setContentType(Framing.EVENTS.mediaType());
        context.res().flushBuffer();
        GradioSession session =
                new GradioSession(
                        name,
                        Client.of(context.req()),
                        context.res().getOutputStream(),
                        gradio.files(context));
        gradio.events().open(session);
        try {
            session.tell(gradio.events());
        } finally {
            gradio.events().close(session);
        }
    }

    /// Stops an event of the session that asks for it.
    private void cancel(Context context) {
        GradioRequest request = GradioRequest.of(context);
        String session = request.session();
        Optional<GradioEvent> event =
                gradio.events()
                        .find(request.text("event_id"))
                        .filter(e -> e.session().equals(session));
        event.ifPresent(GradioEvent::cancel);
        Answers.json(context, Json.object().put("success", event.isPresent()));
    }

    /// Clients still ask for it; there is nothing to do.
    private static void reset(Context context) {
        GradioRequest.of(context);
        Answers.json(context, Json.object().put("success", true));
    }

    private static ProblemException noSession() {
        return ProblemException.input(
                new Problem(
                        "missing",
                        "",
                        List.of("session_hash"),
                        "'session_hash' is missing; give a text that is this client's own.",
                        null,
                        Map.of()));
    }
}
