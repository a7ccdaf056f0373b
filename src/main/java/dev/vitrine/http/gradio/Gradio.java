package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.Files;
import dev.vitrine.http.exchange.Calls;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Lasting;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Caller;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Values;

import io.javalin.http.Context;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The models as a Gradio app, for Gradio's own clients: what its protocols share.
///
/// Every call is decoded, checked and submitted as one over REST; only the forms are Gradio's.
public final class Gradio implements Lasting {
    private static final long TIDY_SECONDS = 20;

    private final Runner runner;
    private final Calls calls;
    private final long maxBody;
    private final GradioFunctions functions;
    private final GradioFiles files = new GradioFiles();
    private final GradioEvents events = new GradioEvents();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("vitrine-gradio-timer").factory());
    private volatile boolean closing;

    /// @param maxBody bytes that an upload may have
    public Gradio(Catalog catalog, Runner runner, Calls calls, long maxBody) {
        this.runner = runner;
        this.calls = calls;
        this.maxBody = maxBody;
        this.functions = new GradioFunctions(catalog);
        var unused =
                timer.scheduleWithFixedDelay(
                        () -> {
                            files.tidy();
                            events.tidy();
                        },
                        TIDY_SECONDS,
                        TIDY_SECONDS,
                        TimeUnit.SECONDS);
    }

    /// What it answers.
    public List<Protocol> protocols() {
        return List.of(
                new LoginApi(),
                new GradioAppApi(this),
                new GradioFilesApi(files),
                new GradioQueueApi(this),
                new GradioCallApi(this));
    }

    GradioFunctions functions() {
        return functions;
    }

    GradioEvents events() {
        return events;
    }

    /// Runs that wait for a thread.
    int waiting() {
        return runner.waiting();
    }

    /// Bytes that an upload may have.
    long maxFileSize() {
        return maxBody;
    }

    boolean isClosing() {
        return closing;
    }

    /// The files as the client of a request sees them.
    Files files(Context context) {
        return files.at(Client.root(context));
    }

    /// Decodes the inputs of a call, asks for its run, and notes both.
    Run submit(Context context, Model model, Supplier<Values> inputs) {
        Caller caller = Client.caller(context.req());
        return calls.noting(caller, model.id(), () -> runner.submit(model, inputs.get(), caller));
    }

    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
        events.close();
        files.close();
    }
}
