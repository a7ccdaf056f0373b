package dev.vitrine.task;

import java.nio.file.Path;
import java.util.OptionalInt;

/// Turns text into the numbers of a vocabulary, and back.
///
/// It may be used from several threads at once, and holds native memory until it is closed.
public interface Tokenizer extends AutoCloseable {
    /// The tokens of a text, with those that its model wants around it.
    ///
    /// @throws RuntimeException with a sentence that says what to do where there are none
    Tokens encode(String text);

    /// The text of tokens, without those that stand for no text.
    ///
    /// @throws RuntimeException with a sentence that says what to do where a number stands for none
    String decode(long... ids);

    @Override
    void close();

    /// What a text becomes; all are of one length.
    ///
    /// @param ids the numbers of the tokens
    /// @param mask 1 for each token of the text, 0 for what only fills up
    /// @param types which text a token belongs to, from 0
    /// @param starts the first character of each token, in code points of the text
    /// @param ends the character behind its last; as the start where a token stands for no text
    record Tokens(long[] ids, long[] mask, long[] types, int[] starts, int[] ends) {
        /// Tokens whose places nobody asks for.
        public Tokens(long[] ids, long[] mask, long[] types) {
            this(ids, mask, types, new int[ids.length], new int[ids.length]);
        }
    }

    /// Which tokenizer a port wants.
    ///
    /// @param file a `tokenizer.json` of Hugging Face's in the model's folder
    /// @param maxLength how many tokens a text has at most, longer ones are cut; as the file says
    ///   where this is empty
    /// @param padded whether shorter texts are filled up to that length
    record Wanted(String file, OptionalInt maxLength, boolean padded) {}

    /// Makes tokenizers of files; implemented by the engine, given to whoever loads models.
    @FunctionalInterface
    interface Opener {
        /// Opens a tokenizer's file.
        ///
        /// @throws RuntimeException with a sentence that says what to do where it cannot be used
        Tokenizer open(Path file, Wanted wanted);
    }
}
