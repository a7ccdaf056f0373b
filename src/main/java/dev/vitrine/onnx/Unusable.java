package dev.vitrine.onnx;

/// Something another tool wrote that cannot be meant, or cannot be carried here.
final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// @param reason why, as a sentence says it after a colon
    Unusable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
