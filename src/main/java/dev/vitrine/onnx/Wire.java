package dev.vitrine.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/// Protocol Buffers' wire format, read from a channel one field at a time.
///
/// Nothing is read that nobody asks for: skipping is a seek, so gigabytes of weights cost nothing.
/// Every length is held against the message around it and the size of the file; nesting, the number
/// of fields and the memory for what is read are bounded, so that no file takes more than a second
/// or two, a small one no more than 64 MB, and the largest no more than some hundred.
///
/// @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
final class Wire {
    /// How deep messages nest at most: protobuf's own default.
    static final int MAX_DEPTH = 100;

    private static final long MAX_FIELDS = 50_000_000;

    /// The memory that reading may take: this much, and eight times the file, since the graph of a
    /// large network takes that. A small file of nothing but empty messages would take a hundred
    /// times its size.
    private static final long LEAST_BUDGET = 44L << 20;

    private static final long MOST_BUDGET = 512L << 20;

    /// Roughly what Java needs for a message and for a text, beside the text itself.
    private static final int MESSAGE_BYTES = 216;

    private static final int TEXT_BYTES = 128;

    /// No file is a petabyte long; a length beyond that is damage, not what was cut off.
    private static final long MAX_LENGTH = 1L << 50;

    private static final int MAX_NAME_BYTES = 64 << 10;

    /// How much is read at once: little behind a seek, since the next is near, then more each time.
    private static final int LEAST_READ = 256;

    private static final int MOST_READ = 16 << 10;

    private static final byte[] NO_BYTES = {};

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(MOST_READ).limit(0);

    /// The offset in the file of the first byte of the buffer.
    private long base;

    private int toRead = LEAST_READ;

    /// Where the message being read ends.
    private long end;

    private int depth;
    private long fields;
    private long budget;

    /// The wire type of the field whose value was not read yet, or -1.
    private int pending = -1;

    /// Called once for each field of a message; a value it does not read is skipped.
    @FunctionalInterface
    interface Handler {
        /// A field of this number comes next.
        void field(int number) throws IOException;
    }

    Wire(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.end = size;
        this.budget = Math.min(LEAST_BUDGET + 8 * Math.min(size, MOST_BUDGET), MOST_BUDGET);
    }

    /// Reads the fields of the outermost message, the whole file.
    void document(Handler handler) throws IOException {
        fields(handler);
    }

    /// Reads the fields of the message in this field.
    void message(Handler handler) throws IOException {
        long inner = delimited();
        long outer = end;
        spend(MESSAGE_BYTES);
        if (++depth > MAX_DEPTH) {
            throw WireException.malformed("nests deeper than " + MAX_DEPTH);
        }
        end = inner;
        fields(handler);
        end = outer;
        depth--;
    }

    /// Leaves out what is left of the message being read.
    void rest() {
        pending = -1;
        seek(end);
    }

    /// The integer in this field.
    long integer() throws IOException {
        take(VARINT);
        return varint();
    }

    /// The integers in this field, one or packed.
    void integers(LongConsumer each) throws IOException {
        if (pending == VARINT) {
            each.accept(integer());
            return;
        }
        long stop = delimited();
        while (position() < stop) {
            count();
            each.accept(varint());
        }
        if (position() != stop) {
            throw WireException.malformed("a packed integer runs over its end");
        }
    }

    /// The name in this field, whole.
    String name() throws IOException {
        return text(MAX_NAME_BYTES, true);
    }

    /// The text in this field, cut where it is longer.
    String text(int mostBytes) throws IOException {
        return text(mostBytes, false);
    }

    /// The bytes in this field; none where there are more than these.
    byte[] bytes(int most) throws IOException {
        if (pending != DELIMITED) {
            return NO_BYTES;
        }
        long stop = delimited();
        long length = stop - position();
        byte[] bytes = length > most ? NO_BYTES : new byte[(int) length];
        read(bytes);
        seek(stop);
        return bytes;
    }

    private String text(int mostBytes, boolean whole) throws IOException {
        long stop = delimited();
        long length = stop - position();
        if (whole && length > mostBytes) {
            throw WireException.malformed("a name of %d bytes".formatted(length));
        }
        if (length == 0) {
            return "";
        }
        byte[] bytes = allocate((int) Math.min(length, mostBytes));
        read(bytes);
        seek(stop);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Room for a text: its bytes, and the characters made of them.
    private byte[] allocate(int length) throws WireException {
        spend(TEXT_BYTES + 3L * length);
        return new byte[length];
    }

    private void spend(long bytes) throws WireException {
        budget -= bytes;
        if (budget < 0) {
            throw WireException.tooMuch("more names, values and operators than a network has");
        }
    }

    private void fields(Handler handler) throws IOException {
        while (position() < end) {
            count();
            long tag = varint();
            int number = (int) (tag >>> 3);
            if (tag >>> 32 != 0 || number == 0) {
                throw WireException.malformed("field " + (tag >>> 3));
            }
            pending = (int) (tag & 7);
            handler.field(number);
            if (pending >= 0) {
                skip();
            }
        }
        if (position() != end) {
            throw WireException.malformed("a field runs over the end of its message");
        }
    }

    private void skip() throws IOException {
        int type = pending;
        switch (type) {
            case VARINT -> integer();
            case FIXED64 -> skip(8);
            case DELIMITED -> seek(delimited());
            case FIXED32 -> skip(4);
            // Groups (3 and 4) are gone from protobuf; ONNX never had one.
            default -> throw WireException.malformed("wire type " + type);
        }
        pending = -1;
    }

    private void skip(int bytes) throws IOException {
        seek(within(position() + bytes));
    }

    /// Where the delimited value ends whose length comes next.
    private long delimited() throws IOException {
        take(DELIMITED);
        long length = varint();
        if (length < 0 || length > MAX_LENGTH) {
            throw WireException.malformed("a length of %d".formatted(length));
        }
        return within(position() + length);
    }

    private long within(long offset) throws IOException {
        if (offset > size) {
            throw WireException.cutOff(offset);
        }
        if (offset > end) {
            throw WireException.malformed("a field runs over the end of its message");
        }
        return offset;
    }

    private void take(int type) throws WireException {
        if (pending != type) {
            throw WireException.malformed("wire type %d instead of %d".formatted(pending, type));
        }
        pending = -1;
    }

    private void count() throws WireException {
        if (++fields > MAX_FIELDS) {
            throw WireException.tooMuch(
                    "more than %d million fields".formatted(MAX_FIELDS / 1_000_000));
        }
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = next();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw WireException.malformed("an integer of more than ten bytes");
    }

    private byte next() throws IOException {
        if (!buffer.hasRemaining()) {
            fill();
        }
        return buffer.get();
    }

    private void read(byte[] into) throws IOException {
        int done = 0;
        while (done < into.length) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            int n = Math.min(buffer.remaining(), into.length - done);
            buffer.get(into, done, n);
            done += n;
        }
    }

    private long position() {
        return base + buffer.position();
    }

    private void seek(long offset) {
        long inBuffer = offset - base;
        if (inBuffer >= 0 && inBuffer <= buffer.limit()) {
            buffer.position((int) inBuffer);
        } else {
            base = offset;
            buffer.position(0).limit(0);
            toRead = LEAST_READ;
        }
    }

    private void fill() throws IOException {
        base = position();
        buffer.clear().limit(toRead);
        toRead = Math.min(MOST_READ, 2 * toRead);
        channel.position(base);
        if (channel.read(buffer) <= 0) {
            buffer.limit(0);
            throw WireException.cutOff(base + 1);
        }
        buffer.flip();
    }
}
