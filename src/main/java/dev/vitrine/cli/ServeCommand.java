package dev.vitrine.cli;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The endpoint alone, until it is told to end.
final class ServeCommand extends PlainCommand {
    private static final String PORT = "--port";
    private static final String HOST = "--host";
    private static final String TOKEN = "--token";

    /// How long the program's end waits for open calls to be told.
    private static final long FAREWELL_SECONDS = 3;

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "Answer calls of the models over HTTP, without a window.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        this,
                        Options.model("1..*"),
                        Options.value(
                                PORT,
                                "N",
                                "The port; 7860 or the next that is free where none is said, and"
                                        + " any that is free for 0."),
                        Options.value(
                                HOST,
                                "ADDRESS",
                                "An address of this machine, or 0.0.0.0 for all: others in the"
                                        + " network are let in there, by a link with a token."),
                        Options.value(
                                TOKEN,
                                "TEXT",
                                "The token of that link; one made at random where none is said."));
        spec.usageMessage()
                .customSynopsis(
                        "vitrine serve MODEL... [--port N] [--host ADDRESS [--token TEXT]]");
        return spec;
    }

    @Override
    int run(ParseResult options, Session session) {
        OptionalInt port = Options.whole(options, PORT, 0, 65_535);
        Optional<String> host = Options.text(options, HOST);
        Optional<String> token = Options.text(options, TOKEN);
        if (token.isPresent() && host.isEmpty()) {
            throw ProblemException.input(
                    Problem.of(
                            "token",
                            "On this machine alone no token is asked; give --host as well, or leave"
                                    + " --token out."));
        }
        CountDownLatch closed = new CountDownLatch(1);
        Thread farewell = farewell(Thread.currentThread(), closed);
        try (Catalog catalog = session.faces().catalog();
                Runner runner = session.faces().runner()) {
            List<Model> models = Options.models(options).stream().map(catalog::open).toList();
            try (Cli.Served served = session.faces().serve(models, runner, port)) {
                Runtime.getRuntime().addShutdownHook(farewell);
                Optional<URI> link = host.map(address -> served.share(address, token));
                announce(models, served, session);
                link.ifPresent(shared -> session.say("Shared in the network by " + shared));
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // the wish for an end, from the shutdown hook or from who called
            }
        } finally {
            closed.countDown();
        }
        return Cli.DONE;
    }

    private static void announce(List<Model> models, Cli.Served served, Session session) {
        session.say("Serving on %s (Ctrl+C ends it).".formatted(served.address()));
        if (models.size() > 1) {
            models.forEach(model ->
                    session.say("  %s  %s".formatted(model.id(), model.signature().title())));
        }
    }

    /// Ctrl+C ends the process by its shutdown hooks, so one of them wakes the command and waits
    /// for it to close what it opened.
    private static Thread farewell(Thread command, CountDownLatch closed) {
        return new Thread(() -> {
            if (closed.getCount() > 0) {
                command.interrupt();
                try {
                    closed.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }
}
