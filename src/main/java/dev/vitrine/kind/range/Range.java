package dev.vitrine.kind.range;

/// All numbers from one to another, both inclusive.
///
/// @param low the lower end
/// @param high the upper end
public record Range(double low, double high) {}
