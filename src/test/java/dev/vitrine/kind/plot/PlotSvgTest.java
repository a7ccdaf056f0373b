package dev.vitrine.kind.plot;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

class PlotSvgTest {
    @Property
    void ticksAreRoundAndHoldTheRange(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double a,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double b,
            @ForAll @IntRange(min = 2, max = 12) int count) {
        Ticks ticks = Ticks.of(a, b, count);
        List<Double> all = ticks.all();
        assertThat(ticks.from()).isLessThanOrEqualTo(Math.min(a, b) + 1e-9);
        assertThat(ticks.to()).isGreaterThanOrEqualTo(Math.max(a, b) - 1e-9);
        assertThat(all).hasSizeBetween(2, 2 * count + 3);
        double digit = ticks.step() / Math.pow(10, Math.floor(Math.log10(ticks.step()) + 1e-9));
        assertThat(digit)
                .satisfiesAnyOf(
                        d -> assertThat(Math.abs(d - 1)).isLessThan(1e-6),
                        d -> assertThat(Math.abs(d - 2)).isLessThan(1e-6),
                        d -> assertThat(Math.abs(d - 5)).isLessThan(1e-6));
    }

    @ParameterizedTest
    @EnumSource(Mark.class)
    void everyMarkIsAPictureThatParsesWhateverItsNames(Mark mark) throws Exception {
        Plot plot =
                new Plot(
                        mark,
                        "a < b & \"c\"",
                        "日本",
                        List.of(
                                new Plot.Series(
                                        "one\u0000",
                                        List.of("x", "y<", "z"),
                                        Arrays.asList(1.0, null, -3.5)),
                                new Plot.Series("two", List.of("x"), List.of(2.0))));
        Document svg = parsed(PlotSvg.of(plot));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("text").getLength()).isGreaterThan(3);
        String shape = mark == Mark.LINE ? "polyline" : mark == Mark.POINT ? "circle" : "rect";
        assertThat(svg.getElementsByTagName(shape).getLength()).isGreaterThan(2);
        parsed(PlotSvg.of(new Plot(mark, "", "", List.of())));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
