package dev.vitrine.mcp;

import dev.vitrine.kind.Json;
import dev.vitrine.model.Catalog;
import dev.vitrine.tensor.Stop;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.List;

/// A `subscriptions/listen` of 2026-07-28: the stream stays open and tells when models come or go.
///
/// @param catalog the models
/// @param exchange hears of it
/// @param stop the sender's wish for an end
record Listening(Catalog catalog, Exchange exchange, Stop stop) {
    private static final long LOOK_MILLIS = 50;
    private static final int LOOKS_BETWEEN_LISTS = 20;
    private static final String TOOLS = "toolsListChanged";

    /// Goes on until the sender cancels it or goes.
    void listen(Message request) {
        boolean wanted = request.params().path("notifications").path(TOOLS).asBoolean(false);
        try {
            ObjectNode acknowledged = notification(request, "subscriptions/acknowledged");
            ObjectNode honoured = acknowledged.withObject("/params").putObject("notifications");
            if (wanted) {
                honoured.put(TOOLS, true);
            }
            exchange.tell(acknowledged);
            List<Catalog.Entry> known = catalog.entries();
            for (int looks = 1; !stop.requested() && !exchange.isGone(); looks++) {
                Thread.sleep(LOOK_MILLIS);
                if (wanted && looks % LOOKS_BETWEEN_LISTS == 0) {
                    List<Catalog.Entry> now = catalog.entries();
                    if (!now.equals(known)) {
                        known = now;
                        exchange.tell(notification(request, "tools/list_changed"));
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            // The sender has gone, or the program ends.
            stop.request();
        }
    }

    private static ObjectNode notification(Message request, String what) {
        ObjectNode notification =
                Json.object().put("jsonrpc", "2.0").put("method", "notifications/" + what);
        JsonNode id = request.id();
        notification
                .putObject("params")
                .putObject("_meta")
                .set("io.modelcontextprotocol/subscriptionId", id);
        return notification;
    }
}
