package dev.vitrine.window;

import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Secrets;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/// A run that has ended, in the words of one row; values are walked through, so make it in the
/// background.
///
/// @param time when it was asked for
/// @param origin the face it came from
/// @param inputs what went in, on one line
/// @param outputs what came out on one line, or why nothing did
/// @param took its time in the model
/// @param failed whether it gave no outputs
record PastRun(
        Run run,
        String time,
        String origin,
        String inputs,
        String outputs,
        String took,
        boolean failed) {
    /// Characters of one value, past which a row says no more than the list has room for.
    private static final int LONGEST = 120;

    /// Says nothing of a secret, not even how long it is.
    private static final String HIDDEN = "••••••";

    static PastRun of(Run run, ZoneId zone) {
        var signature = run.model().signature();
        boolean failed = run.outputs().isEmpty();
        return new PastRun(
                run,
                Elapsed.clock(run.asked(), zone),
                name(run.origin()),
                line(signature.inputs(), run.inputs()),
                run.outputs()
                        .map(values -> line(signature.outputs(), values))
                        .or(() -> run.failure().map(PastRun::sentence))
                        .orElse(""),
                Elapsed.text(run.took()),
                failed);
    }

    /// What a screen reader says of the row.
    String words() {
        return "%s, %s, %s, %s: %s, %s"
                .formatted(time, origin, inputs, failed ? "failed" : "gave", outputs, took);
    }

    private static String sentence(ProblemException why) {
        return why.problems().getFirst().message();
    }

    private static String line(List<Port> ports, Values values) {
        return ports.stream()
                .flatMap(port -> values.find(port.name()).map(v -> text(port, v)).stream())
                .collect(Collectors.joining(" · "));
    }

    private static String text(Port port, Object value) {
        if (Secrets.isSecret(port)) {
            return HIDDEN;
        }
        String text = Kinds.text(port, value).strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }

    private static String name(Origin origin) {
        return switch (origin) {
            case WINDOW -> "window";
            case HTTP -> "HTTP";
            case COMMAND_LINE -> "command line";
            case MCP -> "MCP";
            case SELF_TEST -> "self-test";
        };
    }
}
