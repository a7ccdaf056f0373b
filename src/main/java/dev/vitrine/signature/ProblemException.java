package dev.vitrine.signature;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Work that could not be done, and why, in sentences for the person who asked for it.
///
/// What is not a `ProblemException` (or a [dev.vitrine.tensor.StoppedException]) is a defect of the
/// program.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Whose move it is; faces make exit codes and HTTP statuses of it.
    public enum Fault {
        /// What was given does not fit the signature or the command line.
        INPUT,
        /// What was asked for does not exist.
        ABSENT,
        /// What was given is larger than what is taken.
        TOO_LARGE,
        /// The model, or what stands beside it, cannot be read.
        MODEL,
        /// The run failed.
        RUN,
        /// There is no room now; try again.
        BUSY,
        /// The machine or its surroundings refuse: a port taken, no display, a folder that cannot
        /// be written.
        SYSTEM
    }

    private final Fault fault;
    private final transient List<Problem> problems;
    private final transient @Nullable Duration retryAfter;

    public ProblemException(Fault fault, List<Problem> problems, @Nullable Throwable cause) {
        this(fault, problems, cause, null);
    }

    private ProblemException(
            Fault fault,
            List<Problem> problems,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")), cause);
        this.fault = fault;
        this.problems = List.copyOf(problems);
        this.retryAfter = retryAfter;
    }

    public ProblemException(Fault fault, Problem problem) {
        this(fault, List.of(problem), null);
    }

    /// What was given does not fit.
    public static ProblemException input(Problem problem) {
        return new ProblemException(Fault.INPUT, problem);
    }

    /// The model cannot be read.
    public static ProblemException model(String message) {
        return new ProblemException(Fault.MODEL, Problem.of("model", message));
    }

    /// The run failed.
    public static ProblemException run(String message, @Nullable Throwable cause) {
        return new ProblemException(Fault.RUN, List.of(Problem.of("run", message)), cause);
    }

    /// There is no room now.
    ///
    /// @param retryAfter how long until there may be
    public static ProblemException busy(Problem problem, Duration retryAfter) {
        return new ProblemException(Fault.BUSY, List.of(problem), null, retryAfter);
    }

    public Fault fault() {
        return fault;
    }

    /// How long until the same may succeed, where that is known.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /// What is wrong, one or more.
    public List<Problem> problems() {
        return problems;
    }
}
