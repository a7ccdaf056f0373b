package dev.vitrine.cli;

import picocli.CommandLine.ParseResult;

import java.util.List;

/// A command whose options do not depend on a model.
abstract class PlainCommand implements Command {
    @Override
    public final int run(List<String> arguments, Session session) {
        ParseResult options = Parser.all(spec(), arguments);
        if (options.isUsageHelpRequested()) {
            session.out().print(Parser.usage(spec()));
            return Cli.DONE;
        }
        return run(options, session);
    }

    /// Does it.
    ///
    /// @return the exit code
    abstract int run(ParseResult options, Session session);
}
