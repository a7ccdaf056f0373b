package dev.vitrine.task;

import java.util.Arrays;

/// Makes text of tokens one after the other, without ever showing a part of a character.
///
/// A token may hold half a character, and some vocabularies write the first word of a text in
/// another way than the same word within it. So each token is decoded behind some that were before
/// it, and what that adds to their text is the token's own; what ends in a replacement character
/// waits for the tokens that make it whole. (The same is done in Hugging Face's text-generation
/// server.)
final class Detokenizer {
    /// What decoders put where bytes are no character.
    private static final String REPLACEMENT = "\ufffd";

    /// Tokens that hold no whole character between them hold none at all: one has at most four
    /// bytes.
    private static final int PATIENCE = 8;

    private static final int ROOM = 64;

    private final Tokenizer tokenizer;
    private final StringBuilder text = new StringBuilder();
    private long[] ids;
    private int count;

    /// Where the tokens begin that are decoded, and where those begin whose text is not there yet.
    private int prefix;

    private int read;

    /// @param before tokens that stand before the text
    Detokenizer(Tokenizer tokenizer, long... before) {
        this.tokenizer = tokenizer;
        int from = Math.max(0, before.length - PATIENCE);
        this.ids = Arrays.copyOf(Arrays.copyOfRange(before, from, before.length), ROOM);
        this.count = before.length - from;
        this.read = count;
    }

    /// Takes one more token.
    ///
    /// @return the text so far, of whole characters
    String add(long id) {
        if (count == ids.length) {
            drop();
        }
        ids[count++] = id;
        take(count - read > PATIENCE);
        return text.toString();
    }

    /// The whole text, with what was waiting for more.
    String end() {
        take(true);
        return text.toString();
    }

    private void take(boolean anyway) {
        String known = decode(prefix, read);
        String whole = decode(prefix, count);
        if (anyway || whole.length() > known.length() && !whole.endsWith(REPLACEMENT)) {
            text.append(whole, Math.min(known.length(), whole.length()), whole.length());
            prefix = read;
            read = count;
        }
    }

    private void drop() {
        ids = Arrays.copyOf(Arrays.copyOfRange(ids, prefix, count), count - prefix + ROOM);
        count -= prefix;
        read -= prefix;
        prefix = 0;
    }

    private String decode(int from, int to) {
        return from == to ? "" : tokenizer.decode(Arrays.copyOfRange(ids, from, to));
    }
}
