package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Outcome.Phase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class HistoryViewModelTest {
    private final Runner runner = new Runner(2);
    private final Desk desk = new Desk();
    private final Model model =
            Functions.of(
                    false,
                    (in, context) ->
                            Functions.text(in).equals("bad")
                                    ? Functions.throwing(in, context)
                                    : Functions.echo(in, context));
    private final DemoViewModel demo =
            new DemoViewModel(model, DemoViewModel.standard(model), runner, desk);
    private final HistoryViewModel history = new HistoryViewModel(demo, runner.history(), desk);

    @AfterEach
    void close() {
        history.close();
        runner.close();
    }

    @Test
    void aRunOverHttpAppearsInOneLineNewestFirst() {
        call("hi\nthere", 2);
        call("ho", 1);
        desk.until(() -> history.runs().size() == 2);
        PastRun newest = history.runs().getFirst();
        assertThat(newest.origin()).isEqualTo("HTTP");
        assertThat(newest.inputs()).isEqualTo("ho · 1");
        assertThat(newest.outputs()).isEqualTo("ho");
        assertThat(newest.time()).matches("\\d\\d:\\d\\d:\\d\\d");
        assertThat(history.runs().getLast().inputs()).isEqualTo("hi there · 2");
    }

    @Test
    void aRunIsShownAgainWithItsInputsAndOutputsAndUndoBringsBackMyInputs() {
        demo.put("text", "mine");
        call("theirs", 2);
        desk.until(() -> history.runs().size() == 1);
        history.show(history.runs().getFirst());
        assertThat(demo.inputsProperty().get().get("text", String.class)).isEqualTo("theirs");
        assertThat(demo.outcomeProperty().get().phase()).isEqualTo(Phase.RESULT);
        assertThat(demo.outcomeProperty().get().stale()).isFalse();
        assertThat(demo.outcomeProperty().get().outputs().get("answer", String.class))
                .isEqualTo("theirs theirs");
        demo.undo();
        assertThat(demo.inputsProperty().get().get("text", String.class)).isEqualTo("mine");
        assertThat(demo.outcomeProperty().get().stale()).isTrue();
    }

    @Test
    void aFailedRunSaysWhyAndIsShownAsAFailure() {
        try {
            call("bad", 1);
        } catch (ProblemException e) {
            assertThat(e).hasMessageContaining("no such word");
        }
        desk.until(() -> history.runs().size() == 1);
        PastRun bad = history.runs().getFirst();
        assertThat(bad.failed()).isTrue();
        assertThat(bad.outputs()).contains("no such word");
        history.show(bad);
        assertThat(demo.outcomeProperty().get().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void usingTheInputsLeavesTheAnswerAlone() {
        demo.put("text", "mine");
        demo.run();
        desk.until(() -> demo.outcomeProperty().get().phase() == Phase.RESULT);
        call("theirs", 2);
        desk.until(() -> history.runs().size() == 2);
        history.use(history.runs().getFirst());
        assertThat(demo.inputsProperty().get().get("text", String.class)).isEqualTo("theirs");
        assertThat(demo.outcomeProperty().get().outputs().get("answer", String.class))
                .isEqualTo("mine mine");
        assertThat(demo.outcomeProperty().get().stale()).isTrue();
    }

    @Test
    void clearingForgetsThisDemosRunsAndUndoBringsThemBack() {
        Model other = Functions.of(false, Functions::echo);
        runner.submit(other, Values.of("text", "other").with("count", 1.0), Origin.HTTP).await();
        call("hi", 1);
        desk.until(() -> history.runs().size() == 1);
        history.clear();
        desk.until(() -> history.runs().isEmpty());
        assertThat(runner.history().runs()).hasSize(1);
        history.undo();
        desk.until(() -> history.runs().size() == 1);
        assertThat(history.canUndoProperty().get()).isFalse();
    }

    @Test
    void aPastRunIsShownAgainBesideTheSecretThatStandsInTheFields() {
        Port key = Port.of("key", "text").withOptions(Map.of("secret", true));
        Signature signature =
                new Signature(
                        "Door",
                        "",
                        "other",
                        Map.of(),
                        List.of(Functions.TEXT, key),
                        List.of(Functions.ANSWER),
                        List.of(),
                        false,
                        "",
                        "");
        Model door = FunctionModel.of(signature, (in, context) -> Values.of("answer", "open"));
        DemoViewModel page = new DemoViewModel(door, DemoViewModel.standard(door), runner, desk);
        try (HistoryViewModel past = new HistoryViewModel(page, runner.history(), desk)) {
            runner.submit(door, Values.of("text", "ho").with("key", "theirs"), Origin.HTTP).await();
            desk.until(() -> past.runs().size() == 1);
            assertThat(past.runs().getFirst().words()).doesNotContain("theirs");
            page.put("key", "mine");
            past.show(past.runs().getFirst());
            assertThat(page.inputsProperty().get())
                    .isEqualTo(Values.of("text", "ho").with("key", "mine"));
            assertThat(page.outcomeProperty().get().stale()).isFalse();
        }
    }

    private void call(String text, double count) {
        runner.submit(model, Values.of("text", text).with("count", count), Origin.HTTP).await();
    }
}
