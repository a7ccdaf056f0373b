package dev.vitrine.onnx;

import java.io.IOException;

/// Bytes that cannot be read as the message they should be.
final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final long needed;

    /// What is wrong with the bytes.
    enum Kind {
        /// They are no protobuf, or another one.
        MALFORMED,
        /// The file ends before what it declares.
        CUT_OFF,
        /// There is more of them than is read.
        TOO_MUCH
    }

    private WireException(Kind kind, String message, long needed) {
        super(message);
        this.kind = kind;
        this.needed = needed;
    }

    static WireException malformed(String message) {
        return new WireException(Kind.MALFORMED, message, 0);
    }

    /// @param needed the least size at which the file would be whole so far
    static WireException cutOff(long needed) {
        return new WireException(Kind.CUT_OFF, "needs %d bytes".formatted(needed), needed);
    }

    /// @param message how much there is, as a sentence says it after "declares"
    static WireException tooMuch(String message) {
        return new WireException(Kind.TOO_MUCH, message, 0);
    }

    Kind kind() {
        return kind;
    }

    /// The least size at which a cut off file would be whole so far.
    long needed() {
        return needed;
    }
}
