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
import org.junit.jupiter.params.provider.CsvSource;
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

    private static final String RDF =
            """
            type: model
            name: Whole
            inputs:
              - name: x
                axes: bcyx
                data_range: [0, 255]
                preprocessing:
                  - {name: scale_linear, kwargs: {gain: [1, 2, 3], offset: [0, 0, 0], axes: yx}}
                  - {name: zero_mean_unit_variance, kwargs: {mode: fixed, mean: 1, std: 2}}
                  - {name: scale_range, kwargs: {axes: xy, min_percentile: 1, max_percentile: 99}}
                  - {name: clip, kwargs: {min: 0, max: 1}}
            outputs:
              - id: y
                axes: [{type: batch}, {type: channel, channel_names: [a, b, c]}]
                postprocessing: [{id: softmax, kwargs: {axis: channel}}, {id: sigmoid}]
            """;

    private static final String ML_MODEL =
            """
            saved_input_example_info: {artifact_path: input_example.json}
            signature:
              inputs: '[{"name": "a", "type": "long"}, {"name": "b", "type": "boolean"}]'
              params: '[{"name": "x", "default": 0.5}]'
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
                    "rdf.yaml",
                    RDF,
                    "MLmodel",
                    ML_MODEL,
                    "input_example.json",
                    "{\"inputs\": {\"x\": [[[[0.5, 1], [2, 3]]]]}}",
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
    @CsvSource(
            delimiter = '|',
            value = {
                "gain: [1, 2, 3]|gain: [1, 2]|scale_linear",
                "std: 2|std: 0|fixed_zero_mean_unit_variance",
                "mode: fixed|mode: per_dataset|zero_mean_unit_variance",
                "axes: xy|axes: qy|scale_range",
                "{min: 0, max: 1}|{max: 1}|clip",
                "clip, kwargs: {min: 0, max: 1}|laplace|laplace"
            })
    void aStepThatCannotBeCarriedOutLeavesTheTensorAndSaysSo(String from, String to, String step)
            throws IOException {
        write("rdf.yaml", RDF.replace(from, to));
        Port port = guess().inputs().getFirst();
        assertThat(port.kind()).isEqualTo("tensor");
        assertThat(words(port)).isEmpty();
        assertThat(port.because())
                .contains(
                        "rdf.yaml beside it asks for the step %s (preprocessing), which Vitrine does not carry out"
                                .formatted(step));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "axes: bcyx|axes: bcyxz|axes",
                "type: model|type: dataset|describes no model",
                "name: x|name: [|no YAML",
                "name: Whole|weights: {onnx: {source: other.onnx}}|is about 'other.onnx'",
                "name: Whole|a: &a [1]\\nb: *a|no YAML"
            })
    void bioImagesMistakesArePassedOver(String from, String to, String why) throws IOException {
        write("rdf.yaml", RDF.replace(from, to.replace("\\n", "\n")));
        Signature guess = guess();
        assertThat(guess.because()).contains("rdf.yaml was passed over: ").contains(why);
        assertThat(guess.inputs().getFirst().kind()).isEqualTo("image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signature: {inputs: '['}",
                "signature: {inputs: '[{\"name\": \"a\", \"type\": \"long\"}]'}",
                "flavors: {onnx: {data: other.onnx}}",
                "a: [",
                "- 1"
            })
    void mlflowsMistakesArePassedOver(String text) throws IOException {
        write("MLmodel", text);
        assertThat(guess().because()).contains("MLmodel was passed over: ");
    }

    @Test
    void anExampleThatDoesNotFitIsPassedOver() throws IOException {
        write("MLmodel", "saved_input_example_info: {artifact_path: ../x.json}");
        assertThat(guess().because()).contains("only the model's own folder is read");
        write("MLmodel", "saved_input_example_info: {artifact_path: e.json}");
        write("e.json", "{\"inputs\": [[1]]}");
        Signature guess = guess();
        assertThat(guess.examples()).isEmpty();
        assertThat(guess.because()).contains("e.json was passed over: it has nothing that fits");
    }

    /// More than is read, a few lines that stand for more than memory holds, and a link.
    @ParameterizedTest
    @ValueSource(
            strings = {"rdf.yaml", "MLmodel", "config.json", "config.pbtxt", "serving.properties"})
    void whatIsTooLargeOrALinkIsPassedOver(String name) throws IOException {
        write(name, "a: 1\n".repeat(2 << 20));
        assertThat(guess().because()).contains(name + " was passed over: it is larger than 4 MB.");
        Files.delete(folder.resolve(name));
        Files.writeString(folder.resolve("elsewhere"), WHOLE.get(name));
        Files.createSymbolicLink(folder.resolve(name), folder.resolve("elsewhere"));
        assertThat(guess().because()).contains(name + " was passed over: it is a link");
    }

    @Test
    void aBombOfAliasesCostsASentence() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 40; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s,%s,%s]\n".formatted(i, i, before, before, before));
        }
        write("rdf.yaml", bomb.toString());
        write("MLmodel", bomb.toString());
        assertThat(guess().because())
                .contains("rdf.yaml was passed over: it is no YAML that Vitrine reads.")
                .contains("MLmodel was passed over: it is no YAML that Vitrine reads.");
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
