package dev.vitrine.window.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import org.junit.jupiter.api.Test;

class NumberTextTest {
    @Property
    void whatIsReadIsTheNumber(@ForAll @DoubleRange(min = -1e300, max = 1e300) double value) {
        double size = Math.abs(value);
        assertThat(read(NumberText.grouped(value))).isCloseTo(value, within(size / 1000));
        assertThat(read(NumberText.brief(value))).isCloseTo(value, within(size / 100));
    }

    @Property
    void noneIsTooWideForItsPlace(@ForAll double value) {
        assertThat(NumberText.brief(value).replaceAll("[.\u2009\u2212]", "")).hasSizeLessThan(19);
    }

    @Test
    void thousandsAreKeptApart() {
        assertThat(NumberText.grouped(9999)).isEqualTo("9999");
        assertThat(NumberText.grouped(1234567.5)).isEqualTo("1\u2009234\u2009568");
        assertThat(NumberText.grouped(-12345)).isEqualTo("\u221212\u2009345");
        assertThat(NumberText.brief(-1.234e-17)).isEqualTo("\u22121.23\u2009×\u200910⁻¹⁷");
    }

    @Test
    void oneIsNoPlural() {
        assertThat(NumberText.counted(0, "row")).isEqualTo("0 rows");
        assertThat(NumberText.counted(1, "row")).isEqualTo("1 row");
        assertThat(NumberText.counted(12_000, "box", "boxes")).isEqualTo("12\u2009000 boxes");
    }

    /// What a person makes of it.
    private static double read(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            int raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            plain.append(raised >= 0 ? (char) ('0' + raised) : c);
        }
        return Double.parseDouble(
                plain.toString()
                        .replace("\u2009×\u200910", "e")
                        .replace("\u2009", "")
                        .replace('\u2212', '-')
                        .replace('⁻', '-')
                        .replace("∞", "Infinity"));
    }
}
