package dev.vitrine.model.format;

/// Something wrong at a line of a file.
///
/// @param line the line, counted from 1
/// @param message a sentence that says what to do
public record Finding(int line, String message) {}
