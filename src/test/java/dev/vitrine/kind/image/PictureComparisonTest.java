package dev.vitrine.kind.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Port;

import org.junit.jupiter.api.Test;

class PictureComparisonTest {
    private static final Port PORT = Port.of("picture", "image");
    private static final Picture DARK = Picture.of(2, 1, 1, new byte[] {0, 0});

    @Test
    void aPictureIsAsExpectedWhereItsLightIsOnAverage() {
        Picture oneStep = Picture.of(2, 1, 3, new byte[] {1, 1, 1, 1, 1, 1});
        assertThat(Kinds.differs(PORT, Kinds.encode(PORT, DARK), oneStep, 4e-3)).isEmpty();
        assertThat(Kinds.differs(PORT, Kinds.encode(PORT, DARK), oneStep, 3e-3))
                .contains(
                        "is 0.0039 of full light from the expected picture on average, more than"
                                + " 0.003");
    }

    @Test
    void brighterHereDoesNotMakeUpForDarkerThere() {
        Picture half = Picture.of(2, 1, 1, new byte[] {0, 100});
        Picture other = Picture.of(2, 1, 1, new byte[] {100, 0});
        assertThat(Kinds.differs(PORT, Kinds.encode(PORT, half), other, 0.3)).isPresent();
    }

    @Test
    void aPictureOfAnotherSizeIsAnother() {
        Picture wide = Picture.of(3, 1, 1, new byte[3]);
        assertThat(Kinds.differs(PORT, Kinds.encode(PORT, DARK), wide, 1))
                .contains("is 3 × 1, expected 2 × 1");
    }
}
