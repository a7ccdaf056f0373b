package dev.vitrine.http.exchange;

import dev.vitrine.run.Run;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Runs whose clients did not wait, by ids that nobody can guess; safe to use from any thread.
///
/// What has ended makes room for what comes, the oldest end first; what goes on does not, so that
/// only so many may go on at once.
public final class KeptRuns implements Lasting {
    private static final int MOST_RUNS = 100;
    private static final long MOST_BYTES = 64L << 20;

    /// Those that ended in the order of their ends.
    private final SequencedMap<String, Run> ended = new LinkedHashMap<>();

    private final Map<String, Run> going = new LinkedHashMap<>();
    private final int mostRuns;
    private final long mostBytes;

    public KeptRuns() {
        this(MOST_RUNS, MOST_BYTES);
    }

    /// @param mostRuns runs that are kept
    /// @param mostBytes bytes of their values together; one run that alone has more is kept too
    public KeptRuns(int mostRuns, long mostBytes) {
        this.mostRuns = mostRuns;
        this.mostBytes = mostBytes;
    }

    /// Keeps a run.
    ///
    /// @return its id
    /// @throws ProblemException where too many go on already; the run is stopped then
    public String keep(Run run) {
        String id = RandomId.next();
        keep(id, run);
        return id;
    }

    /// Keeps a run under an id of its own.
    ///
    /// @throws ProblemException where too many go on already; the run is stopped then
    public void keep(String id, Run run) {
        synchronized (this) {
            if (!hasRoomFor(run)) {
                run.stop();
                throw new ProblemException(
                        Fault.BUSY,
                        Problem.of(
                                "runs_full",
                                "%d runs that nobody waits for go on already; try again when some have ended."
                                        .formatted(going.size())));
            }
            going.put(id, run);
            trim();
        }
        run.watch(r -> {
            if (r.state().isFinal()) {
                end(id);
            }
        });
    }

    /// Whether a run is kept still.
    public synchronized boolean has(String id) {
        return going.containsKey(id) || ended.containsKey(id);
    }

    /// Gives a run to somebody who waits for it, and keeps it no longer; nothing where it is not
    /// kept, or not any more.
    public synchronized Optional<Run> take(String id) {
        Run run = going.remove(id);
        return Optional.ofNullable(run == null ? ended.remove(id) : run);
    }

    /// @throws ProblemException where there is none
    public synchronized Run run(String id) {
        Run run = going.getOrDefault(id, ended.get(id));
        if (run == null) {
            throw new ProblemException(
                    Fault.ABSENT,
                    Problem.of(
                            "run",
                            "There is no such run; the last %d are kept, so start it again."
                                    .formatted(mostRuns)));
        }
        return run;
    }

    /// Stops a run that goes on, and forgets one that has ended.
    ///
    /// @throws ProblemException where there is none
    public Run delete(String id) {
        Run run;
        synchronized (this) {
            run = run(id);
            if (ended.remove(id) != null) {
                return run;
            }
        }
        run.stop();
        return run;
    }

    /// Stops whatever goes on.
    @Override
    public void close() {
        List<Run> all;
        synchronized (this) {
            all = List.copyOf(going.values());
        }
        all.forEach(Run::stop);
    }

    private synchronized void end(String id) {
        Run run = going.remove(id);
        if (run != null) {
            ended.put(id, run);
            trim();
        }
    }

    private boolean hasRoomFor(Run run) {
        return going.isEmpty()
                || going.size() < mostRuns && bytes(going) + run.weight() <= mostBytes;
    }

    private void trim() {
        long bytes = bytes(going) + bytes(ended);
        // The newest is kept whatever it weighs, for its client has had no time to fetch it.
        while (ended.size() > 1 && (ended.size() + going.size() > mostRuns || bytes > mostBytes)) {
            bytes -= ended.pollFirstEntry().getValue().weight();
        }
    }

    private static long bytes(Map<String, Run> runs) {
        return runs.values().stream().mapToLong(Run::weight).sum();
    }
}
