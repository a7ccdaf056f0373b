package dev.vitrine.http;

import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.KeptRuns;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.RunJson;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Runs that were started with `Prefer: respond-async` (RFC 7240): to ask after, and to stop.
///
/// @param kept the runs
record RunsApi(KeptRuns kept) implements Protocol {
    @Override
    public void routes(RoutesConfig routes) {
        Protocol.get(
                routes,
                "/runs/{id}",
                context -> Answers.json(context, RunJson.of(id(context), kept.run(id(context)))));
        routes.delete(
                "/runs/{id}",
                context ->
                        Answers.json(context, RunJson.of(id(context), kept.delete(id(context)))));
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }
}
