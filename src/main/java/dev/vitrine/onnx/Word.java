package dev.vitrine.onnx;

/// A word that somebody wrote about a model.
///
/// @param text what it says
/// @param where where it stands, as a sentence says it, such as `README.md (license)`
record Word(String text, String where) {}
