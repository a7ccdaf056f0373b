package dev.vitrine.cli;

import dev.vitrine.model.Model;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The options that commands are made of. Values are read as text, so that what is wrong with one
/// is said in our own sentence.
final class Options {
    static final String HELP = "--help";
    static final String DEBUG = "--debug";

    private static final String EXAMPLE = "--example";
    private static final String MODEL = "MODEL";

    private Options() {}

    /// A command with these options and arguments, and the two that all have.
    static CommandSpec command(Command command, ArgSpec... own) {
        CommandSpec spec = CommandSpec.create().name("vitrine " + command.name());
        spec.usageMessage()
                .description(escaped(command.summary()))
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n")
                .sortOptions(false)
                .width(100);
        for (ArgSpec argument : own) {
            spec.add(argument);
        }
        spec.add(flag(DEBUG, "Where something fails, say where in the program; log more."));
        return spec.add(
                OptionSpec.builder("-h", HELP)
                        .usageHelp(true)
                        .description("Show this and do nothing else.")
                        .build());
    }

    /// An option without a value.
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(escaped(description))
                .build();
    }

    /// An option with a value.
    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(shown(description))
                .build();
    }

    /// An option with a value that may be given several times.
    static OptionSpec values(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(shown(description))
                .build();
    }

    /// What an option was given, once or several times.
    static List<String> texts(ParseResult result, String option) {
        Object value = result.matchedOptionValue(option, List.of());
        return value instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /// The argument that names a model.
    static PositionalParamSpec model(String arity) {
        return PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .index(arity.endsWith("*") ? "0..*" : "0")
                .paramLabel(MODEL)
                .description("A folder, an .onnx file, or the id of a model in the gallery.")
                .build();
    }

    /// The option that picks an example.
    static OptionSpec example(String description) {
        return value(EXAMPLE, "N", description);
    }

    /// The number of the example that was picked, from 1.
    static OptionalInt example(ParseResult result) {
        return whole(result, EXAMPLE, 1, Integer.MAX_VALUE);
    }

    /// The number of the example that was picked, from 1.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the model has no such example
    static OptionalInt example(ParseResult result, Model model) {
        OptionalInt number = example(result);
        int there = model.signature().examples().size();
        if (number.isPresent() && number.getAsInt() > there) {
            throw Parser.usage(
                    there == 0
                            ? "%s has no examples; give its inputs instead.".formatted(model.id())
                            : "There is no example %d; %s has the examples 1 to %d."
                                    .formatted(number.getAsInt(), model.id(), there));
        }
        return number;
    }

    /// The models that were named.
    static List<String> models(ParseResult result) {
        return result.matchedPositionalValue(0, List.<String>of());
    }

    static boolean has(ParseResult result, String flag) {
        return result.hasMatchedOption(flag);
    }

    static Optional<String> text(ParseResult result, String option) {
        return Optional.ofNullable(result.<String>matchedOptionValue(option, null));
    }

    /// A whole number within bounds.
    static OptionalInt whole(ParseResult result, String option, int least, int most) {
        Optional<String> text = text(result, option);
        try {
            OptionalInt number =
                    text.map(t -> OptionalInt.of(Integer.parseInt(t))).orElse(OptionalInt.empty());
            if (number.isEmpty() || least <= number.getAsInt() && number.getAsInt() <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as where it is out of bounds
        }
        throw Parser.usage(
                "'%s' cannot be '%s'; give a whole number %s."
                        .formatted(
                                option,
                                text.orElse(""),
                                most == Integer.MAX_VALUE
                                        ? "from " + least
                                        : "from %d to %d".formatted(least, most)));
    }

    /// A number greater than zero.
    static OptionalDouble positive(ParseResult result, String option) {
        Optional<String> text = text(result, option);
        try {
            OptionalDouble number =
                    text.map(t -> OptionalDouble.of(Double.parseDouble(t)))
                            .orElse(OptionalDouble.empty());
            if (number.isEmpty()
                    || number.getAsDouble() > 0 && Double.isFinite(number.getAsDouble())) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as where it is not positive
        }
        throw Parser.usage(
                "'%s' cannot be '%s'; give a number greater than 0."
                        .formatted(option, text.orElse("")));
    }

    /// Text on one line of a help, where picocli reads `@|` as a colour.
    static String shown(String text) {
        return Session.plain(text).replace("\n", " ").replace("@|", "@ |");
    }

    /// Text around the options of a help, where picocli reads a percent sign as a format too.
    static String escaped(String text) {
        return shown(text).replace("%", "%%");
    }
}
