package dev.vitrine.cli;

import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The options of a model's inputs: `--NAME`, and `--input.NAME` for every one, so that an input
/// called like one of the command's own options has a name too.
final class PortOptions {
    private static final String PREFIX = "--input.";

    private final Map<Port, List<String>> names = new LinkedHashMap<>();

    /// Adds the inputs of a signature to a command, its help included.
    PortOptions(Signature signature, CommandSpec spec) {
        List<OptionSpec> own = List.copyOf(spec.options());
        for (Port port : signature.inputs()) {
            names.put(port, namesOf(port, signature, spec));
        }
        List<OptionSpec> inputs =
                names.entrySet().stream().flatMap(e -> options(e.getKey(), e.getValue())).toList();
        inputs.forEach(spec::addOption);
        String heading = Session.plain("Inputs of %s:".formatted(signature.title()));
        spec.usageMessage()
                .sectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                        help -> list(help, heading, inputs) + list(help, "Options:", own));
        // the two lists bring their own
        spec.usageMessage().optionListHeading("");
    }

    /// What was typed, port by port.
    ///
    /// @throws dev.vitrine.signature.ProblemException where a port is given twice, or two are to be
    ///   read from standard input
    List<Argument> arguments(ParseResult result) {
        List<Argument> all = read(result);
        List<Argument> piped = all.stream().filter(argument -> argument.piped() > 0).toList();
        if (piped.stream().mapToLong(Argument::piped).sum() > 1) {
            throw Parser.usage(
                    "'--%s' and '--%s' cannot both be '-', as standard input holds one; name a file for the other."
                            .formatted(
                                    piped.getFirst().port().name(), piped.getLast().port().name()));
        }
        return all;
    }

    private List<Argument> read(ParseResult result) {
        return names.entrySet().stream()
                .flatMap(e ->
                        given(result, e.getValue())
                                .map(texts -> Argument.of(e.getKey(), texts))
                                .stream())
                .toList();
    }

    private static List<String> namesOf(Port port, Signature signature, CommandSpec spec) {
        String brief = "--" + port.name();
        boolean taken =
                spec.optionsMap().containsKey(brief)
                        || signature.inputs().stream()
                                .anyMatch(p -> brief.equals(PREFIX + p.name()));
        return taken ? List.of(PREFIX + port.name()) : List.of(brief, PREFIX + port.name());
    }

    /// One option for each name; the help shows the first.
    private static Stream<OptionSpec> options(Port port, List<String> names) {
        return names.stream()
                .map(name ->
                        option(port, name).toBuilder()
                                .hidden(!name.equals(names.getFirst()))
                                .build());
    }

    private static OptionSpec option(Port port, String name) {
        String label = PortHelp.placeholder(port);
        return Kinds.of(port).takesSeveral()
                ? Options.values(name, label, PortHelp.input(port))
                : Options.value(name, label, PortHelp.input(port));
    }

    private static String list(Help help, String heading, List<OptionSpec> options) {
        List<OptionSpec> shown = options.stream().filter(o -> !o.hidden()).toList();
        if (shown.isEmpty()) {
            return "";
        }
        Help.Layout layout = help.createDefaultLayout(shown, List.of(), help.colorScheme());
        layout.addAllOptions(shown, help.parameterLabelRenderer());
        return "%n%s%n%s".formatted(heading, layout);
    }

    private static Optional<List<String>> given(ParseResult result, List<String> names) {
        List<String> used = names.stream().filter(result::hasMatchedOption).toList();
        if (used.size() > 1) {
            throw Parser.usage(
                    "'%s' and '%s' are the same input; give one of them."
                            .formatted(used.getFirst(), used.getLast()));
        }
        return used.stream().findFirst().map(name -> Options.texts(result, name));
    }
}
