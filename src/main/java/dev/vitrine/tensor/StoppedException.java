package dev.vitrine.tensor;

/// A run ended because its [Stop] was requested, not because anything went wrong.
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("The run was stopped.", null, false, false);
    }
}
