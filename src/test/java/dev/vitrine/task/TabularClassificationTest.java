package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.kind.label.Label;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class TabularClassificationTest {
    private static final Task.Declared NETWORK =
            new Task.Declared(
                    List.of(
                            new TensorInfo("length", ElementType.FLOAT32, Shape.of(-1, 1)),
                            new TensorInfo("island", ElementType.STRING, Shape.of(-1, 1)),
                            new TensorInfo("class", ElementType.INT64, Shape.of(-1, 1)),
                            new TensorInfo("tagged", ElementType.BOOL, Shape.of(-1, 1))),
                    List.of(
                            new TensorInfo("species", ElementType.STRING, Shape.of(-1)),
                            new TensorInfo("number", ElementType.INT64, Shape.of(-1)),
                            new TensorInfo("rare", ElementType.BOOL, Shape.of(-1)),
                            new TensorInfo("probabilities", ElementType.FLOAT32, Shape.of(-1, -1)),
                            new TensorInfo(
                                    "probabilities.keys", ElementType.STRING, Shape.of(-1))));
    private static final Task TASK = Tasks.of("tabular-classification");

    private static final List<Port> COLUMNS =
            List.of(
                    port("length", "slider").withLimits(Limits.between(0, 100)),
                    choice("island", "Dream", "Biscoe"),
                    choice("class", 3L, 5L, 2.0),
                    port("tagged", "toggle"));
    private static final Port SPECIES = port("probabilities", "label");

    @Test
    void eachColumnBecomesATensorOfOneRow() {
        Signature signature = signature(COLUMNS, List.of(SPECIES));
        assertThat(TASK.check(signature, Map.of("main", NETWORK))).isEmpty();
        Values row =
                Values.of("length", 36.5)
                        .with("island", "Biscoe")
                        .with("class", 5L)
                        .with("tagged", true);
        assertThat(((SimpleTask) TASK).before(signature, NETWORK, row))
                .containsOnly(
                        Map.entry("length", Tensor.of(new float[] {36.5f}, 1, 1)),
                        Map.entry("island", Tensor.of(List.of("Biscoe"), 1, 1)),
                        Map.entry("class", Tensor.of(new long[] {5}, 1, 1)),
                        Map.entry("tagged", Tensor.of(ElementType.BOOL, new double[] {1}, 1, 1)));
    }

    @Test
    void classesKeepTheNamesAndTheOrderThatTheModelGives() {
        Signature signature =
                signature(
                        COLUMNS,
                        List.of(
                                SPECIES,
                                choice("species", "Adelie", "Gentoo"),
                                choice("number", 3L, 5.0),
                                port("rare", "toggle")));
        Values answer =
                ((SimpleTask) TASK)
                        .after(
                                signature,
                                NETWORK,
                                Values.NONE,
                                Map.of(
                                        "species", Tensor.of(List.of("Gentoo"), 1),
                                        "number", Tensor.of(new long[] {5}, 1),
                                        "rare", Tensor.of(ElementType.BOOL, new double[] {1}, 1),
                                        "probabilities",
                                                Tensor.of(new float[] {0.25f, 0.5f, 0.25f}, 1, 3),
                                        "probabilities.keys",
                                                Tensor.of(
                                                        List.of("Chinstrap", "Gentoo", "Adelie"),
                                                        3)));
        assertThat(answer.get("probabilities", Label.class).confidences())
                .extracting(Label.Confidence::label)
                .containsExactly("Gentoo", "Chinstrap", "Adelie");
        assertThat(answer.find("species")).contains("Gentoo");
        assertThat(answer.find("number")).contains(5.0);
        assertThat(answer.find("rare")).contains(true);
    }

    @Test
    void aChoiceThatItsTensorCannotHoldIsFoundBeforeItIsChosen() {
        assertThat(problems(choice("class", 1L, "two"), "class"))
                .containsExactly(
                        "The port 'class' has the choice 'two', but the tensor 'class' holds int64;"
                            + " list numbers it can hold under choices, and what people read under"
                            + " names.");
        assertThat(problems(choice("class", 1e300), "class")).hasSize(1);
        assertThat(problems(port("island", "toggle"), "island")).hasSize(1);
    }

    @Test
    void withoutAColumnOrALabelItIsAnotherTask() {
        assertThat(TASK.check(signature(List.of(), List.of()), Map.of("main", NETWORK)))
                .extracting(Problem::message)
                .startsWith(
                        "The task tabular-classification needs an input of kind number or slider or"
                                + " choice or toggle or text; declare one, or use the task other.");
    }

    @Test
    void anEmptyAnswerIsASentence() {
        Signature signature = signature(COLUMNS, List.of(choice("species", "Adelie")));
        Map<String, Tensor> nothing = Map.of("species", Tensor.of(List.of(), 0));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> ((SimpleTask) TASK).after(signature, NETWORK, Values.NONE, nothing))
                .withMessageContaining("string[0], which is empty");
    }

    private static List<String> problems(Port port, String name) {
        List<Port> columns = COLUMNS.stream().map(p -> p.name().equals(name) ? port : p).toList();
        return TASK.check(signature(columns, List.of(SPECIES)), Map.of("main", NETWORK)).stream()
                .map(Problem::message)
                .toList();
    }

    private static Port choice(String name, Object... values) {
        return port(name, "choice").withLimits(Limits.NONE.withChoices(List.of(values)));
    }

    private static Port port(String name, String kind) {
        return Port.of(name, kind).withTensor(Binding.of(name, Map.of()));
    }

    private static Signature signature(List<Port> inputs, List<Port> outputs) {
        return new Signature(
                "T",
                "",
                "tabular-classification",
                Map.of("main", "model.onnx"),
                inputs,
                outputs,
                List.of(),
                true,
                "",
                "");
    }
}
