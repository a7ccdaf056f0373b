package dev.vitrine.cli;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Failure;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.StoppedException;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The command line: reads the arguments, runs one command, and says with a number how it went.
///
/// Nothing is loaded before it is needed: a mistake in the arguments costs neither an engine, a
/// server nor a toolkit.
public final class Cli {
    /// All went well.
    public static final int DONE = 0;

    /// The model could not be read, the run failed, or the machine refused.
    public static final int FAILED = 1;

    /// The command line or an input value was wrong.
    public static final int WRONG = 2;

    /// What the command line starts and does not know: whoever composes the program hands it over
    /// as functions.
    public interface Faces {
        /// The models at hand; the caller closes it.
        Catalog catalog();

        /// What runs them; the caller closes it.
        Runner runner();

        /// Whether a window could be shown.
        boolean hasDisplay();

        /// Shows the window until it is closed.
        ///
        /// @param model a folder, a file or an id to begin with
        /// @throws ProblemException [#noDisplay] where the display that is named does not answer
        void window(Catalog catalog, Runner runner, Optional<String> model);

        /// Starts the endpoint for these models and no others.
        ///
        /// @param port the port to take; the usual one, or the next that is free, where none is
        ///   said
        /// @throws ProblemException where the port is taken
        Served serve(List<Model> models, Runner runner, OptionalInt port);

        /// Speaks the Model Context Protocol over standard input and `out` until that input ends: a
        /// tool for each of these models.
        void mcp(List<Model> models, Runner runner, PrintStream out);

        /// Draws a model's page.
        ///
        /// @return a PNG
        /// @throws ProblemException where it cannot be drawn
        byte[] shot(Model model, Runner runner, Picture picture);

        /// Draws the page of all models.
        ///
        /// @return a PNG
        byte[] gallery(Catalog catalog, Picture picture);
    }

    /// An endpoint at work.
    public interface Served extends AutoCloseable {
        /// Where it answers.
        URI address();

        /// Answers at an address that others reach too, to those who bring a token.
        ///
        /// @param host one of this machine's addresses, or `0.0.0.0` for all
        /// @param token what they have to bring; one made at random where it is not said
        /// @return the address with the token
        /// @throws ProblemException where the machine has no such address, where it has no free
        ///   port, or where a link cannot carry the token
        URI share(String host, Optional<String> token);

        @Override
        void close();
    }

    /// What a picture is to look like; what is not said is the painter's choice.
    ///
    /// @param size width and height in logical pixels
    /// @param scale pixels of the picture for each logical one
    /// @param dark whether the dark theme is used
    /// @param example the number of the example to show, from 1
    /// @param only the input or output to show without the page around it
    public record Picture(
            Optional<Size> size,
            OptionalDouble scale,
            boolean dark,
            OptionalInt example,
            Optional<String> only) {}

    /// A size in logical pixels.
    public record Size(int width, int height) {}

    private static final Command WINDOW = new WindowCommand();

    /// The commands that have a word of their own, in the order of the help.
    static final List<Command> COMMANDS =
            List.of(
                    new PredictCommand(),
                    new ServeCommand(),
                    new ShotCommand(),
                    new DescribeCommand(),
                    new CheckCommand(),
                    new McpCommand());

    private Cli() {}

    /// Runs what the arguments ask for; blocks until it has ended.
    ///
    /// @param out takes the answer and nothing else
    /// @param err takes everything else
    /// @return the exit code: [#DONE], [#FAILED] or [#WRONG]
    public static int run(List<String> arguments, Faces faces, PrintStream out, PrintStream err) {
        Session session = new Session(faces, out, err);
        if (arguments.contains(Options.DEBUG)) {
            // read when the first logger is asked for, which is after this
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
        }
        try {
            return dispatch(arguments, session);
        } catch (ProblemException e) {
            session.say(String.valueOf(e.getMessage()));
            trace(e, arguments, err);
            return exitCode(e.fault());
        } catch (StoppedException e) {
            session.say("The run was stopped.");
            return FAILED;
        } catch (OutOfMemoryError e) {
            session.say(Failure.NO_MEMORY);
            trace(e, arguments, err);
            return FAILED;
        } catch (RuntimeException | Error e) {
            session.say(
                    "Vitrine itself failed (%s); start it again with --debug and report what it says."
                            .formatted(e));
            trace(e, arguments, err);
            return FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// The command line of a program that has one model: the same words without the model, which is
    /// put where the commands expect it.
    public static List<String> withModel(String model, List<String> arguments) {
        int command = command(arguments);
        int place = command + 1;
        if (place < arguments.size() && arguments.get(place).equals(model)) {
            return arguments;
        }
        List<String> all = new ArrayList<>(arguments);
        all.add(place, model);
        return all;
    }

    /// What is said where a window cannot be shown.
    public static ProblemException noDisplay(@Nullable Throwable cause) {
        String sentence =
                "There is no display for the window; vitrine shot makes a picture, vitrine serve"
                        + " answers over HTTP and vitrine predict runs once, all without one.";
        return new ProblemException(
                Fault.SYSTEM, List.of(Problem.of("no_display", sentence)), cause);
    }

    /// The exit code that says whose move it is.
    static int exitCode(Fault fault) {
        return switch (fault) {
            case INPUT, ABSENT, TOO_LARGE -> WRONG;
            case MODEL, RUN, BUSY, SYSTEM -> FAILED;
        };
    }

    private static int dispatch(List<String> arguments, Session session) {
        int word = command(arguments);
        if (word < 0) {
            return WINDOW.run(arguments, session);
        }
        List<String> rest = new ArrayList<>(arguments);
        String name = rest.remove(word);
        return COMMANDS.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run(rest, session);
    }

    /// Where the name of a command stands: it is the first argument that is no option; -1 where
    /// there is none.
    private static int command(List<String> arguments) {
        List<String> names = COMMANDS.stream().map(Command::name).toList();
        return IntStream.range(0, arguments.size())
                .filter(i -> !arguments.get(i).startsWith("-"))
                .limit(1)
                .filter(i -> names.contains(arguments.get(i)))
                .findFirst()
                .orElse(-1);
    }

    private static void trace(Throwable thrown, List<String> arguments, PrintStream err) {
        if (arguments.contains(Options.DEBUG)) {
            thrown.printStackTrace(err);
        }
    }
}
