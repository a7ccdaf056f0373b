package dev.vitrine.http;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.StoppedException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON answers: what was asked for, or what is wrong.
///
/// Where inputs do not fit, the body is FastAPI's: 422 with `{"detail": [{"type", "loc", "msg",
/// "input", "ctx"?}]}`. Everything else that is wrong is `{"detail": "a sentence"}`.
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    static final String DEFECT = "Vitrine failed; start it with --debug to see where.";

    /// Characters of a value at fault that an answer repeats.
    private static final int SHOWN = 200;

    private Answers() {}

    static void json(Context context, JsonNode body) {
        bytes(context, "application/json", Json.MAPPER.writeValueAsBytes(body));
    }

    static void bytes(Context context, String mediaType, byte[] body) {
        context.res().setContentLength(body.length);
        context.contentType(mediaType).result(body);
    }

    /// Turns whatever a protocol throws into an answer.
    static void exceptions(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, context) -> problem(context, e));
        routes.exception(
                Refusal.class, (e, context) -> sentence(context, e.status(), e.sentence()));
        routes.exception(
                StoppedException.class,
                (e, context) ->
                        sentence(context, 503, "The run was stopped; send the request again."));
        routes.exception(HttpResponseException.class, (e, context) -> unrouted(context, e));
        routes.exception(
                Exception.class,
                (e, context) -> {
                    LOG.error("{} {} failed.", context.method(), context.path(), e);
                    sentence(context, 500, DEFECT);
                });
    }

    private static void problem(Context context, ProblemException e) {
        switch (e.fault()) {
            case INPUT -> unprocessable(context, e);
            case ABSENT -> sentence(context, 404, e);
            case TOO_LARGE -> sentence(context, 413, e);
            case BUSY -> sentence(context.header("Retry-After", "1"), 503, e);
            case MODEL, RUN, SYSTEM -> sentence(context, 500, e);
        }
    }

    private static void unprocessable(Context context, ProblemException e) {
        ObjectNode body = Json.object();
        ArrayNode detail = body.putArray("detail");
        e.problems().forEach(problem -> detail.add(one(problem)));
        context.status(422);
        json(context, body);
    }

    private static ObjectNode one(Problem problem) {
        ObjectNode one = Json.object().put("type", problem.type());
        ArrayNode loc = one.putArray("loc").add("body");
        if (!problem.port().isEmpty()) {
            loc.add(problem.port());
        }
        problem.path().forEach(step -> loc.add(Json.of(step)));
        one.put("msg", problem.message());
        one.set("input", shortened(Json.of(problem.input())));
        if (!problem.context().isEmpty()) {
            one.set("ctx", Json.of(problem.context()));
        }
        return one;
    }

    private static JsonNode shortened(JsonNode input) {
        String text = input.isString() ? input.stringValue() : input.toString();
        return text.length() <= SHOWN ? input : Json.of(text.substring(0, SHOWN) + "…");
    }

    private static void unrouted(Context context, HttpResponseException e) {
        switch (e) {
            case NotFoundResponse _ ->
                    sentence(
                            context,
                            404,
                            "There is nothing at this path; /docs lists what there is.");
            case MethodNotAllowedResponse _ ->
                    sentence(
                            context.header("Allow", allowed(e)),
                            405,
                            "This path is not for %s; /docs says what it is for."
                                    .formatted(context.method()));
            default -> sentence(context, e.getStatus(), String.valueOf(e.getMessage()));
        }
    }

    private static String allowed(HttpResponseException e) {
        return String.join(", ", e.getDetails().values());
    }

    private static void sentence(Context context, int status, ProblemException e) {
        sentence(context, status, String.valueOf(e.getMessage()));
    }

    private static void sentence(Context context, int status, String sentence) {
        context.status(status);
        json(context, detail(sentence));
    }

    private static ObjectNode detail(String sentence) {
        return Json.object().put("detail", sentence);
    }
}
