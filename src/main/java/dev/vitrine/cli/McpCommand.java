package dev.vitrine.cli;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.util.List;

/// The models as tools for an agent that starts the program and speaks to it over standard streams.
final class McpCommand extends PlainCommand {
    @Override
    public String name() {
        return "mcp";
    }

    @Override
    public String summary() {
        return "Offer the models as tools to an agent, over standard input and output (MCP).";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(this, Options.model("1..*"));
        spec.usageMessage().customSynopsis("vitrine mcp MODEL...");
        return spec;
    }

    @Override
    int run(ParseResult options, Session session) {
        try (Catalog catalog = session.faces().catalog();
                Runner runner = session.faces().runner()) {
            List<Model> models = Options.models(options).stream().map(catalog::open).toList();
            session.faces().mcp(models, runner, session.out());
        }
        return Cli.DONE;
    }
}
