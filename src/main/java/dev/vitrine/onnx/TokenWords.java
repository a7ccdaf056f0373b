package dev.vitrine.onnx;

import java.util.OptionalInt;

/// The tokenizer that stands beside a model.
///
/// @param file its file
/// @param maxLength how many tokens the model takes at most; empty where nothing says it
/// @param because a sentence on where that is said; empty where it is not
record TokenWords(String file, OptionalInt maxLength, String because) {}
