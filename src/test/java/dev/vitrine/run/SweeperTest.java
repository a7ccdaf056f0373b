package dev.vitrine.run;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class SweeperTest {
    /// Sweeping takes the time that what is in use asks for, so it must not become more frequent as
    /// that grows.
    @Property
    void atLeastAsMuchIsGoneAsWasInUse(
            @ForAll @LongRange(min = 0, max = 1L << 40) long swept,
            @ForAll @LongRange(min = 0, max = 1L << 40) long gone) {
        assertThat(Sweeper.isWorthIt(swept + gone, swept))
                .isEqualTo(gone > swept + Sweeper.SPARE_BYTES);
    }
}
