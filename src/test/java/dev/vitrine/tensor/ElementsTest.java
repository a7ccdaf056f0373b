package dev.vitrine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.nio.ByteBuffer;

class ElementsTest {
    @Provide
    Arbitrary<ElementType> floating() {
        return Arbitraries.of(ElementType.values()).filter(ElementType::isFloating);
    }

    @Provide
    Arbitrary<ElementType> integers() {
        return Arbitraries.of(ElementType.values()).filter(ElementType::isInteger);
    }

    @Property
    void whatATypeCanHoldIsReadBackExactly(
            @ForAll("floating") ElementType type, @ForAll double value) {
        double held = roundTrip(type, value);
        assertThat(roundTrip(type, held)).isEqualTo(held);
    }

    @Property
    void aFloatBecomesTheNearestBfloat16AndTiesTheEvenOne(@ForAll float value) {
        double held = roundTrip(ElementType.BFLOAT16, value);
        if (Float.isFinite(value) && Double.isFinite(held)) {
            int bits = Float.floatToRawIntBits(value);
            double below = Float.intBitsToFloat(bits & 0xffff_0000);
            double above = Float.intBitsToFloat((bits & 0xffff_0000) + 0x1_0000);
            double toBelow = Math.abs((double) value - below);
            double toAbove = Math.abs((double) value - above);
            if (toBelow != toAbove) {
                assertThat(held).isEqualTo(toBelow < toAbove ? below : above);
            } else {
                assertThat(Float.floatToRawIntBits((float) held) >> 16 & 1).isZero();
            }
        }
    }

    @Property
    void wholeNumbersAreRoundedOrRefusedNeverWrapped(
            @ForAll("integers") ElementType type, @ForAll("any") double value) {
        try {
            double held = roundTrip(type, value);
            assertThat(held).isEqualTo(Math.rint(value) + 0.0);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining(type.text());
        }
    }

    @Provide
    Arbitrary<Double> any() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.doubles().between(-300, 70_000),
                Arbitraries.of(
                        -1.0,
                        255.0,
                        256.0,
                        0x1p31,
                        0x1p32,
                        0x1p63,
                        0x1.8p63,
                        -0x1p63,
                        0x1p64,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        0.5,
                        1.5,
                        2.5));
    }

    @Example
    void everyTypeKeepsItsExtremes() {
        assertThat(roundTrip(ElementType.UINT8, 255)).isEqualTo(255);
        assertThat(roundTrip(ElementType.INT8, -128)).isEqualTo(-128);
        assertThat(roundTrip(ElementType.UINT16, 65535)).isEqualTo(65535);
        assertThat(roundTrip(ElementType.UINT32, 4294967295.0)).isEqualTo(4294967295.0);
        assertThat(roundTrip(ElementType.UINT64, 0x1.8p63)).isEqualTo(0x1.8p63);
        assertThatThrownBy(() -> roundTrip(ElementType.UINT64, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roundTrip(ElementType.INT64, 0x1p63))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double roundTrip(ElementType type, double value) {
        ByteBuffer buffer = Tensor.allocate(type.bytes());
        Elements.put(type, buffer, 0, value);
        return Elements.get(type, buffer, 0);
    }
}
