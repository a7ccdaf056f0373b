package dev.vitrine.http.exchange;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Sent;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Collectors;

/// What is wrong, as every answer says it.
///
/// Where inputs do not fit, the body is FastAPI's: 422 with `{"detail": [{"type", "loc", "msg",
/// "input", "ctx"?}]}`. Everything else that is wrong is `{"detail": "a sentence"}`.
///
/// @param status the HTTP status
/// @param body the JSON
public record Wrong(int status, ObjectNode body) {
    /// Where the Open Inference Protocol begins, which has a form for errors of its own.
    public static final String INFERENCE = "/v2";

    public static final Wrong STOPPED = of(503, "The run was stopped; send the request again.");

    public static Wrong of(int status, String sentence) {
        return new Wrong(status, Json.object().put("detail", sentence));
    }

    public static Wrong of(ProblemException e) {
        return switch (e.fault()) {
            case INPUT -> unprocessable(e);
            case ABSENT -> of(404, String.valueOf(e.getMessage()));
            case TOO_LARGE -> of(413, String.valueOf(e.getMessage()));
            case BUSY -> of(503, String.valueOf(e.getMessage()));
            case MODEL, RUN, SYSTEM -> of(500, String.valueOf(e.getMessage()));
        };
    }

    /// Whether a path is one of the Open Inference Protocol.
    static boolean isInference(String path) {
        return path.equals(INFERENCE) || path.startsWith(INFERENCE + "/");
    }

    /// The same as the Open Inference Protocol says it: `{"error": "sentences"}`, and 400 where
    /// inputs do not fit.
    Wrong forInference() {
        JsonNode detail = body.path("detail");
        String sentence =
                detail.isString()
                        ? detail.stringValue()
                        : detail.valueStream()
                                .map(one -> one.path("msg").asString(""))
                                .collect(Collectors.joining(" "));
        return new Wrong(status == 422 ? 400 : status, Json.object().put("error", sentence));
    }

    /// The body with the status before it, for where there is no status line to carry that.
    public ObjectNode message() {
        return Json.object().put("status", status).setAll(body);
    }

    /// What is wrong as people read it.
    public String sentence() {
        JsonNode detail = body.path("detail");
        return detail.isString()
                ? detail.stringValue()
                : detail.valueStream()
                        .map(one -> one.path("msg").asString(""))
                        .collect(Collectors.joining("\n"));
    }

    private static Wrong unprocessable(ProblemException e) {
        ObjectNode body = Json.object();
        ArrayNode detail = body.putArray("detail");
        e.problems().forEach(problem -> detail.add(one(problem)));
        return new Wrong(422, body);
    }

    private static ObjectNode one(Problem problem) {
        ObjectNode one = Json.object().put("type", problem.type());
        ArrayNode loc = one.putArray("loc").add("body");
        if (!problem.port().isEmpty()) {
            loc.add(problem.port());
        }
        problem.path().forEach(step -> loc.add(Json.of(step)));
        one.put("msg", problem.message());
        one.set("input", Sent.brief(Json.of(problem.input())));
        if (!problem.context().isEmpty()) {
            one.set("ctx", Json.of(problem.context()));
        }
        return one;
    }
}
