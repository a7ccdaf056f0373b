package dev.vitrine.run;

/// What stacking calls of a model into one gains, as measured on this machine.
///
/// @param size the most calls that are stacked; 1 where it is off because it gains too little
/// @param gain how many times as many calls a thread does in the same time with the best size that
///   was tried, such as 2.3; 1 where stacking gains nothing, or changes what comes out
public record BatchGain(int size, double gain) {
    static final BatchGain NONE = new BatchGain(1, 1);

    /// Whether calls that wait together are stacked.
    public boolean isOn() {
        return size > 1;
    }
}
