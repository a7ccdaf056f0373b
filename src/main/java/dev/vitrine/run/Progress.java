package dev.vitrine.run;

/// How far a run is.
///
/// @param fraction 0 to 1, or NaN where the end is not known
/// @param message a few words for a person; may be empty
public record Progress(double fraction, String message) {
    static final Progress UNKNOWN = new Progress(Double.NaN, "");
}
