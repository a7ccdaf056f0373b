package dev.vitrine.http.exchange;

/// A request that is turned down for what it is, not for what it asks of a model.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /// @param status the HTTP status
    /// @param sentence what to do, for whoever wrote the client
    public Refusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public static Refusal tooLarge(long most) {
        return new Refusal(
                413,
                "The body is larger than the %,d bytes that are taken; send less.".formatted(most));
    }
}
