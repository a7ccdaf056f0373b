package dev.vitrine.window;

import dev.vitrine.run.Run;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/// What the output side of a demo shows at one moment.
///
/// @param phase where the newest run is
/// @param outputs the values to show; none where there are none
/// @param inputs what these came of
/// @param partial whether these are not final
/// @param stale whether the inputs have changed since
/// @param problems what is wrong with the inputs, or why the newest run failed
/// @param run the newest run; null before the first
record Outcome(
        Phase phase,
        Values outputs,
        Values inputs,
        boolean partial,
        boolean stale,
        List<Problem> problems,
        @Nullable Run run) {
    /// Where the newest run is.
    enum Phase {
        /// Nothing has run.
        EMPTY,
        /// It is under way; what is shown is older, or partial.
        RUNNING,
        /// What is shown came of it.
        RESULT,
        /// It was stopped; what is shown is older, partial, or nothing.
        STOPPED,
        /// It failed.
        FAILED
    }

    private static final Duration QUICK = Duration.ofSeconds(1);

    /// Before the first run.
    static final Outcome NOTHING =
            new Outcome(Phase.EMPTY, Values.NONE, Values.NONE, false, false, List.of(), null);

    Outcome {
        problems = List.copyOf(problems);
    }

    /// A run that is done or has failed.
    static Outcome of(Run past) {
        return past.outputs()
                .map(all -> NOTHING.shows(all, past.inputs(), Phase.RESULT, past))
                .orElseGet(() -> past.failure().map(NOTHING::failed).orElse(NOTHING));
    }

    /// The same outputs while this run is under way.
    Outcome running(Run newest) {
        return new Outcome(Phase.RUNNING, outputs, inputs, false, stale, List.of(), newest);
    }

    Outcome partly(Values some, Run newest) {
        return new Outcome(Phase.RUNNING, some, newest.inputs(), true, false, List.of(), newest);
    }

    /// The outputs of one run.
    ///
    /// @param of what they came of
    Outcome shows(Values all, Values of, Phase now, @Nullable Run newest) {
        return new Outcome(now, all, of, false, false, List.of(), newest);
    }

    Outcome stopped() {
        return new Outcome(Phase.STOPPED, outputs, inputs, partial, stale, List.of(), run);
    }

    /// A run that failed. Only where inputs are at fault are the problems about ports that a person
    /// can change here.
    Outcome failed(ProblemException why) {
        return failed(
                why.fault() == ProblemException.Fault.INPUT
                        ? why.problems()
                        : why.problems().stream()
                                .map(p -> Problem.of(p.type(), p.message()))
                                .toList());
    }

    private Outcome failed(List<Problem> why) {
        return new Outcome(Phase.FAILED, Values.NONE, Values.NONE, false, false, why, run);
    }

    Outcome withProblems(List<Problem> all) {
        return new Outcome(phase, outputs, inputs, partial, stale, all, run);
    }

    /// What is left of it when an input changes: what was wrong with that input is out of date, and
    /// so is a failure of which nothing else is known.
    Outcome without(Predicate<String> changed) {
        List<Problem> left =
                problems.stream()
                        .filter(p -> p.port().isEmpty() || !changed.test(p.port()))
                        .toList();
        return phase == Phase.FAILED && left.isEmpty() ? NOTHING : withProblems(left);
    }

    Outcome withStale(boolean now) {
        return new Outcome(phase, outputs, inputs, partial, now, problems, run);
    }

    /// What is wrong with this input, as the last attempt to run said it.
    List<Problem> problemsOf(String port) {
        return problems.stream().filter(p -> p.port().equals(port)).toList();
    }

    /// Whether what is shown came of a run so short that another costs nobody anything.
    static boolean isQuick(Outcome outcome) {
        Run run = outcome.run();
        return run != null && run.took().compareTo(QUICK) < 0;
    }

    boolean hasOutputs() {
        return !outputs.names().isEmpty();
    }
}
