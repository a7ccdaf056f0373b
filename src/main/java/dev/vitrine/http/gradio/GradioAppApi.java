package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.GradioDocuments;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Framing;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.kind.Json;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// What Gradio's clients read of an app before they call it, and its signs of life.
///
/// @param gradio the app
/// @param appId another one for each start
record GradioAppApi(Gradio gradio, long appId) implements Protocol {
    /// Clients take an answer that ends for one to ask for again at once, so it never ends.
    private static final byte[] ALIVE = "data: ALIVE\n\n".getBytes(StandardCharsets.UTF_8);

    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(15);

    GradioAppApi(Gradio gradio) {
        this(gradio, ThreadLocalRandom.current().nextLong(1L << 53));
    }

    @Override
    public void routes(RoutesConfig routes) {
        Protocol.get(routes, "/config", this::config);
        Protocol.get(
                routes,
                GradioDocuments.PREFIX + "/info",
                context -> Answers.json(context, GradioDocuments.info(gradio.functions().all())));
        Protocol.get(
                routes,
                GradioDocuments.PREFIX + "/app_id",
                context -> Answers.json(context, Json.object().put("app_id", appId)));
        Protocol.get(routes, GradioDocuments.PREFIX + "/queue/status", this::status);
        routes.get(GradioDocuments.PREFIX + "/heartbeat/{session}", this::heartbeat);
    }

    private void config(Context context) {
        Answers.json(
                context,
                GradioDocuments.config(
                        gradio.functions().all(),
                        Client.root(context),
                        appId,
                        gradio.maxFileSize()));
    }

    private void status(Context context) {
        ObjectNode status =
                Json.object()
                        .put("msg", "estimation")
                        .putNull("event_id")
                        .put("rank", gradio.waiting())
                        .put("queue_size", gradio.waiting())
                        .putNull("rank_eta");
        Answers.json(context, status);
    }

    private void heartbeat(Context context) {
        Client client = Client.of(context.req());
        context.res().setContentType(Framing.EVENTS.mediaType());
        try {
            OutputStream out = context.res().getOutputStream();
            long beat = System.nanoTime() - BEAT_NANOS;
            while (!gradio.isClosing() && !client.isGone()) {
                if (System.nanoTime() - beat >= BEAT_NANOS) {
                    beat = System.nanoTime();
                    out.write(ALIVE);
                    out.flush();
                }
                Thread.sleep(Client.LOOK_MILLIS);
            }
        } catch (IOException e) {
            // The client has gone.
        } catch (InterruptedException e) {
            // The server is closing.
        }
    }
}
