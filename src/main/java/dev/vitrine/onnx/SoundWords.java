package dev.vitrine.onnx;

import java.util.Map;

/// What somebody wrote on how a sound becomes a tensor.
///
/// @param words the words of a binding
/// @param because what it says, in a sentence
record SoundWords(Map<String, Object> words, String because) {
    SoundWords {
        words = Map.copyOf(words);
    }
}
