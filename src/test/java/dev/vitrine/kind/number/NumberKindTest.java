package dev.vitrine.kind.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;

import org.junit.jupiter.api.Test;

import java.util.Map;

class NumberKindTest {
    private static final NumberKind KIND = new NumberKind();

    @Test
    void aPersonReadsAsManyDecimalsAsThePortSays() {
        Port port = Port.of("mass", "number").withOptions(Map.of("unit", "g", "decimals", 0L));
        assertThat(KIND.text(port, 4953.059)).isEqualTo("4953 g");
        assertThat(KIND.text(port, -0.4)).isEqualTo("0 g");
        assertThat(KIND.text(port.withOptions(Map.of("decimals", 2L)), 0.7339)).isEqualTo("0.73");
        assertThat(KIND.text(Port.of("mass", "number"), 4953.059)).isEqualTo("4953.059");
        assertThat(KIND.encode(port, 4953.059).doubleValue()).isEqualTo(4953.059);
        assertThat(NumberKind.rounded(port, Double.NaN)).isNaN();
    }

    @Test
    void writesNoExponentBelow2To53() {
        assertThat(NumberKind.plain(-1234567890.125)).isEqualTo("-1234567890.125");
        assertThat(NumberKind.plain(12345678.5)).isEqualTo("12345678.5");
        assertThat(NumberKind.plain(12.5)).isEqualTo("12.5");
        assertThat(NumberKind.plain(1e20)).isEqualTo("1.0E20");
    }
}
