package dev.vitrine.http;

import dev.vitrine.http.exchange.RunJson;
import dev.vitrine.run.Memory;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/// What is counted of the runs, whoever asked for them, and of the program; safe to use from any
/// thread.
///
/// Names follow Prometheus' conventions: base units, `_total` behind what only grows, and the names
/// that every client library has for the process.
final class RunMetrics {
    static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    /// From a tiny network to a slow loop.
    private static final double[] SECONDS = {
        .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60
    };

    private final PrometheusRegistry all = new PrometheusRegistry();
    private final Counter runs =
            Counter.builder()
                    .name("vitrine_runs")
                    .help("Runs that have ended, by how they did.")
                    .labelNames("model", "status")
                    .register(all);
    private final Histogram inModel =
            histogram("vitrine_run_seconds", "Time in the model, of runs that are done.");
    private final Histogram waited =
            histogram(
                    "vitrine_run_wait_seconds",
                    "Time from asking to the end outside the model, of runs that are done.");

    private final Gauge batch =
            Gauge.builder()
                    .name("vitrine_batch_size")
                    .help("Calls that wait together and run as one at most, by model.")
                    .labelNames("model")
                    .register(all);
    private final Runner runner;

    /// @param began when the program started
    RunMetrics(Runner runner, Instant began) {
        this.runner = runner;
        gauge("vitrine_queue_length", "Runs that wait for a thread.", runner::waiting);
        gauge(
                "process_resident_memory_bytes",
                "Physical memory of the program, native code included.",
                Memory::resident);
        gauge(
                "jvm_memory_used_bytes",
                "Memory in Java's heap.",
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        gauge(
                "process_start_time_seconds",
                "When the program started, in seconds since 1970.",
                () -> began.toEpochMilli() / 1e3);
        gauge(
                "vitrine_uptime_seconds",
                "How long the program has been running.",
                () -> seconds(Duration.between(began, Instant.now())));
    }

    /// Counts a run that has ended.
    void count(Run run, Duration sinceAsked) {
        String model = run.model().id();
        runs.labelValues(model, RunJson.status(run.state())).inc();
        runner.batching(run.model()).ifPresent(gain -> batch.labelValues(model).set(gain.size()));
        if (run.state() == Run.State.DONE) {
            Duration took = run.took();
            inModel.labelValues(model).observe(seconds(took));
            waited.labelValues(model).observe(Math.max(0, seconds(sinceAsked.minus(took))));
        }
    }

    /// Everything as it is now, in Prometheus' text format.
    byte[] text() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, all.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    private Histogram histogram(String name, String help) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames("model")
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .register(all);
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(all);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
