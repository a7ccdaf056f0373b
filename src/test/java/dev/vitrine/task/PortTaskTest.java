package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.label.Label;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class PortTaskTest {
    private static final Task.Declared NETWORK =
            new Task.Declared(
                    List.of(
                            new TensorInfo("picture", ElementType.UINT8, Shape.of(-1, 2, 2, 3)),
                            new TensorInfo("text", ElementType.STRING, Shape.of(-1)),
                            new TensorInfo("count", ElementType.INT64, Shape.of())),
                    List.of(
                            new TensorInfo("scores", ElementType.FLOAT32, Shape.of(-1, 3)),
                            new TensorInfo("name", ElementType.STRING, Shape.of(-1)),
                            new TensorInfo("mass", ElementType.FLOAT32, Shape.of(-1, 1)),
                            new TensorInfo("probabilities", ElementType.FLOAT32, Shape.of(-1, -1)),
                            new TensorInfo("probabilities.keys", ElementType.STRING, Shape.of(-1)),
                            new TensorInfo(
                                    "drawing", ElementType.FLOAT32, Shape.of(-1, 1, -1, -1))));
    private static final Task TASK = Tasks.of("other");

    @Test
    void eachInputBecomesItsTensor() {
        Signature signature =
                signature(
                        List.of(
                                port("photo", "image", "picture", Map.of()),
                                port("words", "text", "text", Map.of()),
                                port("n", "slider", "count", Map.of())),
                        List.of());
        assertThat(TASK.check(signature, Map.of("main", NETWORK))).isEmpty();
        Values values =
                Values.of("photo", Picture.of(2, 2, 3, new byte[12]))
                        .with("words", "a\nb")
                        .with("n", 3.0);
        Map<String, Tensor> tensors = ((SimpleTask) TASK).before(signature, NETWORK, values);
        assertThat(tensors).containsOnlyKeys("picture", "text", "count");
        assertThat(tensors.get("picture").form()).isEqualTo("uint8[1, 2, 2, 3]");
        assertThat(tensors.get("text")).isEqualTo(Tensor.of(List.of("a\nb"), 1));
        assertThat(tensors.get("count")).isEqualTo(Tensor.of(new long[] {3}));
    }

    @Test
    void eachOutputComesOfItsTensor() {
        Signature signature =
                signature(
                        List.of(),
                        List.of(
                                port("scores", "label", "scores", Map.of("apply", "softmax"))
                                        .withOptions(Map.of("labels", List.of("a", "b", "c"))),
                                port("name", "text", "name", Map.of()),
                                port("mass", "number", "mass", Map.of()),
                                port("species", "label", "probabilities", Map.of()),
                                port("drawing", "image", "drawing", Map.of()),
                                port("raw", "tensor", "mass", Map.of())));
        Values out =
                ((SimpleTask) TASK)
                        .after(
                                signature,
                                NETWORK,
                                Values.NONE,
                                Map.of(
                                        "scores",
                                                Tensor.of(
                                                        new float[] {0, (float) Math.log(3), 0},
                                                        1,
                                                        3),
                                        "name", Tensor.of(List.of("Gentoo"), 1),
                                        "mass", Tensor.of(new float[] {4.5f}, 1, 1),
                                        "probabilities",
                                                Tensor.of(new float[] {0.25f, 0.75f}, 1, 2),
                                        "probabilities.keys", Tensor.of(List.of("x", "y"), 2),
                                        "drawing",
                                                Tensor.of(
                                                        new float[] {0, 1, -3, 0.5f}, 1, 1, 2, 2)));
        assertThat(out.get("scores", Label.class).label()).isEqualTo("b");
        assertThat(out.get("scores", Label.class).confidences().getFirst().confidence())
                .isBetween(0.5999, 0.6001);
        assertThat(out.get("name", String.class)).isEqualTo("Gentoo");
        assertThat(out.get("mass", Double.class)).isEqualTo(4.5);
        assertThat(out.get("species", Label.class).label()).isEqualTo("y");
        assertThat(out.get("drawing", Picture.class))
                .isEqualTo(Picture.of(2, 2, 1, new byte[] {0, -1, 0, (byte) 128}));
        assertThat(out.get("raw", Tensor.class)).isEqualTo(Tensor.of(new float[] {4.5f}, 1, 1));
    }

    @Test
    void whatDoesNotFitIsFoundBeforeAnythingRuns() {
        Signature signature =
                signature(
                        List.of(
                                port("photo", "image", "pictur", Map.of()),
                                port("n", "number", "picture", Map.of())),
                        List.of(
                                port("scores", "label", "scores", Map.of())
                                        .withOptions(Map.of("labels", List.of("a", "b"))),
                                port("mass", "text", "mass", Map.of())));
        assertThat(TASK.check(signature, Map.of("main", NETWORK)))
                .extracting(Problem::message)
                .containsExactly(
                        "The port 'photo' stands for the tensor 'pictur', which the network does"
                                + " not have; use picture, text, count.",
                        "The port 'n' holds one value, but the tensor 'picture' takes [?, 2, 2, 3];"
                                + " use the kind tensor.",
                        "The port 'scores' has 2 labels, but the tensor 'scores' has 3 classes;"
                                + " make them agree.",
                        "The port 'mass' is text, but the tensor 'mass' holds float32; use the kind"
                                + " number or tensor.");
    }

    @Test
    void wordsThatAPortDoesNotReadAreRefused() {
        Signature signature =
                signature(
                        List.of(
                                port("photo", "image", "picture", Map.of("apply", "softmax")),
                                port("words", "text", "text", Map.of("layout", "NCHW")),
                                port("n", "slider", "count", Map.of("clean", List.of()))),
                        List.of(
                                port("drawing", "image", "drawing", Map.of("range", List.of(0, 1))),
                                port("half", "image", "drawing", Map.of("mean", List.of(0.5))),
                                port("scores", "label", "scores", Map.of("appl", "softmax"))));
        assertThat(TASK.check(signature, Map.of("main", NETWORK)))
                .extracting(Problem::message)
                .containsExactly(
                        "The port 'photo' has the word 'apply', which an input of kind image does"
                            + " not read; leave it out, or use layout, channels, size,"
                            + " longest_edge, size_divisor, fit, fill, antialias, range, mean, std,"
                            + " background, strokes, steps.",
                        "The port 'words' has the word 'layout', which an input of kind text does"
                                + " not read; leave it out, or use clean.",
                        "The port 'n' has the word 'clean', which an input of kind slider does not"
                                + " read; leave it out, or use index.",
                        "The port 'half' has the word 'mean', which an output of kind image does"
                                + " not read; leave it out, or use layout, channels, range, steps.",
                        "The port 'scores' has the word 'appl', which an output of kind label does"
                                + " not read; did you mean 'apply'? Its words are apply, steps.");
    }

    @Test
    void theVocabularyIsWhatThePortsRead() {
        Set<String> read = new HashSet<>(Detection.WORDS);
        read.addAll(MaskDecoding.WORDS);
        read.addAll(HeatmapDecoding.WORDS);
        read.addAll(RegionDecoding.WORDS);
        read.addAll(LineDecoding.WORDS);
        read.addAll(TextReading.WORDS);
        read.addAll(Windows.WORDS);
        read.addAll(CausalNetwork.WORDS);
        read.add(TextGeneration.BEGIN);
        read.addAll(Generating.WORDS);
        read.add(ZeroShotClassification.TEMPLATE);
        read.addAll(Speaking.WORDS);
        read.addAll(Denoising.WORDS);
        read.addAll(BoxesEncoding.WORDS);
        read.addAll(TextEncoding.WORDS);
        read.addAll(Pooling.WORDS);
        for (Adapter adapter : Adapter.ALL.values()) {
            read.addAll(adapter.inputWords());
            read.addAll(adapter.outputWords());
        }
        assertThat(Processing.words().propertyNames()).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void anInputThatNoPortFeedsIsNamed() {
        Signature signature = signature(List.of(port("n", "number", "count", Map.of())), List.of());
        assertThat(TASK.check(signature, Map.of("main", NETWORK)))
                .extracting(Problem::message)
                .containsExactly(
                        "No input feeds the network's 'picture' (uint8[?, 2, 2, 3]); declare one"
                                + " for it.",
                        "No input feeds the network's 'text' (string[?]); declare one for it.");
    }

    private static Port port(
            String name, String kind, String tensor, Map<String, Object> processing) {
        return Port.of(name, kind).withTensor(Binding.of(tensor, processing));
    }

    private static Signature signature(List<Port> inputs, List<Port> outputs) {
        return new Signature(
                "T",
                "",
                "other",
                Map.of("main", "model.onnx"),
                inputs,
                outputs,
                List.of(),
                false,
                "",
                "");
    }
}
