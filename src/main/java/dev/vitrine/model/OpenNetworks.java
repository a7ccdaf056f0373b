package dev.vitrine.model;

import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The networks of one model, open while they are wanted and shared by all threads.
///
/// Each use holds a lease on the set that was open when it began. Closing takes the set away from
/// later uses, and the last lease on it closes its networks, so that native memory is neither freed
/// under a run nor kept after it. A failure to open is told to who asked, and tried again by the
/// next.
final class OpenNetworks {
    private static final long PATIENCE_MILLIS = 30;

    private final Map<String, Path> files;
    private final About about;
    private final Residents residents;

    /// Held while files are opened, so that many first runs open them once.
    private final ReentrantLock opening = new ReentrantLock();

    private @Nullable Opened current;
    private int closes;

    /// @param files the networks' files by their names
    /// @param about where they are from, and how large
    /// @param residents who says how long they stay open
    OpenNetworks(Map<String, Path> files, About about, Residents residents) {
        this.files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        this.about = about;
        this.residents = residents;
    }

    /// Networks that were opened together.
    private static final class Opened {
        final Map<String, Network> byName;
        int leases;
        boolean retired;

        Opened(Map<String, Network> byName) {
            this.byName = Collections.unmodifiableMap(byName);
        }
    }

    /// The file of the only network, or of the first.
    Path main() {
        return files.values().iterator().next();
    }

    /// Whether these are of the same files, under the same names.
    boolean hasFilesOf(OpenNetworks other) {
        return files.equals(other.files);
    }

    /// Does something with the open networks, opening them where they are not.
    ///
    /// @param context hears what takes long, and may ask to end it
    /// @throws RuntimeException with a sentence where they cannot be opened
    <T> T use(RunContext context, Function<Map<String, Network>, T> action) {
        Opened set = lease(context);
        try {
            residents.used(this, about.bytes());
            return action.apply(set.byName);
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
            closeAll(idle.byName);
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
            closeAll(set.byName);
        }
    }

    private Map<String, Network> openAll(RunContext context) {
        Path origin = about.origin().orElseGet(() -> files.values().iterator().next());
        residents.admission().admit(origin, files.values(), context);
        Map<String, Network> byName = new LinkedHashMap<>();
        try {
            files.forEach((name, file) -> byName.put(name, residents.opener().open(file)));
            return byName;
        } catch (RuntimeException | Error e) {
            closeAll(byName);
            throw e;
        }
    }

    private static void closeAll(Map<String, Network> byName) {
        byName.values().forEach(Network::close);
    }
}
