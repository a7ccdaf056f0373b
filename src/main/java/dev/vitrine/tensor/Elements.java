package dev.vitrine.tensor;

import java.nio.ByteBuffer;

/// Reads and writes single elements of every numeric type as doubles.
final class Elements {
    private static final double TWO_TO_63 = 0x1p63;

    private Elements() {}

    static double get(ElementType type, ByteBuffer b, int i) {
        return switch (type) {
            case FLOAT32 -> b.getFloat(4 * i);
            case FLOAT64 -> b.getDouble(8 * i);
            case FLOAT16 -> Float.float16ToFloat(b.getShort(2 * i));
            case BFLOAT16 -> Float.intBitsToFloat(b.getShort(2 * i) << 16);
            case INT8 -> b.get(i);
            case UINT8, BOOL -> b.get(i) & 0xff;
            case INT16 -> b.getShort(2 * i);
            case UINT16 -> b.getShort(2 * i) & 0xffff;
            case INT32 -> b.getInt(4 * i);
            case UINT32 -> b.getInt(4 * i) & 0xffff_ffffL;
            case INT64 -> b.getLong(8 * i);
            case UINT64 -> unsigned(b.getLong(8 * i));
            case STRING -> throw new IllegalArgumentException("A string is not a number");
        };
    }

    static void put(ElementType type, ByteBuffer b, int i, double value) {
        switch (type) {
            case FLOAT32 -> b.putFloat(4 * i, (float) value);
            case FLOAT64 -> b.putDouble(8 * i, value);
            case FLOAT16 -> b.putShort(2 * i, Float.floatToFloat16((float) value));
            case BFLOAT16 -> b.putShort(2 * i, bfloat16((float) value));
            case BOOL -> b.put(i, (byte) (value == 0 ? 0 : 1));
            case INT8 -> b.put(i, (byte) whole(type, value, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case UINT8 -> b.put(i, (byte) whole(type, value, 0, 0xff));
            case INT16 ->
                    b.putShort(2 * i, (short) whole(type, value, Short.MIN_VALUE, Short.MAX_VALUE));
            case UINT16 -> b.putShort(2 * i, (short) whole(type, value, 0, 0xffff));
            case INT32 ->
                    b.putInt(4 * i, (int) whole(type, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case UINT32 -> b.putInt(4 * i, (int) whole(type, value, 0, 0xffff_ffffL));
            case INT64 -> b.putLong(8 * i, large(type, value, -TWO_TO_63, TWO_TO_63));
            case UINT64 -> b.putLong(8 * i, large(type, value, 0, 2 * TWO_TO_63));
            case STRING -> throw new IllegalArgumentException("A number is not a string");
        }
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : (bits >>> 1) * 2.0 + (bits & 1);
    }

    /// Rounds to nearest even on the sixteen bits that fall away, as the format's hardware does.
    private static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) (bits >>> 16 | 0x40);
        }
        return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
    }

    /// Bounds that a double can name: the greatest 64-bit numbers themselves are none.
    private static long large(ElementType type, double value, double least, double beyond) {
        double rounded = Math.rint(value);
        if (!(rounded >= least && rounded < beyond)) {
            throw new IllegalArgumentException(
                    "%s does not fit %s (%s to below %s)"
                            .formatted(value, type.text(), least, beyond));
        }
        return rounded < TWO_TO_63 ? (long) rounded : (long) (rounded - TWO_TO_63) ^ Long.MIN_VALUE;
    }

    private static long whole(ElementType type, double value, long least, long most) {
        double rounded = Math.rint(value);
        if (!(rounded >= least && rounded <= most)) {
            throw new IllegalArgumentException(
                    "%s does not fit %s (%d to %d)".formatted(value, type.text(), least, most));
        }
        return (long) rounded;
    }
}
