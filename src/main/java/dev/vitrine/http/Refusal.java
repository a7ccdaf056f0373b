package dev.vitrine.http;

/// A request that is turned down for what it is, not for what it asks of a model.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /// @param status the HTTP status
    /// @param sentence what to do, for whoever wrote the client
    Refusal(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    static Refusal tooLarge(long most) {
        return new Refusal(
                413,
                "The body is larger than the %,d bytes that are taken; send less.".formatted(most));
    }
}
