package dev.vitrine.cli;

import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Nearest;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What happens without a command: the window.
final class WindowCommand implements Command {
    private static final String VERSION = "--version";

    @Override
    public String name() {
        return "";
    }

    @Override
    public String summary() {
        return "Show machine-learning models in a window: all of the gallery, or the one that is"
                + " named.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command(this, Options.model("0..1"));
        spec.name("vitrine");
        spec.addOption(
                OptionSpec.builder("-V", VERSION)
                        .versionHelp(true)
                        .description("Print the version and do nothing else.")
                        .build());
        spec.usageMessage().customSynopsis("vitrine [MODEL]", "       vitrine COMMAND ...");
        spec.usageMessage().footer(commands());
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) {
        ParseResult known = Parser.upToUnknown(spec(), arguments);
        if (known.isUsageHelpRequested()) {
            session.out().print(Parser.usage(spec()));
            return Cli.DONE;
        }
        if (known.isVersionHelpRequested()) {
            session.answer("Vitrine " + version());
            return Cli.DONE;
        }
        Optional<String> model = Options.models(known).stream().findFirst();
        try (Catalog catalog = session.faces().catalog();
                Runner runner = session.faces().runner()) {
            model.filter(name -> !isThere(name, catalog)).ifPresent(name -> refuse(name, catalog));
            Parser.all(spec(), arguments);
            if (!session.faces().hasDisplay()) {
                throw Cli.noDisplay(null);
            }
            session.faces().window(catalog, runner, model);
            return Cli.DONE;
        }
    }

    /// Looks without reading: the window reads the model, and shows what is wrong with it.
    private static boolean isThere(String name, Catalog catalog) {
        return Files.exists(Output.path(name))
                || catalog.entries().stream().anyMatch(entry -> entry.id().equals(name));
    }

    private static void refuse(String name, Catalog catalog) {
        Nearest.of(name, Cli.COMMANDS.stream().map(Command::name).toList())
                .ifPresent(command -> {
                    throw Parser.usage(
                            "There is no command and no model '%s'; did you mean vitrine %s?"
                                    .formatted(name, command));
                });
        catalog.open(name);
    }

    private static String[] commands() {
        Stream<String> lines =
                Cli.COMMANDS.stream()
                        .map(c -> "  %-10s %s".formatted(c.name(), Options.escaped(c.summary())));
        return Stream.of(
                        Stream.of("", "Commands:"),
                        lines,
                        Stream.of("", "vitrine COMMAND --help says more of one."))
                .flatMap(s -> s)
                .toArray(String[]::new);
    }

    private static String version() {
        return Optional.ofNullable(Cli.class.getModule().getDescriptor())
                .flatMap(module -> module.rawVersion())
                .orElse("(not packed)");
    }
}
