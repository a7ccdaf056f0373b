package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureFiles;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Pictures as programs send them: any format that is read, whatever it is called, and what is said
/// of those that are not.
class PictureBodiesTest {
    private static Served served;

    @BeforeAll
    static void open() {
        served = new Served();
        served.add(
                "told",
                List.of(Port.of("image", "image")),
                List.of(Port.of("told", "text")),
                (in, _) -> {
                    Picture picture = in.get("image", Picture.class);
                    return Values.of(
                            "told",
                            "%s, %d × %d bits, %d"
                                    .formatted(
                                            picture,
                                            picture.channels(),
                                            picture.depth(),
                                            picture.sample(0, 0, 0)));
                });
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void aFormatIsWhatTheBytesSayAndNotWhatTheSenderSays() throws Exception {
        byte[] tiff = PictureFiles.tiff(3000, 65535);
        assertThat(told("image/tiff", tiff)).isEqualTo("2 × 1, 1 × 16 bits, 3000");
        assertThat(told("image/png", tiff)).isEqualTo("2 × 1, 1 × 16 bits, 3000");
        assertThat(told("image/gif", PictureFiles.gif(60))).isEqualTo("8 × 6, 3 × 8 bits, 255");
        assertThat(told("image/jpeg", PictureFiles.turnedJpeg(40, 30))).startsWith("30 × 40");
        String uri = "data:image/tiff;base64," + Base64.getEncoder().encodeToString(tiff);
        HttpResponse<String> json = served.json("told", "{\"image\": \"" + uri + "\"}");
        assertThat(Json.MAPPER.readTree(json.body()).path("told").asString())
                .isEqualTo("2 × 1, 1 × 16 bits, 3000");
    }

    @Test
    void whatIsNoPictureIsSaidInTheWordsOfTheWindow() {
        byte[] heic = new byte[32];
        System.arraycopy("ftypheic".getBytes(StandardCharsets.US_ASCII), 0, heic, 4, 8);
        assertThat(refused("image/heic", heic))
                .isEqualTo(
                        "'Image' is a HEIC picture, as phones save them; export it as JPEG and try"
                                + " again.");
        assertThat(refused("image/png", "hello".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(
                        "'Image' is not a picture; give a PNG, JPEG, GIF, BMP, WebP or TIFF file.");
    }

    private static String told(String type, byte[] body) {
        HttpResponse<String> answer = served.post("told", type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body()).path("told").asString();
    }

    private static String refused(String type, byte[] body) {
        HttpResponse<String> answer = served.post("told", type, body);
        assertThat(answer.statusCode()).isEqualTo(422);
        return Json.MAPPER.readTree(answer.body()).path("detail").path(0).path("msg").asString();
    }
}
