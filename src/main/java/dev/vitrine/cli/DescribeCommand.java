package dev.vitrine.cli;

import dev.vitrine.describe.Description;
import dev.vitrine.kind.Json;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Editable;
import dev.vitrine.model.Model;
import dev.vitrine.model.SignatureYaml;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The signature that was understood, and why.
final class DescribeCommand extends PlainCommand {
    private static final String JSON = "--json";
    private static final String YAML = "--yaml";
    private static final String SCHEMA = "--schema";
    private static final String WRITE = "--write";

    @Override
    public String name() {
        return "describe";
    }

    @Override
    public String summary() {
        return "Say what a model takes and gives, and how that was understood.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        this,
                        Options.model("0..1"),
                        Options.flag(JSON, "Print it as one JSON object, the tensors included."),
                        Options.flag(YAML, "Print it as a signature.yaml."),
                        Options.flag(
                                SCHEMA, "Print the JSON Schema of signature.yaml; needs no MODEL."),
                        Options.flag(
                                WRITE,
                                "Write it as a signature.yaml beside the model, where there is"
                                        + " none yet, and print its path."));
        spec.usageMessage()
                .customSynopsis("vitrine describe MODEL [--json | --yaml | --schema] [--write]");
        return spec;
    }

    @Override
    int run(ParseResult options, Session session) {
        if (Stream.of(JSON, YAML, SCHEMA).filter(o -> Options.has(options, o)).count() > 1) {
            throw Parser.usage(
                    "'%s', '%s' and '%s' exclude each other; give one of them."
                            .formatted(JSON, YAML, SCHEMA));
        }
        if (Options.has(options, SCHEMA)) {
            session.document(pretty(SignatureYaml.schema()));
            return Cli.DONE;
        }
        String name =
                Options.models(options).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> Parser.usage("Name a model, as in vitrine describe MODEL."));
        try (Catalog catalog = session.faces().catalog()) {
            Model model = catalog.open(name);
            if (Options.has(options, WRITE)) {
                session.say("Wrote %s.".formatted(write(catalog, model)));
            }
            print(model, options, session);
            return Cli.DONE;
        }
    }

    private static void print(Model model, ParseResult options, Session session) {
        if (Options.has(options, JSON)) {
            session.document(pretty(Description.json(model)));
        } else if (Options.has(options, YAML)) {
            session.document(SignatureYaml.write(model.signature()));
        } else {
            Summary.lines(model).forEach(session::answer);
        }
    }

    /// A signature that somebody wrote is never written over.
    private static Path write(Catalog catalog, Model model) {
        Editable signature = catalog.editable(model.id());
        if (signature.home().isEmpty()) {
            throw Parser.usage(
                    "%s is a function, not a file; it has no folder to write to."
                            .formatted(model.id()));
        }
        Path file = signature.file();
        if (Files.exists(file)) {
            throw Parser.usage(
                    "There is a '%s' already; change it there, or remove it first."
                            .formatted(file));
        }
        return signature.save(signature.state().current()).file();
    }

    private static String pretty(JsonNode json) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
