package dev.vitrine.cli;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Values;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run: inputs from the arguments, outputs on standard output.
final class PredictCommand implements Command {
    private static final String JSON = "--json";
    private static final String OUT = "--out";

    @Override
    public String name() {
        return "predict";
    }

    @Override
    public String summary() {
        return "Run a model once and print what it gives.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        this,
                        Options.model("0..1"),
                        Options.example(
                                "Take the inputs of the model's example N, from 1; those"
                                        + " given beside it come in their place."),
                        Options.flag(JSON, "Print one JSON object, the outputs by name."),
                        Options.value(
                                OUT,
                                "FOLDER",
                                "Write outputs that are pictures or other media into this folder"
                                        + " and print their paths."));
        spec.usageMessage()
                .customSynopsis(
                        "vitrine predict MODEL [--INPUT VALUE ...] [--example N] [--json] [--out"
                                + " FOLDER]");
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) {
        // The model says which options there are, so it is looked for first.
        ParseResult known = Parser.upToUnknown(spec(), arguments);
        Optional<String> name = Options.models(known).stream().findFirst();
        if (name.isEmpty()) {
            return withoutModel(known, session);
        }
        try (Catalog catalog = session.faces().catalog();
                Runner runner = session.faces().runner()) {
            Model model = catalog.open(name.get());
            CommandSpec spec = spec().name("vitrine predict " + name.get());
            spec.usageMessage().description(Options.escaped(describe(model)));
            PortOptions ports = new PortOptions(model.signature(), spec);
            ParseResult all = Parser.all(spec, arguments);
            if (all.isUsageHelpRequested()) {
                session.out().print(Parser.usage(spec));
                return Cli.DONE;
            }
            predict(model, runner, all, ports.arguments(all), session);
            return Cli.DONE;
        }
    }

    private int withoutModel(ParseResult known, Session session) {
        if (known.isUsageHelpRequested()) {
            CommandSpec spec = spec();
            spec.usageMessage().footer("", "With a MODEL before it, --help lists its inputs too.");
            session.out().print(Parser.usage(spec));
            return Cli.DONE;
        }
        throw Parser.usage("Name a model first, as in vitrine predict MODEL --INPUT VALUE.");
    }

    private static void predict(
            Model model,
            Runner runner,
            ParseResult options,
            List<Argument> arguments,
            Session session) {
        Map<String, Raw> raws = new LinkedHashMap<>();
        Options.example(options, model)
                .ifPresent(n -> raws.putAll(model.read(model.signature().examples().get(n - 1))));
        arguments.forEach(a -> raws.put(a.port().name(), a.raw()));
        Values inputs = Form.decode(model.signature(), raws);
        Optional<Path> folder =
                Options.text(options, OUT).map(text -> Output.folder(Output.path(text)));
        Values outputs = runner.submit(model, inputs, Origin.COMMAND_LINE).await();
        List<Path> files = arguments.stream().flatMap(Argument::files).toList();
        Answer answer = new Answer(model.signature().outputs(), outputs, files, folder);
        if (Options.has(options, JSON)) {
            session.document(answer.json());
        } else {
            answer.lines().forEach(session::answer);
        }
    }

    private static String describe(Model model) {
        return "%s. %s".formatted(model.signature().title(), model.signature().summary()).strip();
    }
}
