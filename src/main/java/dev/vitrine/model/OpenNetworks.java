package dev.vitrine.model;

import dev.vitrine.task.RunContext;
import dev.vitrine.task.Tokenizer;
import dev.vitrine.task.Tokenizers;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The networks and tokenizers of one model, open while they are wanted and shared by all threads.
///
/// Each use holds a lease on the set that was open when it began. Closing takes the set away from
/// later uses, and the last lease on it closes its networks, so that native memory is neither freed
/// under a run nor kept after it. A failure to open is told to who asked, and tried again by the
/// next.
final class OpenNetworks {
    private static final long PATIENCE_MILLIS = 30;

    private final Map<String, Path> files;
    private final Map<Tokenizer.Wanted, Path> tokenizers;
    private final About about;
    private final Residents residents;

    /// Held while files are opened, so that many first runs open them once.
    private final ReentrantLock opening = new ReentrantLock();

    private @Nullable Opened current;
    private int closes;

    /// @param files the networks' files by their names
    /// @param tokenizers the files of its tokenizers
    /// @param about where they are from, and how large
    /// @param residents who says how long they stay open
    OpenNetworks(
            Map<String, Path> files,
            Map<Tokenizer.Wanted, Path> tokenizers,
            About about,
            Residents residents) {
        this.files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        this.tokenizers = Map.copyOf(tokenizers);
        this.about = about;
        this.residents = residents;
    }

    /// What was opened together.
    ///
    /// @param networks by their names
    /// @param byWish tokenizers by what is wanted of them
    record Open(Map<String, Network> networks, Map<Tokenizer.Wanted, Tokenizer> byWish)
            implements Tokenizers, AutoCloseable {
        Network network(String name) {
            return Objects.requireNonNull(networks.get(name));
        }

        /// The only network, or the first.
        Network main() {
            return networks.values().iterator().next();
        }

        @Override
        public Tokenizer of(Tokenizer.Wanted wanted) {
            Tokenizer tokenizer = byWish.get(wanted);
            return tokenizer == null ? Tokenizers.NONE.of(wanted) : tokenizer;
        }

        @Override
        public void close() {
            networks.values().forEach(Network::close);
            byWish.values().forEach(Tokenizer::close);
        }
    }

    /// What was opened, and who uses it.
    private static final class Opened {
        final Open open;
        int leases;
        boolean retired;

        Opened(Open open) {
            this.open = open;
        }
    }

    /// The file of the only network, or of the first.
    Path main() {
        return files.values().iterator().next();
    }

    /// Whether these are of the same files, under the same names.
    boolean hasFilesOf(OpenNetworks other) {
        return files.equals(other.files) && tokenizers.equals(other.tokenizers);
    }

    /// Does something with the open networks, opening them where they are not.
    ///
    /// @param context hears what takes long, and may ask to end it
    /// @throws RuntimeException with a sentence where they cannot be opened
    <T> T use(RunContext context, Function<Open, T> action) {
        Opened set = lease(context);
        try {
            residents.used(this, about.bytes());
            return action.apply(set.open);
        } finally {
            giveBack(set);
        }
    }

    /// Whether a use would find them open.
    synchronized boolean areOpen() {
        return current != null;
    }

    /// Gives the networks back, as soon as nobody uses them.
    void close() {
        residents.closed(this);
        Opened idle = null;
        synchronized (this) {
            closes++;
            Opened set = current;
            current = null;
            if (set != null) {
                set.retired = true;
                idle = set.leases == 0 ? set : null;
            }
        }
        if (idle != null) {
            idle.open.close();
        }
    }

    private Opened lease(RunContext context) {
        Opened open = tryLease();
        if (open != null) {
            return open;
        }
        await(context.stop());
        try {
            Opened byNow = tryLease();
            if (byNow != null) {
                return byNow;
            }
            int closesBefore;
            synchronized (this) {
                closesBefore = closes;
            }
            Opened fresh = new Opened(openAll(context));
            synchronized (this) {
                fresh.leases++;
                // Closed while it opened: for this use only.
                fresh.retired = closes != closesBefore;
                current = fresh.retired ? null : fresh;
            }
            return fresh;
        } finally {
            opening.unlock();
        }
    }

    /// Waits for whoever opens them now, as long as nobody wants it to end.
    private void await(Stop stop) {
        try {
            do {
                stop.check();
            } while (!opening.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private synchronized @Nullable Opened tryLease() {
        if (current != null) {
            current.leases++;
        }
        return current;
    }

    private void giveBack(Opened set) {
        boolean last;
        synchronized (this) {
            set.leases--;
            last = set.retired && set.leases == 0;
        }
        if (last) {
            set.open.close();
        }
    }

    private Open openAll(RunContext context) {
        Path origin = about.origin().orElseGet(() -> files.values().iterator().next());
        residents.admission().admit(origin, files.values(), context);
        Open open = new Open(new LinkedHashMap<>(), new HashMap<>());
        try {
            files.forEach((name, file) -> open.networks().put(name, residents.opener().open(file)));
            tokenizers.forEach((wanted, file) ->
                    open.byWish().put(wanted, residents.tokenizers().open(file, wanted)));
            return open;
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }
}
