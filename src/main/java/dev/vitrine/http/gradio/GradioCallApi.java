package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.Files;
import dev.vitrine.describe.gradio.GradioDocuments;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Framing;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.http.exchange.RunStream;
import dev.vitrine.http.exchange.StreamHearer;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Model;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Values;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.function.BiFunction;

/// Gradio's simple protocol, which takes two requests by curl, and the one that takes a single one
/// and waits.
///
/// @param gradio the app
record GradioCallApi(Gradio gradio) implements Protocol {
    private static final String CALL = GradioDocuments.PREFIX + "/call/";

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(
                CALL + "{name}",
                GradioWrong.told(context -> {
                    GradioRequest request = GradioRequest.of(context);
                    begin(context, request.session(), request::ordered);
                }));
        routes.post(
                CALL + "v2/{name}",
                GradioWrong.told(context -> begin(context, "", GradioRequest.of(context)::named)));
        routes.get(CALL + "{name}/{event}", GradioWrong.told(this::listen));
        routes.get(CALL + "v2/{name}/{event}", GradioWrong.told(this::listen));
        routes.post(GradioDocuments.PREFIX + "/run/{name}", GradioWrong.told(this::run));
        routes.post(GradioDocuments.PREFIX + "/api/{name}", GradioWrong.told(this::run));
    }

    private void begin(Context context, String session, BiFunction<Model, Files, Values> inputs) {
        GradioEvent event = GradioEvent.of(session, false, submit(context, inputs));
        gradio.events().add(event);
        Answers.json(context, Json.object().put("event_id", event.id()));
    }

    private void listen(Context context) throws IOException {
        GradioEvent event =
                gradio.events()
                        .take(context.pathParam("event"))
                        .orElseThrow(() ->
                                new Refusal(
                                        404,
                                        "There is no such event, or it was told already; call"
                                                + " again."));
        try {
            GradioValues values = new GradioValues(event.run(), gradio.files(context));
            RunStream.tell(
                    event.run(),
                    new GradioCallListener(values, StreamHearer.of(context, Framing.EVENTS)));
        } finally {
            gradio.events().told(event);
        }
    }

    private void run(Context context) {
        GradioRequest request = GradioRequest.of(context);
        Run run = submit(context, request::ordered);
        Values outputs = Client.of(context.req()).await(run);
        ObjectNode answer = Json.object();
        answer.set("data", new GradioValues(run, gradio.files(context)).of(outputs));
        answer.put("is_generating", false);
        Answers.json(context, GradioMessages.times(answer, run));
    }

    private Run submit(Context context, BiFunction<Model, Files, Values> inputs) {
        Model model = gradio.functions().named(context.pathParam("name"));
        return gradio.submit(context, model, () -> inputs.apply(model, gradio.files(context)));
    }
}
