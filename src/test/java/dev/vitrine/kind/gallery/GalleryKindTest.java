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

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

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
                .hasMessageContaining("Picture 1: 'Album' ");
        assertThatThrownBy(() ->
                        KIND.decode(
                                PORT,
                                new Raw.Text(
                                        "[{\"image\": \"data:image/png;base64,AAAA\", \"caption\":"
                                                + " \"ü.png\"}]")))
                .hasMessageContaining("Picture 1: 'ü.png' ");
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

    @Test
    void moreThanThePortTakesIsRefusedBeforeAnyIsDecoded() {
        Port two = PORT.withOptions(Map.of("maxItems", 2));
        Gallery full = Gallery.of(List.of(grey(1, 1), grey(1, 1)));
        Raw.Upload broken = new Raw.Upload(new byte[] {1}, "x.png", null);
        assertThatThrownBy(() -> KIND.with(two, full, broken))
                .hasMessage("'Album' has 3 pictures; give at most 2.");
        Raw many = new Raw.Json(Json.array().add("?").add("?").add("?"));
        assertThatThrownBy(() -> KIND.decode(two, many))
                .hasMessage("'Album' has 3 pictures; give at most 2.");
        Port small = PORT.withLimits(Limits.NONE.withMaxPixels(3));
        Raw.Upload large = new Raw.Upload(PictureCodec.png(grey(1, 2)), "x.png", null);
        assertThatThrownBy(() -> KIND.with(small, full, large))
                .hasMessageContaining("more than 3 pixels together");
    }

    @Test
    void whatIsExpectedIsComparedPictureByPicture() {
        Gallery one =
                new Gallery(
                        List.of(new Gallery.Item(grey(2, 2), "a"), new Gallery.Item(white(), "b")));
        assertThat(KIND.differs(PORT, KIND.encode(PORT, one), one, 0)).isEmpty();
        Gallery other = one.swapped(0, 1);
        assertThat(KIND.differs(PORT, KIND.encode(PORT, one), other, 0.5))
                .hasValue("picture 1 is called 'b', expected 'a'");
        JsonNode bare = KIND.encode(PORT, Gallery.of(List.of(grey(2, 2), white())));
        assertThat(KIND.differs(PORT, bare, one, 0)).isEmpty();
        assertThat(KIND.differs(PORT, bare, other, 0.5).orElseThrow())
                .startsWith("picture 1 is 1.0000");
        assertThat(KIND.differs(PORT, bare, one.without(0), 0))
                .hasValue("has 1 picture, expected 2");
    }

    private static Picture white() {
        return Picture.of(2, 2, 1, new byte[] {-1, -1, -1, -1});
    }

    private static Picture grey(int width, int height) {
        return Picture.of(width, height, 1, new byte[width * height]);
    }
}
