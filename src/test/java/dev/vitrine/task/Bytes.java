package dev.vitrine.task;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/// A tokenizer whose tokens are the bytes of UTF-8, so that a character may have four; 256 is a
/// token that stands for no text.
final class Bytes implements Tokenizer {
    static final int END = 256;
    static final int COUNT = 257;

    @Override
    public Tokens encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long[] ids = IntStream.range(0, bytes.length).mapToLong(i -> bytes[i] & 0xff).toArray();
        return new Tokens(ids, new long[ids.length], new long[ids.length]);
    }

    @Override
    public String decode(long... ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long id : ids) {
            if (id != END) {
                bytes.write((int) id);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {}
}
