package dev.vitrine.kind.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class GalleryKindTest {
    private static final Port PORT = Port.of("album", "gallery");
    private static final GalleryKind KIND = new GalleryKind();

    @Test
    void uploadsOfOneNameAreOneGalleryInTheirOrder() {
        List<Raw> uploads =
                List.of(
                        new Raw.Upload(PictureCodec.png(grey(3, 2)), "a.png", "image/png"),
                        new Raw.Upload(PictureCodec.png(grey(1, 1)), null, null),
                        new Raw.Text(
                                KIND.encode(PORT, Gallery.of(List.of(grey(4, 4))))
                                        .path(0)
                                        .path("image")
                                        .stringValue()));
        Gallery gallery = KIND.decode(PORT, KIND.together(uploads));
        assertThat(gallery)
                .isEqualTo(
                        new Gallery(
                                List.of(
                                        new Gallery.Item(grey(3, 2), "a.png"),
                                        new Gallery.Item(grey(1, 1)),
                                        new Gallery.Item(grey(4, 4)))));
    }

    @Test
    void onePictureAloneIsAGalleryOfOne() {
        String uri =
                KIND.encode(PORT, Gallery.of(List.of(grey(4, 4))))
                        .path(0)
                        .path("image")
                        .stringValue();
        assertThat(KIND.decode(PORT, new Raw.Text(uri))).isEqualTo(Gallery.of(List.of(grey(4, 4))));
        assertThat(KIND.decode(PORT, new Raw.Json(Json.array().add(uri))))
                .isEqualTo(Gallery.of(List.of(grey(4, 4))));
    }

    @Test
    void aFileOfItsJsonIsTheGallery() {
        Gallery gallery =
                new Gallery(
                        List.of(new Gallery.Item(grey(3, 2), "ü"), new Gallery.Item(grey(1, 1))));
        byte[] json = KIND.encode(PORT, gallery).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(KIND.decode(PORT, new Raw.Upload(json, "album.json", null))).isEqualTo(gallery);
    }

    @Test
    void whatIsWrongIsSaidOfThePictureItIsIn() {
        assertThatThrownBy(() ->
                        KIND.decode(
                                PORT,
                                new Raw.Text(
                                        "[{\"image\": \"data:image/png;base64,AAAA\"},"
                                                + " {\"caption\": \"x\"}]")))
                .hasMessageContaining("Picture 1: ");
        assertThatThrownBy(() -> KIND.decode(PORT, new Raw.Text("[{\"caption\": \"x\"}]")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problems().getFirst().path()).containsExactly(0);
                            assertThat(e.problems().getFirst().type()).isEqualTo("missing");
                        })
                .hasMessageContaining("no picture at place 1");
        assertThatThrownBy(() -> KIND.decode(PORT, new Raw.Text("[1, 2")))
                .hasMessageContaining("no list of pictures");
    }

    @Test
    void thePixelsOfAllPicturesAreBoundTogetherBeforeTheLastIsRead() {
        Port small = PORT.withLimits(Limits.NONE.withMaxPixels(20));
        Gallery fits = Gallery.of(List.of(grey(3, 4), grey(2, 4)));
        assertThat(KIND.check(small, fits)).isEmpty();
        Gallery beyond = fits.with(List.of(new Gallery.Item(grey(1, 2))));
        assertThat(KIND.check(small, beyond)).hasSize(1);
        assertThatThrownBy(() -> KIND.decode(small, new Raw.Json(KIND.encode(PORT, beyond))))
                .hasMessage(KIND.check(small, beyond).getFirst().message());
    }

    private static Picture grey(int width, int height) {
        return Picture.of(width, height, 1, new byte[width * height]);
    }
}
