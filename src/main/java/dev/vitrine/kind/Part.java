package dev.vitrine.kind;

/// One of the media that a value is made of.
///
/// @param caption words that belong to it; may be empty
/// @param media what is seen or heard
public record Part(String caption, Media media) {}
