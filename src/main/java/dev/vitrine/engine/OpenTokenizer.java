package dev.vitrine.engine;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.task.Tokenizer;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/// One opened tokenizer.
final class OpenTokenizer implements Tokenizer {
    private final String title;
    private final HuggingFaceTokenizer tokenizer;

    /// Calls hold it for reading, [#close()] for writing.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    OpenTokenizer(String title, HuggingFaceTokenizer tokenizer) {
        this.title = title;
        this.tokenizer = tokenizer;
    }

    @Override
    public Tokens encode(String text) {
        return use(open -> {
            Encoding tokens = open.encode(whole(text));
            int count = tokens.getIds().length;
            int[] starts = new int[count];
            int[] ends = new int[count];
            @Nullable CharSpan[] places = tokens.getCharTokenSpans();
            for (int i = 0; i < count; i++) {
                CharSpan place = places[i];
                starts[i] = place == null ? 0 : place.getStart();
                ends[i] = place == null ? 0 : place.getEnd();
            }
            return new Tokens(
                    tokens.getIds(), tokens.getAttentionMask(), tokens.getTypeIds(), starts, ends);
        });
    }

    @Override
    public String decode(long... ids) {
        return use(open -> open.decode(ids, true));
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            tokenizer.close();
        } finally {
            use.writeLock().unlock();
        }
    }

    private <T> T use(Function<HuggingFaceTokenizer, T> action) {
        use.readLock().lock();
        try {
            if (tokenizer.isReleased()) {
                throw ProblemException.run(
                        "The tokenizer '%s' is closed; open it again.".formatted(title), null);
            }
            return action.apply(tokenizer);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw ProblemException.run(
                    "The tokenizer '%s' does not take this text: %s; try another."
                            .formatted(title, Sentence.shorten(String.valueOf(e.getMessage()))),
                    e);
        } finally {
            use.readLock().unlock();
        }
    }

    /// Text without halves of characters, for which native code has no form.
    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
