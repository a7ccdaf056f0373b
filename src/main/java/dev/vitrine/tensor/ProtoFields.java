package dev.vitrine.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/// The fields of one Protocol Buffers message in memory, one after the other.
///
/// Every length is held against the message that it stands in, and nothing is allocated by what a
/// message declares.
///
/// @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
final class ProtoFields {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final ByteBuffer message;
    private int wireType = -1;

    private ProtoFields(ByteBuffer message) {
        this.message = message;
    }

    static ProtoFields of(ByteBuffer message) {
        return new ProtoFields(message.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    /// Goes to the next field; a value that nobody asked for is skipped.
    ///
    /// @return its number; 0 behind the last
    int next() {
        if (wireType >= 0) {
            skip();
        }
        if (!message.hasRemaining()) {
            return 0;
        }
        long tag = varint();
        long number = tag >>> 3;
        if (number == 0 || number > Integer.MAX_VALUE) {
            throw damaged();
        }
        wireType = (int) (tag & 7);
        return (int) number;
    }

    /// The integer in this field.
    long integer() {
        take(VARINT);
        return varint();
    }

    /// The integers in this field, one or packed.
    void integers(LongConsumer each) {
        if (wireType == VARINT) {
            each.accept(integer());
            return;
        }
        ProtoFields packed = of(bytes());
        while (packed.message.hasRemaining()) {
            each.accept(packed.varint());
        }
    }

    /// The fixed-size numbers of 4 or 8 bytes in this field, one or packed, in little-endian order.
    ByteBuffer fixed(int size) {
        if (wireType == DELIMITED) {
            return bytes();
        }
        take(size == 4 ? FIXED32 : FIXED64);
        return part(size);
    }

    /// The bytes in this field, a view of them.
    ByteBuffer bytes() {
        take(DELIMITED);
        return part(varint());
    }

    /// The text in this field.
    String text() {
        return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    private void skip() {
        switch (wireType) {
            case VARINT -> integer();
            case FIXED64 -> fixed(8);
            case DELIMITED -> bytes();
            case FIXED32 -> fixed(4);
            default -> throw damaged();
        }
    }

    private ByteBuffer part(long length) {
        if (length < 0 || length > message.remaining()) {
            throw damaged();
        }
        ByteBuffer part = message.slice(message.position(), (int) length);
        message.position(message.position() + (int) length);
        return part.order(ByteOrder.LITTLE_ENDIAN);
    }

    private void take(int type) {
        if (wireType != type) {
            throw damaged();
        }
        wireType = -1;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < 64 && message.hasRemaining(); shift += 7) {
            byte b = message.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    static IllegalArgumentException damaged() {
        return new IllegalArgumentException(
                "This is no tensor of ONNX (.pb), or was cut short; write it again with"
                        + " onnx.save_tensor.");
    }
}
