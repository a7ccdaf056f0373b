package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.range.Range;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class InputsTest {
    @Test
    void aFunctionGetsARangeAndAColourByTheirNames() {
        Port age = Port.of("age", "range").withLimits(Limits.between(0, 120));
        Port ink = Port.of("ink", "colour");
        Signature signature =
                new Signature(
                        "t",
                        "",
                        "other",
                        Map.of(),
                        List.of(age, ink),
                        List.of(),
                        List.of(),
                        false,
                        "",
                        "");
        Inputs in =
                new Inputs(signature, Values.of("age", new Range(18, 65)).with("ink", "#1f6feb"));
        assertThat(in.range("age")).isEqualTo(new Range(18, 65));
        assertThat(in.colour("ink")).isEqualTo("#1f6feb");
        assertThatThrownBy(() -> in.range("ink"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'ink' as a Range, but it is a String");
    }
}
