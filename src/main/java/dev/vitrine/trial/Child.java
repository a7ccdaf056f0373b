package dev.vitrine.trial;

import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;
import dev.vitrine.trial.Verdict.Word;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Starts a child process, listens to it, and ends it when its time is over; the only class that
/// starts a process.
final class Child {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MOST_LINES = 100;
    private static final int SIGNAL = 128;
    private static final int KILLED = SIGNAL + 9;

    private final Bounds bounds;
    private final List<String> options;

    /// @param options more options for its Java
    Child(Bounds bounds, List<String> options) {
        this.bounds = bounds;
        this.options = List.copyOf(options);
    }

    Bounds bounds() {
        return bounds;
    }

    /// Tries a model; blocks.
    ///
    /// @param origin its folder or file
    /// @param bytes how large its files are
    /// @throws StoppedException where it was stopped
    Verdict tries(Path origin, long bytes, Stop stop) {
        Process process;
        try {
            process = start(origin);
        } catch (IOException e) {
            LOG.debug("No child process", e);
            return new Verdict(Word.UNABLE, String.valueOf(e.getMessage()));
        }
        try (Stop.Registration _ = stop.onRequest(process::destroyForcibly)) {
            Verdict verdict = listen(process, bounds.load(bytes));
            stop.check();
            return verdict;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path origin) throws IOException {
        return Command.of(
                        options,
                        bounds.memory(),
                        List.of(
                                origin.toAbsolutePath().toString(),
                                Long.toString(bounds.run().toMillis())))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private Verdict listen(Process process, Duration load) throws InterruptedException {
        BlockingQueue<Optional<Verdict>> said = new LinkedBlockingQueue<>();
        Thread.ofPlatform().name("vitrine-trial").daemon().start(() -> hear(process, said));
        Duration patience = START;
        Word last = Word.UNABLE;
        while (true) {
            Optional<Verdict> next = said.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                return Verdict.of(last == Word.STARTED ? Word.HANGS : late(last));
            }
            if (next.isEmpty()) {
                return ended(process, last);
            }
            switch (next.get().word()) {
                case STARTED -> patience = load;
                case LOADED -> patience = bounds.run().plus(GRACE);
                default -> {
                    return next.get();
                }
            }
            last = next.get().word();
        }
    }

    private static Word late(Word last) {
        return last == Word.LOADED ? Word.SLOW : Word.UNABLE;
    }

    /// It has ended without a verdict.
    private static Verdict ended(Process process, Word last) throws InterruptedException {
        boolean over = process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        int code = over ? process.exitValue() : 0;
        if (last == Word.UNABLE) {
            return new Verdict(Word.UNABLE, "Java ended with the exit code %d".formatted(code));
        }
        if (code == KILLED) {
            return Verdict.of(Word.MEMORY);
        }
        return new Verdict(Word.DIED, code > SIGNAL ? "signal %d".formatted(code - SIGNAL) : "");
    }

    /// Hands on what it says; an empty word when it has ended.
    private static void hear(Process process, BlockingQueue<Optional<Verdict>> said) {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new Limited(process.getInputStream()), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(Verdict::read)
                    .flatMap(Optional::stream)
                    .limit(MOST_LINES)
                    .forEach(verdict -> said.add(Optional.of(verdict)));
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("A child process does not speak any more", e);
        } finally {
            said.add(Optional.empty());
        }
    }
}
