package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class HuggingFaceTest {
    private static final String VIT =
            """
            {"do_normalize": true, "do_rescale": true, "do_resize": true,
             "image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225],
             "image_processor_type": "ViTImageProcessor", "resample": 2,
             "rescale_factor": 0.00392156862745098, "size": {"height": 224, "width": 224}}
            """;

    @TempDir Path folder;

    @Test
    void aFolderOfTheHubNeedsNoQuestion() throws IOException {
        write(HuggingFacePicture.FILE, VIT);
        write("config.json", "{\"id2label\": {\"1\": \"dog\", \"0\": \"cat\", \"2\": \"fox\"}}");
        write(
                "README.md",
                """
                ---
                license: apache-2.0
                pipeline_tag: image-classification
                tags: [vision]
                ---
                # A card
                """);
        Signature guess = guess();
        Port in = guess.inputs().getFirst();
        Port out = guess.outputs().getFirst();
        assertThat(words(in))
                .containsEntry("layout", "NCHW")
                .containsEntry("channels", "rgb")
                .containsEntry("size", List.of(224L, 224L))
                .containsEntry("fit", "stretch")
                .containsEntry("range", List.of(0.0, 1.0))
                .containsEntry("mean", List.of(0.485, 0.456, 0.406))
                .containsEntry("std", List.of(0.229, 0.224, 0.225));
        assertThat(in.because())
                .contains("preprocessor_config.json", "image_mean", "rescale_factor")
                .doesNotContain("assumed");
        assertThat(out.options()).containsEntry("labels", List.of("cat", "dog", "fox"));
        assertThat(out.because()).contains("config.json (id2label)");
        assertThat(guess.licence()).isEqualTo("apache-2.0");
        assertThat(guess.task()).isEqualTo("image-classification");
        assertThat(guess.because()).contains("README.md (pipeline_tag)");
    }

    @Test
    void whatIsCutOutOfTheMiddleCoversTheSize() throws IOException {
        write(
                HuggingFacePicture.FILE,
                """
                {"do_resize": true, "size": {"shortest_edge": 256}, "do_center_crop": true,
                 "crop_size": {"height": 224, "width": 224}, "do_flip_channel_order": true,
                 "do_rescale": false}
                """);
        Port in = guess().inputs().getFirst();
        assertThat(words(in))
                .containsEntry("fit", "cover")
                .containsEntry("channels", "bgr")
                .containsEntry("range", List.of(0.0, 255.0))
                .doesNotContainKey("mean");
        assertThat(in.because()).contains("margin");
    }

    @Test
    void aSizeOfAnotherNetworkIsPassedOverAndSaid() throws IOException {
        write(HuggingFacePicture.FILE, VIT.replace("224}", "384}"));
        Port in = guess(Proto.value("pixel_values", 1, -1, 3, 224, 224)).inputs().getFirst();
        assertThat(words(in)).doesNotContainKey("mean");
        assertThat(in.because())
                .contains("preprocessor_config.json was passed over, since", "384")
                .contains("assumed");
    }

    @Test
    void namesThatNobodyGaveAreNone() throws IOException {
        write(
                "config.json",
                "{\"id2label\": {\"0\": \"LABEL_0\", \"1\": \"LABEL_1\", \"2\": \"LABEL_2\"}}");
        assertThat(guess().outputs().getFirst().options()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"image_mean\": \"x\"}",
                "{\"image_mean\": [1e999, 0, 0], \"image_std\": [1, 1, 1]}",
                "{\"image_mean\": [0, 0, 0], \"image_std\": [0, 0, 0]}",
                "{\"do_resize\": true, \"size\": {\"height\": 99999999, \"width\": 1}}",
                "{\"do_resize\": true, \"size\": {\"height\": -1}}",
                "{\"do_rescale\": true, \"rescale_factor\": 0}"
            })
    void aBrokenFileIsPassedOverWithAReason(String text) throws IOException {
        write(HuggingFacePicture.FILE, text);
        Signature guess = guess();
        assertThat(guess.inputs().getFirst().because()).contains("assumed");
        assertThat(guess.because()).contains("preprocessor_config.json was passed over: ");
    }

    @Test
    void whatIsHugeOrALinkOrNoTextIsPassedOver() throws IOException {
        write("config.json", " ".repeat(5 << 20));
        Files.createSymbolicLink(
                folder.resolve("README.md"), Files.writeString(folder.resolve("x"), "---\n---\n"));
        Files.write(folder.resolve(HuggingFacePicture.FILE), new byte[] {(byte) 0xff, 0, 1});
        assertThat(guess().because())
                .contains("config.json was passed over: it is larger than 4 MB")
                .contains("README.md was passed over: it is a link")
                .contains("preprocessor_config.json was passed over: it is no UTF-8 text");
    }

    private static Map<String, Object> words(Port port) {
        assertThat(port.tensor()).isNotNull();
        return port.tensor().processing();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /// As Optimum exports it: every dimension free.
    private Signature guess() throws IOException {
        Proto shape = Proto.message();
        for (String name : List.of("batch_size", "num_channels", "height", "width")) {
            shape.field(1, Proto.message().text(2, name));
        }
        return guess(Proto.typed("pixel_values", Proto.tensorType(1).field(2, shape)));
    }

    private Signature guess(Proto input) throws IOException {
        Path file = folder.resolve("model.onnx");
        Proto graph =
                Proto.message()
                        .field(1, Proto.node("Gemm", "pixel_values", "logits"))
                        .field(11, input)
                        .field(12, Proto.value("logits", 1, -1, 3));
        Files.write(file, Proto.model(graph).bytes());
        return Guess.of(OnnxFile.read(file), "A model", file);
    }
}
