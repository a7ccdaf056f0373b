package dev.vitrine.mcp;

import dev.vitrine.kind.Json;
import dev.vitrine.run.Progress;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// What a run says of its progress, as notifications whose figure only grows, as the protocol wants
/// it: of a run that does not know its end they count up, and of one that does they go to a total.
final class Ticks {
    private final JsonNode token;
    private double told;
    private double base;
    private @Nullable Progress last;
    private int position;

    /// @param token the sender's name for the request's progress
    Ticks(JsonNode token) {
        this.token = token;
    }

    /// What has changed since the last one; nothing where nothing has.
    ///
    /// @param waited whether the run has had time to begin
    Optional<ObjectNode> next(Run run, boolean waited) {
        int behind = waited ? run.place().map(QueuePlace::position).orElse(0) : 0;
        if (behind > 0 && behind != position) {
            position = behind;
            return Optional.of(tick("Waiting for a free thread, %d in line.".formatted(behind)));
        }
        Progress now = run.progress();
        boolean isOpen = Double.isNaN(now.fraction());
        if (now == last || isOpen && now.message().isEmpty()) {
            return Optional.empty();
        }
        last = now;
        if (isOpen) {
            return Optional.of(tick(now.message()));
        }
        double value = base + now.fraction();
        if (value <= told) {
            return Optional.empty();
        }
        told = value;
        return Optional.of(notification(base + 1, now.message()));
    }

    private ObjectNode tick(String message) {
        told = Math.floor(told) + 1;
        base = told;
        return notification(Double.NaN, message);
    }

    private ObjectNode notification(double total, String message) {
        ObjectNode notification =
                Json.object().put("jsonrpc", "2.0").put("method", "notifications/progress");
        ObjectNode params = notification.putObject("params");
        params.set("progressToken", token);
        params.put("progress", told);
        if (!Double.isNaN(total)) {
            params.put("total", total);
        }
        if (!message.isEmpty()) {
            params.put("message", message);
        }
        return notification;
    }
}
