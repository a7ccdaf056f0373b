package dev.vitrine.trial;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The beginning of a stream: what a process says that may say anything.
final class Limited extends FilterInputStream {
    private static final int MOST_BYTES = 64 << 10;

    private int left = MOST_BYTES;

    Limited(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return left-- > 0 ? super.read() : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = left > 0 ? super.read(into, from, Math.min(left, length)) : -1;
        left -= Math.max(0, n);
        return n;
    }
}
