package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.image.Picture;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class ThumbnailsTest {
    @Property(tries = 200)
    void areSquareAndNeverLargerThanTheirSideOrThePicture(
            @ForAll @IntRange(min = 1, max = 400) int width,
            @ForAll @IntRange(min = 1, max = 400) int height,
            @ForAll @IntRange(min = 0, max = 255) int grey) {
        byte[] samples = new byte[width * height];
        Arrays.fill(samples, (byte) grey);
        Picture small = Thumbnails.square(Picture.of(width, height, 1, samples));
        int side = Math.min(Thumbnails.SIDE, Math.min(width, height));
        assertThat(small.width()).isEqualTo(side);
        assertThat(small.height()).isEqualTo(side);
        assertThat(small.argb()).containsOnly(0xff << 24 | grey << 16 | grey << 8 | grey);
    }

    @Test
    void showTheMiddleOfAWidePicture() {
        // red, green, blue: the green third is the middle
        int[] pixels = new int[9 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = new int[] {0xffff0000, 0xff00ff00, 0xff0000ff}[i % 9 / 3];
        }
        assertThat(Thumbnails.square(Picture.ofArgb(9, 3, pixels)).argb()).containsOnly(0xff00ff00);
    }

    @Test
    void keepWhatIsTransparentAndWhatHas16Bits() {
        assertThat(Thumbnails.square(Picture.ofArgb(1, 1, new int[] {0x40102030})).argb())
                .containsExactly(0x40102030);
        assertThat(Thumbnails.square(Picture.of(1, 1, 1, new short[] {(short) 0xabcd})).argb())
                .containsExactly(0xffababab);
    }
}
