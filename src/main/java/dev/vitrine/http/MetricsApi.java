package dev.vitrine.http;

import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Lasting;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// `/metrics`, for Prometheus and whatever else reads its text.
///
/// The library takes a tenth of a second to begin, so it does when the first run is asked for, away
/// from the thread that asks.
final class MetricsApi implements Protocol, Lasting {
    private final Runner runner;
    private final Instant began =
            ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    private final Run.Watching watching;
    private final CompletableFuture<RunMetrics> metrics = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    MetricsApi(Runner runner) {
        this.runner = runner;
        this.watching = runner.onSubmit(this::follow);
    }

    @Override
    public void routes(RoutesConfig routes) {
        Protocol.get(routes, "/metrics", this::answer);
    }

    @Override
    public void close() {
        watching.close();
    }

    private void answer(Context context) {
        Answers.text(context, RunMetrics.MEDIA_TYPE, metrics().join().text());
    }

    private void follow(Run run) {
        CompletableFuture<RunMetrics> ready = metrics();
        AtomicBoolean counted = new AtomicBoolean();
        run.watch(r -> {
            if (r.state().isFinal() && counted.compareAndSet(false, true)) {
                Duration all = Duration.between(r.asked(), Instant.now());
                ready.thenAccept(m -> m.count(r, all));
            }
        });
    }

    private CompletableFuture<RunMetrics> metrics() {
        if (begun.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> metrics.complete(new RunMetrics(runner, began)));
        }
        return metrics;
    }
}
