package dev.vitrine.run;

import java.time.Duration;
import java.util.Optional;

/// Where a run stands that waits for a thread.
///
/// @param position runs that will begin up to it, itself included, so 1 is the next; it falls as
///   others begin or leave, and grows only where another caller comes, whose turn is earlier
/// @param size runs that wait in all
/// @param eta how long until it begins, from how long runs of the same models took; nothing while
///   one of those before it is of a model that has not run to its end yet
public record QueuePlace(int position, int size, Optional<Duration> eta) {}
