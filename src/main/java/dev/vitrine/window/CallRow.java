package dev.vitrine.window;

import dev.vitrine.run.Caller;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.EndpointCall.Ending;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// A call of the endpoint in the words of one row, as it was when somebody looked.
///
/// @param time when it came in
/// @param client who made it: the program, and where from unless that is this machine
/// @param model the model it asks for
/// @param status where it is, or how it ended
/// @param outcome the same for filters and colours
/// @param took the time from the request to the answer's last byte, or so far
/// @param received bytes of the request's body; -1 while it goes on
/// @param sent bytes of the answer's body; -1 while it goes on
record CallRow(
        EndpointCall call,
        String time,
        String client,
        String model,
        String status,
        Outcome outcome,
        Duration took,
        long received,
        long sent) {
    /// What became of a call.
    enum Outcome {
        UNDER_WAY("Under way"),
        ANSWERED("Answered"),
        FAILED("Failed");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final int FIRST_ERROR = 400;

    static CallRow of(EndpointCall call, ZoneId zone) {
        Optional<Ending> ending = call.ending();
        return new CallRow(
                call,
                Elapsed.clock(call.asked(), zone),
                client(call.caller()),
                call.model(),
                ending.map(e -> ended(call, e)).orElseGet(() -> underWay(call.run())),
                ending.map(e -> e.status() < FIRST_ERROR ? Outcome.ANSWERED : Outcome.FAILED)
                        .orElse(Outcome.UNDER_WAY),
                call.took(),
                ending.map(Ending::received).orElse(-1L),
                ending.map(Ending::sent).orElse(-1L));
    }

    /// What a screen reader says of the row.
    String words() {
        return "%s, %s, %s, %s, %s".formatted(time, client, model, status, Elapsed.text(took));
    }

    /// A number of bytes as a person reads it at a glance; empty where it is not known.
    static String size(long bytes) {
        if (bytes < 0) {
            return "";
        }
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double kilo = bytes / 1_000.0;
        return kilo < 999.5
                ? String.format(Locale.ROOT, kilo < 9.95 ? "%.1f kB" : "%.0f kB", kilo)
                : String.format(Locale.ROOT, "%.1f MB", kilo / 1_000);
    }

    private static String client(Caller caller) {
        String program = caller.agent().isBlank() ? "unnamed program" : caller.agent();
        boolean here = caller.address().startsWith("127.") || caller.address().contains(":1");
        return here ? program : program + " at " + caller.address();
    }

    private static String ended(EndpointCall call, Ending ending) {
        return ending.status()
                + switch (ending.status()) {
                    case 200 -> " OK";
                    case 202 -> " accepted";
                    case 404 -> " not found";
                    case 406 -> " no such form";
                    case 413 -> " too large";
                    case 415 -> " wrong type";
                    case 422 -> " does not fit";
                    case 503 -> call.complaint().isEmpty() ? " stopped" : " busy";
                    default -> ending.status() < FIRST_ERROR ? "" : " failed";
                };
    }

    private static String underWay(Optional<Run> run) {
        return run.flatMap(Run::place)
                .map(CallRow::waits)
                .orElseGet(() ->
                        switch (run.map(Run::state).orElse(Run.State.QUEUED)) {
                            case QUEUED -> "reading";
                            case LOADING -> "loading";
                            case RUNNING -> "running";
                            case DONE, FAILED, STOPPED -> "answering";
                        });
    }

    private static String waits(QueuePlace place) {
        return "waiting, %d of %d".formatted(place.position(), place.size());
    }
}
