package dev.vitrine.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.gallery.Gallery;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.List;
import java.util.Map;

class McpToolTest {
    @Test
    void thePicturesOfAGalleryAreSeenOneByOneEachAfterItsCaption() throws Exception {
        Signature signature =
                new Signature(
                        "Finds",
                        "",
                        "function",
                        Map.of(),
                        List.of(),
                        List.of(Port.of("found", "gallery"), Port.of("count", "number")),
                        List.of(),
                        false,
                        "",
                        "");
        Picture picture = Picture.of(2, 1, 1, new byte[] {0, 64});
        Gallery found =
                new Gallery(
                        List.of(new Gallery.Item(picture, "eins ü"), new Gallery.Item(picture)));
        JsonNode content =
                McpTool.result(signature, Values.of("found", found).with("count", 2.0))
                        .path("content");
        assertThat(content.findValuesAsString("type"))
                .containsExactly("text", "text", "image", "image");
        assertThat(content.path(0).path("text").asString()).isEqualTo("{\"count\":2}");
        assertThat(content.path(1).path("text").asString()).isEqualTo("eins ü");
        for (int i : new int[] {2, 3}) {
            byte[] png = Base64.getDecoder().decode(content.path(i).path("data").asString());
            assertThat(content.path(i).path("mimeType").asString()).isEqualTo("image/png");
            assertThat(PictureCodec.read(png, "it", 100)).isEqualTo(picture);
        }
    }
}
