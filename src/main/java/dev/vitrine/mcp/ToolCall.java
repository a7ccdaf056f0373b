package dev.vitrine.mcp;

import dev.vitrine.describe.McpTool;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Model;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// One call of a tool, from its arguments to its result.
///
/// Whatever a language model can mend is a result that says it is an error, in the sentence of
/// every face.
///
/// @param runner what runs it
/// @param exchange hears of its progress; leaving stops the run
/// @param stop the sender's wish for an end
record ToolCall(Runner runner, Exchange exchange, Stop stop) {
    private static final long LOOK_MILLIS = 50;

    /// No more than twenty notifications a second, the newest of what was to be told.
    private static final long PACE_MILLIS = 50;

    /// The result of the call.
    ///
    /// @param arguments an object
    /// @throws StoppedException where the sender has cancelled it or gone
    ObjectNode result(Model model, Message request) {
        try {
            Map<String, Raw> given = new LinkedHashMap<>();
            request.params()
                    .path("arguments")
                    .properties()
                    .forEach(e -> given.put(e.getKey(), new Raw.Json(e.getValue())));
            Run run =
                    runner.submit(model, Form.decode(model.signature(), given), exchange.caller());
            exchange.ran(run);
            try (Stop.Registration _ = stop.onRequest(run::stop)) {
                follow(run, request.meta("progressToken"));
            }
            return McpTool.result(model.signature(), run.await());
        } catch (ProblemException e) {
            exchange.complain(String.valueOf(e.getMessage()));
            return McpTool.failure(String.valueOf(e.getMessage()));
        } catch (StoppedException e) {
            if (stop.requested()) {
                throw e;
            }
            return McpTool.failure("The run was stopped; call the tool again.");
        }
    }

    /// Waits for the end of a run, and tells how far it is to a sender who wants to know.
    private void follow(Run run, JsonNode token) {
        Optional<Ticks> ticks =
                token.isString() || token.isIntegralNumber()
                        ? Optional.of(new Ticks(token))
                        : Optional.empty();
        BlockingQueue<Run> news = new ArrayBlockingQueue<>(1);
        try (Run.Watching _ = run.watch(news::offer)) {
            while (!run.state().isFinal()) {
                boolean heard = news.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS) != null;
                if (exchange.isGone()) {
                    throw new IOException("The client has gone.");
                }
                Optional<ObjectNode> next = ticks.flatMap(t -> t.next(run, !heard));
                if (next.isPresent() && !run.state().isFinal()) {
                    exchange.tell(next.get());
                    if (heard) {
                        pause(run);
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            // The sender has gone, or the program ends.
            stop.request();
        }
    }

    private static void pause(Run run) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS);
        while (!run.state().isFinal() && System.nanoTime() < until) {
            Thread.sleep(1);
        }
    }
}
