package dev.vitrine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import java.util.List;

class ShapeTest {
    @Property
    void aShapeAcceptsItselfWithAnySizeInItsFreeDimensions(
            @ForAll @Size(max = 5) List<@LongRange(min = -1, max = 9) Long> sizes,
            @ForAll @LongRange(min = 0, max = 9) long free) {
        Shape shape = Shape.of(sizes.stream().mapToLong(Long::longValue).toArray());
        assertThat(shape.accepts(shape.withFree(free))).isTrue();
        assertThat(shape.prepend(Dimension.free("batch")).accepts(shape.withFree(free))).isFalse();
        assertThat(shape.prepend(Dimension.free("batch")).rank()).isEqualTo(sizes.size() + 1);
    }

    @Property
    void aFixedDimensionTakesItsSizeOnly(
            @ForAll @LongRange(min = 0, max = 50) long size,
            @ForAll @LongRange(min = 0, max = 50) long other) {
        assertThat(Shape.of(size).accepts(other)).isEqualTo(size == other);
    }

    @Example
    void itIsWrittenAsPeopleWriteIt() {
        Shape shape =
                new Shape(List.of(Dimension.free("batch"), Dimension.free(""), Dimension.fixed(3)));
        assertThat(shape).hasToString("[batch, ?, 3]");
        assertThat(Shape.of()).hasToString("[]");
        assertThat(shape.at(-1)).isEqualTo(Dimension.fixed(3));
    }
}
