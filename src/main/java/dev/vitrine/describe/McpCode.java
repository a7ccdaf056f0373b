package dev.vitrine.describe;

import dev.vitrine.kind.Json;

import tools.jackson.databind.node.ObjectNode;

/// What an agent is told, so that it finds the models as tools: the entry of its list of servers,
/// in the form that most of them share.
final class McpCode {
    private McpCode() {}

    static String of(Call call) {
        ObjectNode all = Json.object();
        all.putObject("mcpServers")
                .putObject(Program.NAME)
                .put("type", "http")
                .put("url", call.target().resolve("/mcp").toString());
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }
}
