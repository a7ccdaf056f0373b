package dev.vitrine.kind.audio;

/// Why bytes are no sound that can be taken.
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String type;

    Unreadable(String type, String message) {
        super(message);
        this.type = type;
    }

    /// `audio_decode` or `audio_too_long`.
    public String type() {
        return type;
    }
}
