package dev.vitrine.kind.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vitrine.kind.Samples;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Random;

class PictureTest {
    @Provide
    Arbitrary<Picture> pictures() {
        return Samples.pictures();
    }

    @Property(tries = 200)
    void aPartHasTheSamplesOfItsPlace(@ForAll("pictures") Picture picture, @ForAll long seed) {
        Random random = new Random(seed);
        int x = random.nextInt(picture.width());
        int y = random.nextInt(picture.height());
        int columns = 1 + random.nextInt(picture.width() - x);
        int rows = 1 + random.nextInt(picture.height() - y);
        Picture part = picture.part(x, y, columns, rows);
        assertThat(part).hasToString("%d × %d".formatted(columns, rows));
        assertThat(part.depth()).isEqualTo(picture.depth());
        for (int i = 0; i < columns * rows * picture.channels(); i++) {
            int c = i % picture.channels();
            int at = i / picture.channels();
            assertThat(part.sample(at % columns, at / columns, c))
                    .isEqualTo(picture.sample(x + at % columns, y + at / columns, c));
        }
        assertThat(picture.part(0, 0, picture.width(), picture.height())).isEqualTo(picture);
    }

    @Example
    void noPartReachesBeyondThePictureOrIsEmpty() {
        Picture picture = Picture.of(3, 2, 1, new byte[6]);
        assertThatIllegalArgumentException().isThrownBy(() -> picture.part(1, 0, 3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> picture.part(-1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> picture.part(0, 0, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.part(0, 0, Integer.MAX_VALUE, 1));
    }
}
