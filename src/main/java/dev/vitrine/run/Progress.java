package dev.vitrine.run;

/// How far a run is.
///
/// @param fraction 0 to 1, or NaN where the end is not known; what lies outside is moved to the
///   nearer end, for a model may say anything
/// @param message a few words for a person; may be empty; a long text is cut
public record Progress(double fraction, String message) {
    private static final int LONGEST = 200;

    public Progress {
        fraction = Math.clamp(fraction, 0.0, 1.0);
        message = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    static final Progress UNKNOWN = new Progress(Double.NaN, "");
}
