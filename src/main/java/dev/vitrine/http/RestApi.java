package dev.vitrine.http;

import dev.vitrine.describe.Description;
import dev.vitrine.http.exchange.AnswerForm;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Calls;
import dev.vitrine.http.exchange.KeptRuns;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.http.exchange.RequestBody;
import dev.vitrine.http.exchange.RunJson;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;

/// The models as plain HTTP: what there is, and a call of one.
///
/// @param catalog the models
/// @param runner what runs them
/// @param calls what notes the calls
/// @param kept where runs go whose clients do not wait
record RestApi(Catalog catalog, Runner runner, Calls calls, KeptRuns kept) implements Protocol {
    private static final String RESPOND_ASYNC = "respond-async";

    @Override
    public void routes(RoutesConfig routes) {
        Protocol.get(routes, "/health", RestApi::health);
        Protocol.get(routes, "/models", this::models);
        Protocol.get(
                routes,
                "/models/{id}",
                context -> Answers.json(context, Description.json(model(context))));
        routes.post("/models/{id}/predict", this::predict);
    }

    private static void health(Context context) {
        Answers.json(context, Json.object().put("status", "ready"));
    }

    private void models(Context context) {
        ObjectNode all = Json.object();
        ArrayNode list = all.putArray("models");
        catalog.models().forEach(model -> list.add(Description.brief(model)));
        Answers.json(context, all);
    }

    private void predict(Context context) {
        EndpointCall call = calls.begin(context, context.pathParam("id"));
        try {
            predict(context, call);
        } catch (ProblemException | Refusal e) {
            call.complain(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void predict(Context context, EndpointCall call) {
        Model model = model(context);
        AnswerForm form = AnswerForm.chosen(context.header("Accept"), model.signature());
        Values inputs =
                Form.decode(model.signature(), RequestBody.read(context.req(), model.signature()));
        Run run = runner.submit(model, inputs, call.caller());
        call.ran(run);
        if (wantsNoWait(context.header("Prefer"))) {
            later(context, run);
        } else {
            form.answer(context, run);
        }
    }

    private void later(Context context, Run run) {
        String id = kept.keep(run);
        context.status(202)
                .header("Location", "/runs/" + id)
                .header("Preference-Applied", RESPOND_ASYNC);
        Answers.json(context, RunJson.of(id, run));
    }

    /// Whether a `Prefer` header (RFC 7240) asks for an answer before the run has ended.
    private static boolean wantsNoWait(@Nullable String prefer) {
        return prefer != null
                && Arrays.stream(prefer.split(","))
                        .map(preference -> preference.split(";", 2)[0].strip())
                        .anyMatch(RESPOND_ASYNC::equalsIgnoreCase);
    }

    private Model model(Context context) {
        return catalog.model(context.pathParam("id"));
    }
}
