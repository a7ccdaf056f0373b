package dev.vitrine.http;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.StoppedException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

/// Answers in one piece: what was asked for, or what is wrong.
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    static final String DEFECT = "Vitrine failed; start it with --debug to see where.";

    private static final String RETRY_SECONDS = "1";

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
        routes.exception(StoppedException.class, (e, context) -> wrong(context, Wrong.STOPPED));
        routes.exception(HttpResponseException.class, (e, context) -> unrouted(context, e));
        routes.exception(
                Exception.class,
                (e, context) -> {
                    LOG.error("{} {} failed.", context.method(), context.path(), e);
                    sentence(context, 500, DEFECT);
                });
    }

    private static void problem(Context context, ProblemException e) {
        if (e.fault() == Fault.BUSY) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        wrong(context, Wrong.of(e));
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

    private static void sentence(Context context, int status, String sentence) {
        wrong(context, Wrong.of(status, sentence));
    }

    private static void wrong(Context context, Wrong wrong) {
        context.status(wrong.status());
        json(context, wrong.body());
    }
}
