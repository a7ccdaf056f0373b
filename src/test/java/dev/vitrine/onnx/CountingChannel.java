package dev.vitrine.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// A channel that knows how much was read of it.
final class CountingChannel implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private long bytesRead;

    CountingChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    long bytesRead() {
        return bytesRead;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int n = channel.read(into);
        bytesRead += Math.max(0, n);
        return n;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException("This channel is read.");
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long offset) throws IOException {
        channel.position(offset);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException("This channel is read.");
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
