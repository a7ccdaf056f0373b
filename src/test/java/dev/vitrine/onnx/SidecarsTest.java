package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Task;
import dev.vitrine.task.Tasks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// DJL's and Triton's files beside a model, and what no file beside one may do.
class SidecarsTest {
    private static final String TRITON =
            """
            # as Triton writes it
            name: "m" platform: 'onnxruntime_onnx'
            max_batch_size: 8
            input [ { name: "x" data_type: TYPE_FP32 format: FORMAT_NCHW dims: [ 3, -1, 32 ] } ]
            output [ { name: "y", dims: [ 3 ], label_filename: "names.txt" } ]
            dynamic_batching { }
            """;

    private static final Map<String, String> WHOLE =
            Map.of(
                    "config.pbtxt",
                    TRITON,
                    "serving.properties",
                    "application=cv/image_classification\nnormalize=0,0,0,1,1,1\nresize=32,32\n",
                    "config.json",
                    "{\"id2label\": {\"0\": \"a\", \"1\": \"b\", \"2\": \"c\"}}",
                    "preprocessor_config.json",
                    "{\"size\": 32, \"image_mean\": [0.5, 0.5, 0.5], \"image_std\": [1, 1, 1]}",
                    "README.md",
                    "---\nlicense: mit\npipeline_tag: image-classification\n---\n",
                    "synset.txt",
                    "n01440764 tench\nn01443537 goldfish\nn01484850 shark\n");

    @TempDir Path folder;

    @Test
    void djlSaysHowAPictureGoesInAndWhatItsClassesAre() throws IOException {
        write(
                "serving.properties",
                """
                engine=OnnxRuntime
                option.modelName=model
                translatorFactory=ai.djl.modality.cv.translator.ImageClassificationTranslatorFactory
                width=32
                height=32
                resize=true
                centerCrop=true
                normalize=0.5,0.4,0.3,0.2,0.2,0.2
                synsetFileName=things.txt
                """);
        write("things.txt", "n01440764 tench\nn01443537 goldfish\nn01484850 shark\n");
        Signature guess = guess();
        assertThat(words(guess.inputs().getFirst()))
                .containsEntry("size", List.of(32L, 32L))
                .containsEntry("fit", "cover")
                .containsEntry("range", List.of(0.0, 1.0))
                .containsEntry("mean", List.of(0.5, 0.4, 0.3))
                .containsEntry("std", List.of(0.2, 0.2, 0.2));
        assertThat(guess.inputs().getFirst().because()).contains("serving.properties");
        assertThat(labels(guess)).containsExactly("tench", "goldfish", "shark");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normalize=a,b,c,1,1,1\nresize=true",
                "normalize=0,0,0,0,1,1",
                "normalize=1,2",
                "resize=0,0",
                "resize=99999,99999",
                "resize=1.5,2",
                "normalize=\\uZZZZ"
            })
    void djlsMistakesArePassedOver(String text) throws IOException {
        write("serving.properties", text);
        assertThat(guess().because()).contains("serving.properties was passed over: ");
        assertThat(words(guess().inputs().getFirst())).doesNotContainKey("mean");
    }

    @Test
    void tritonNamesTheFileOfClasses() throws IOException {
        write("config.pbtxt", TRITON);
        write("names.txt", "one\ntwo\nthree\n");
        Signature guess = guess();
        assertThat(labels(guess)).containsExactly("one", "two", "three");
        assertThat(guess.inputs().getFirst().because())
                .contains("config.pbtxt beside it says that it is a picture (format: FORMAT_NCHW).")
                .contains("assumed");
        assertThat(guess.because()).doesNotContain("passed over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "input",
                "input [ {",
                "\"x\"",
                "input { name: \"z\" dims: 3 }",
                "a: \"",
                "input { name: 'x' dims: [3, 64, 64] }",
                "]]]]} {"
            })
    void tritonsMistakesArePassedOver(String text) throws IOException {
        write("config.pbtxt", text);
        Signature guess = guess();
        assertThat(guess.inputs().getFirst().kind()).isEqualTo("image");
        if (!text.equals("input")) {
            assertThat(guess.because()).contains("config.pbtxt was passed over: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "/etc/hostname", "sub/labels.txt", "..", "C:\\x"})
    void noFileNamesOneOfAnotherFolder(String name) throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.writeString(folder.resolve("outside.txt"), "a\nb\nc\n");
        Files.createDirectory(model.resolve("sub"));
        Files.writeString(model.resolve("sub/labels.txt"), "a\nb\nc\n");
        Files.writeString(
                model.resolve("config.pbtxt"),
                TRITON.replace("names.txt", name.replace("\\", "\\\\")));
        Signature guess = guess(model);
        assertThat(guess.outputs().getFirst().options()).isEmpty();
        assertThat(guess.because()).contains("only the model's own folder is read");
    }

    /// Each file cut, doubled and damaged: the guess stands, and its task takes it.
    @Test
    void damageCostsASentenceAtMost() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            for (Map.Entry<String, String> file : WHOLE.entrySet()) {
                StringBuilder text = new StringBuilder(file.getValue());
                for (int n = random.nextInt(4); n >= 0 && !text.isEmpty(); n--) {
                    int at = random.nextInt(text.length());
                    switch (random.nextInt(4)) {
                        case 0 -> text.setLength(at);
                        case 1 -> text.setCharAt(at, (char) random.nextInt(1, 300));
                        case 2 -> text.insert(at, text.substring(at));
                        default -> text.insert(at, random.nextBoolean() ? "-1" : "99999999");
                    }
                }
                write(file.getKey(), text.toString());
            }
            Signature guess = guess();
            assertThat(guess.inputs()).hasSize(1);
            assertThat(guess.outputs()).hasSize(1);
            assertThat(guess.inputs().getFirst().because()).endsWith(".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{", "a: {", "a: [", "- "})
    void depthEndsInASentence(String opening) throws IOException {
        String deep = opening.repeat(200_000);
        write("config.pbtxt", deep);
        write("config.json", deep);
        write("README.md", "---\n" + deep + "\n---\n");
        assertThat(guess().because()).contains("config.json was passed over: it is no JSON.");
    }

    private static Map<String, Object> words(Port port) {
        assertThat(port.tensor()).isNotNull();
        return port.tensor().processing();
    }

    private static List<String> labels(Signature guess) {
        return LabelKind.labels(guess.outputs().getFirst());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Signature guess() throws IOException {
        return guess(folder);
    }

    private static Signature guess(Path folder) throws IOException {
        Path file = folder.resolve("model.onnx");
        if (Files.notExists(file)) {
            Proto graph =
                    Proto.message()
                            .field(1, Proto.node("Gemm", "x", "y"))
                            .field(11, Proto.value("x", 1, -1, 3, 32, 32))
                            .field(12, Proto.value("y", 1, -1, 3));
            Files.write(file, Proto.model(graph).bytes());
        }
        OnnxFile onnx = OnnxFile.read(file);
        Signature guess = Guess.of(onnx, "A model", file);
        Task.Declared network = new Task.Declared(onnx.inputTensors(), onnx.outputTensors());
        assertThat(Tasks.of(guess.task()).check(guess, Map.of("main", network))).isEmpty();
        return guess;
    }
}
