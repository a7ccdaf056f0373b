package dev.vitrine.cli;

import picocli.CommandLine.Model.CommandSpec;

import java.util.List;

/// One thing the command line does.
interface Command {
    /// The word it is called by.
    String name();

    /// What it does, in one sentence.
    String summary();

    /// Its own options and arguments; a new one each time, for parsing fills it.
    CommandSpec spec();

    /// Reads what stands on the command line beside the command's name and does it.
    ///
    /// @return the exit code
    /// @throws dev.vitrine.signature.ProblemException where it cannot be done
    int run(List<String> arguments, Session session);
}
