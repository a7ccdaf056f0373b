package dev.vitrine.cli;

import dev.vitrine.signature.Nearest;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;
import java.util.Map;

/// picocli with our manners: what was typed is taken as it was typed, and what is wrong with it is
/// said in a sentence.
final class Parser {
    private Parser() {}

    /// Reads all arguments.
    ///
    /// @throws ProblemException where they do not fit
    static ParseResult all(CommandSpec spec, List<String> arguments) {
        return parse(commandLine(spec), arguments);
    }

    /// Reads arguments up to the first that the command does not know.
    ///
    /// @throws ProblemException where those do not fit
    static ParseResult upToUnknown(CommandSpec spec, List<String> arguments) {
        return parse(commandLine(spec).setStopAtUnmatched(true), arguments);
    }

    /// The help of a command.
    static String usage(CommandSpec spec) {
        return commandLine(spec).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static CommandLine commandLine(CommandSpec spec) {
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setTrimQuotes(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setAllowOptionsAsOptionParameters(true);
    }

    private static ParseResult parse(CommandLine line, List<String> arguments) {
        forgotten(line.getCommandSpec(), arguments);
        try {
            return line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw usage(sentence(e));
        }
    }

    /// Refuses `--text --json`, where a value was forgotten; a text that is called like an option
    /// can be given as `--text=--json`.
    private static void forgotten(CommandSpec spec, List<String> arguments) {
        Map<String, OptionSpec> known = spec.optionsMap();
        for (int i = 0; i + 1 < arguments.size(); i++) {
            OptionSpec option = known.get(arguments.get(i));
            if (option != null && option.arity().min() > 0) {
                if (known.containsKey(arguments.get(i + 1))) {
                    throw usage(missing(spec, List.of(option)));
                }
                i++;
            }
        }
    }

    /// Something wrong with the command line itself.
    static ProblemException usage(String sentence) {
        return ProblemException.input(Problem.of("usage", sentence));
    }

    private static String sentence(ParameterException e) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                    unknown(spec, unmatched.getUnmatched().getFirst());
            case MissingParameterException missing -> missing(spec, missing.getMissing());
            case OverwrittenOptionException twice ->
                    "'%s' is given twice; give it once.".formatted(name(twice.getOverwritten()));
            case ParameterException _ when e.getArgSpec() instanceof OptionSpec flag ->
                    "'%s' takes no value; write it alone.".formatted(name(flag));
            default -> "%s; %s.".formatted(e.getMessage(), seeHelp(spec));
        };
    }

    private static String unknown(CommandSpec spec, String argument) {
        if (!argument.startsWith("-") || argument.equals("-")) {
            return "'%s' is one argument too many; %s.".formatted(argument, seeHelp(spec));
        }
        int end = argument.indexOf('=');
        String option = end < 0 ? argument : argument.substring(0, end);
        List<String> shown =
                spec.options().stream()
                        .filter(o -> !o.hidden())
                        .map(OptionSpec::longestName)
                        .toList();
        return Nearest.of(option, shown)
                .map(meant ->
                        "There is no option '%s'; did you mean '%s'?".formatted(option, meant))
                .orElseGet(() -> "There is no option '%s'; %s.".formatted(option, seeHelp(spec)));
    }

    private static String missing(CommandSpec spec, List<ArgSpec> missing) {
        ArgSpec first = missing.getFirst();
        return first.isOption()
                ? "'%s' needs a value; write %s."
                        .formatted(name(first), name(first) + " " + first.paramLabel())
                : "Name a model, as in %s %s.".formatted(spec.name(), first.paramLabel());
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private static String seeHelp(CommandSpec spec) {
        return "%s --help lists what there is".formatted(spec.name());
    }
}
