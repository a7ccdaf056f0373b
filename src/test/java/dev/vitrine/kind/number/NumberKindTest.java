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
}
