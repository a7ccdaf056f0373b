package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.window.kind.Fx;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class KeptPicturesTest {
    private final KeptPictures pictures = new KeptPictures();
    private final Image picture = Fx.get(() -> new WritableImage(1, 1));

    @Test
    void thoseLookedAtLastKeepTheirPictures() {
        List<GalleryItem> items = items(KeptPictures.MOST + 10);
        items.forEach(this::look);
        assertThat(items.subList(0, 10)).noneMatch(KeptPicturesTest::hasPicture);
        assertThat(items.subList(10, items.size())).allMatch(KeptPicturesTest::hasPicture);
        assertThat(items.getFirst().face().read()).as("its words").isTrue();
        assertThat(items.getFirst().firstLook()).as("read again with the next look").isTrue();
    }

    @Test
    void anotherLookCountsAsTheLast() {
        List<GalleryItem> items = items(KeptPictures.MOST);
        items.forEach(this::look);
        pictures.looked(items.getFirst());
        look(items(1).getFirst());
        assertThat(hasPicture(items.getFirst())).isTrue();
        assertThat(hasPicture(items.get(1))).isFalse();
    }

    @Test
    void aPictureThatComesTooLateIsNotHeld() {
        GalleryItem late = items(1).getFirst();
        late.firstLook();
        pictures.looked(late);
        items(KeptPictures.MOST).forEach(this::look);
        arrive(late);
        assertThat(hasPicture(late)).isFalse();
        assertThat(late.firstLook()).isTrue();
    }

    private void look(GalleryItem item) {
        item.firstLook();
        pictures.looked(item);
        arrive(item);
    }

    private void arrive(GalleryItem item) {
        pictures.arrived(
                item,
                new GalleryItem.Face(
                        item.id(),
                        "task",
                        "summary",
                        List.of("facts"),
                        Optional.of(picture),
                        true,
                        false));
    }

    private static List<GalleryItem> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> GalleryItem.recent(Path.of("net" + i), "Net " + i))
                .toList();
    }

    private static boolean hasPicture(GalleryItem item) {
        return item.face().picture().isPresent();
    }
}
