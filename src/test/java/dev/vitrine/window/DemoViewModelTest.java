package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.window.Outcome.Phase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

class DemoViewModelTest {
    private final Runner runner = new Runner(2);
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void beginsWithTheDefaultsAndNothingToShow() {
        DemoViewModel demo = demo(false, Functions::echo);
        assertThat(demo.inputsProperty().get()).isEqualTo(Values.of("count", 2.0));
        assertThat(demo.outcomeProperty().get()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void saysWhichInputIsMissingAndRunsOnceItIsThere() {
        DemoViewModel demo = demo(false, Functions::echo);
        demo.run();
        assertThat(demo.outcomeProperty().get().problemsOf("text"))
                .extracting(Problem::type)
                .containsExactly("missing");
        assertThat(phase(demo)).isEqualTo(Phase.EMPTY);

        demo.put("text", "hi");
        assertThat(demo.outcomeProperty().get().problems()).isEmpty();
        demo.run();
        until(demo, Phase.RESULT);
        assertThat(answer(demo)).isEqualTo("hi hi");
    }

    @Test
    void aResultIsStaleWhileTheInputsAreOthersThanThoseItCameOf() {
        DemoViewModel demo = demo(false, Functions::echo);
        demo.put("text", "hi");
        demo.run();
        until(demo, Phase.RESULT);
        demo.put("text", "ho");
        assertThat(demo.outcomeProperty().get().stale()).isTrue();
        assertThat(answer(demo)).isEqualTo("hi hi");
        demo.put("text", "hi");
        assertThat(demo.outcomeProperty().get().stale()).isFalse();
    }

    @Test
    void outputsStandBesideTheInputsTheyCameOfWhateverIsTypedSince() {
        DemoViewModel demo = demo(false, Functions::echo);
        demo.put("text", "hi");
        demo.run();
        until(demo, Phase.RESULT);
        demo.put("text", "ho");
        Outcome outcome = demo.outcomeProperty().get();
        assertThat(outcome.inputs().get("text", String.class)).isEqualTo("hi");
        assertThat(outcome.outputs().names()).isNotEmpty();
        demo.clear();
        assertThat(demo.outcomeProperty().get().inputs()).isEqualTo(Values.NONE);
    }

    @Test
    void whileItIsLiveAnInputTheModelCannotUseYetIsNoFailure() {
        DemoViewModel demo =
                demo(
                        true,
                        (in, context) -> {
                            if (in.get("text", String.class).equals("ok")) {
                                return Functions.echo(in, context);
                            }
                            throw ProblemException.input(Problem.at("text", "short", "Write on."));
                        });
        demo.put("text", "o");
        desk.until(() -> !demo.outcomeProperty().get().problemsOf("text").isEmpty());
        assertThat(demo.outcomeProperty().get().phase()).isEqualTo(Phase.EMPTY);
        demo.put("text", "ok");
        until(demo, Phase.RESULT);
        assertThat(demo.outcomeProperty().get().problems()).isEmpty();
    }

    @Test
    void aRunThatFailsShowsItsSentenceAndKeepsTheInputs() {
        DemoViewModel demo = demo(false, Functions::throwing);
        demo.put("text", "hi");
        demo.run();
        until(demo, Phase.FAILED);
        assertThat(demo.outcomeProperty().get().problems().getFirst().message())
                .contains("no such word");
        assertThat(demo.inputsProperty().get().get("text", String.class)).isEqualTo("hi");
    }

    @Test
    void stopEndsARunThatNeverWould() {
        DemoViewModel demo = demo(false, Functions::endless);
        demo.put("text", "hi");
        demo.run();
        until(demo, Phase.RUNNING);
        demo.stop();
        until(demo, Phase.STOPPED);
        assertThat(demo.inputsProperty().get().get("text", String.class)).isEqualTo("hi");
    }

    @Test
    void stopKeepsWhatWasShownSoFar() {
        DemoViewModel demo =
                demo(
                        false,
                        (in, context) -> {
                            context.partial(Functions.answer("half"));
                            return Functions.endless(in, context);
                        });
        demo.put("text", "hi");
        demo.run();
        desk.until(() -> demo.outcomeProperty().get().partial());
        demo.stop();
        until(demo, Phase.STOPPED);
        assertThat(answer(demo)).isEqualTo("half");
    }

    @Test
    void anOlderLiveRunNeverTakesThePlaceOfANewerOne() {
        CountDownLatch olderWorks = new CountDownLatch(1);
        CountDownLatch newerIsDone = new CountDownLatch(1);
        DemoViewModel demo =
                demo(
                        true,
                        (in, context) -> {
                            if (Functions.text(in).equals("older")) {
                                olderWorks.countDown();
                                await(newerIsDone);
                            }
                            return Functions.answer(Functions.text(in));
                        });
        demo.put("text", "older");
        until(demo, Phase.RUNNING);
        await(olderWorks);
        Run older = demo.outcomeProperty().get().run();
        demo.put("text", "newer");
        until(demo, Phase.RESULT);
        newerIsDone.countDown();
        older.await();
        desk.hearAll();
        assertThat(answer(demo)).isEqualTo("newer");
        assertThat(phase(demo)).isEqualTo(Phase.RESULT);
    }

    @Test
    void liveModeFollowsEveryChangeAndShowsNothingOnceAnInputIsGone() {
        DemoViewModel demo = demo(true, Functions::echo);
        demo.put("text", "a");
        until(demo, Phase.RESULT);
        demo.put("text", "b");
        until(demo, Phase.RESULT);
        assertThat(answer(demo)).isEqualTo("b b");
        demo.put("text", null);
        assertThat(demo.outcomeProperty().get()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void liveModeLeavesAValueOutOfBoundsToTheEditor() {
        DemoViewModel demo = demo(true, Functions::echo);
        demo.put("text", "a");
        until(demo, Phase.RESULT);
        demo.put("count", 11.0);
        assertThat(phase(demo)).isEqualTo(Phase.RESULT);
        assertThat(demo.outcomeProperty().get().stale()).isTrue();
    }

    @Test
    void whileItIsLiveExamplesAreRememberedOneByOneAndChangesByHandAsOne() {
        DemoViewModel demo = demo(true, Functions::echo);
        demo.put("text", "a");
        until(demo, Phase.RESULT);
        demo.put("text", "ab");
        until(demo, Phase.RESULT);
        demo.example(1);
        untilExample(demo, 1);
        demo.example(2);
        untilExample(demo, 2);
        demo.put("text", "c");
        until(demo, Phase.RESULT);
        demo.put("text", "cd");
        until(demo, Phase.RESULT);
        // the answer is shown before the run is written down
        desk.until(() -> remembered().getFirst().equals("cd"));
        assertThat(remembered()).containsExactly("cd", "a long one", "hi", "ab");
    }

    private List<String> remembered() {
        return runner.history().runs().stream()
                .map(run -> run.inputs().get("text", String.class))
                .toList();
    }

    @Test
    void anExampleFillsTheInputsRunsAndIsMarkedUntilTheyChange() {
        DemoViewModel demo = demo(false, Functions::echo);
        demo.example(2);
        until(demo, Phase.RESULT);
        assertThat(answer(demo)).isEqualTo("a long one a long one a long one");
        assertThat(demo.exampleProperty().get()).isEqualTo(2);
        demo.put("count", 1.0);
        assertThat(demo.exampleProperty().get()).isZero();
    }

    @Test
    void theExampleAskedForLastIsTheOneThatStays() {
        DemoViewModel demo = demo(false, Functions::echo);
        demo.example(1);
        demo.example(2);
        desk.until(() -> demo.exampleProperty().get() == 2 && phase(demo) == Phase.RESULT);
        desk.hearAll();
        assertThat(demo.exampleProperty().get()).isEqualTo(2);
        assertThat(answer(demo)).startsWith("a long one");
    }

    @Test
    void clearGoesBackToTheDefaultsAndHearsNoMoreOfTheRun() {
        DemoViewModel demo = demo(false, Functions::endless);
        demo.put("text", "hi");
        demo.put("count", 5.0);
        demo.run();
        until(demo, Phase.RUNNING);
        demo.clear();
        assertThat(demo.inputsProperty().get()).isEqualTo(Values.of("count", 2.0));
        assertThat(demo.outcomeProperty().get()).isEqualTo(Outcome.NOTHING);
        runner.close();
        desk.hearAll();
        assertThat(demo.outcomeProperty().get()).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void theSelfTestTellsWhatItsExamplesGave() {
        DemoViewModel demo = demo(false, Functions::echo);
        demo.checkItself();
        desk.until(() -> demo.checkProperty().get().known());
        assertThat(demo.checkProperty().get().passed()).isTrue();

        DemoViewModel wrong = demo(false, (in, context) -> Functions.answer("else"));
        wrong.checkItself();
        desk.until(() -> wrong.checkProperty().get().known());
        assertThat(wrong.checkProperty().get().passed()).isFalse();
        assertThat(wrong.checkProperty().get().words()).contains("short");
    }

    @Test
    void theSelfTestTellsWhatTheTestTensorsBesideAModelGave() {
        try (Model model =
                ModelFolder.read(
                        Path.of("src/test/resources/ladder/test-data"), new OnnxRuntime())) {
            DemoViewModel demo =
                    new DemoViewModel(model, DemoViewModel.standard(model), runner, desk);
            demo.checkItself();
            desk.until(() -> demo.checkProperty().get().phase() == SelfCheck.Phase.FAILED);
            assertThat(demo.checkProperty().get().words())
                    .startsWith("Test tensors test_inputs.npz: sum: 1 of 3 elements differ");
        }
    }

    @Test
    void whatKeepsAModelFromBeingOpenedIsShownAtOnce() {
        CountDownLatch shown = new CountDownLatch(1);
        DemoViewModel demo =
                opening(context -> {
                    context.progress(Double.NaN, "Checking this file first…");
                    wait(shown);
                    context.progress(Double.NaN, "");
                    throw ProblemException.model("It was stopped; take another.");
                });
        demo.checkItself();
        desk.until(() -> demo.checkProperty().get().phase() == SelfCheck.Phase.CHECKING);
        assertThat(demo.checkProperty().get().words()).isEqualTo("Checking this file first…");
        assertThat(demo.outcomeProperty().get().phase()).isEqualTo(Phase.EMPTY);
        shown.countDown();
        desk.until(() -> demo.outcomeProperty().get().phase() == Phase.FAILED);
        assertThat(demo.checkProperty().get().phase()).isEqualTo(SelfCheck.Phase.STOPPED);
        assertThat(demo.outcomeProperty().get().problems().getFirst().message())
                .isEqualTo("It was stopped; take another.");
    }

    @Test
    void aFirstRunThatTookTooLongSaysNothingAboutTheNext() {
        DemoViewModel demo =
                opening(context -> {
                    throw ProblemException.run("It was stopped; run it again.", null);
                });
        demo.checkItself();
        desk.until(() -> demo.outcomeProperty().get().phase() == Phase.FAILED);
        assertThat(demo.checkProperty().get()).isEqualTo(SelfCheck.State.UNKNOWN);
    }

    @Test
    void aPageThatIsClosedWaitsForNoCheck() {
        CountDownLatch stopped = new CountDownLatch(1);
        DemoViewModel demo =
                opening(context -> {
                    try (var _ = context.stop().onRequest(stopped::countDown)) {
                        wait(stopped);
                        context.stop().check();
                    }
                });
        demo.checkItself();
        demo.close();
        wait(stopped);
        desk.hearAll();
        assertThat(demo.checkProperty().get()).isEqualTo(SelfCheck.State.UNKNOWN);
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DemoViewModel opening(Consumer<RunContext> load) {
        Model echo = Functions.of(false, Functions::echo);
        Model model =
                new Model() {
                    @Override
                    public String id() {
                        return echo.id();
                    }

                    @Override
                    public Signature signature() {
                        return echo.signature();
                    }

                    @Override
                    public void load(RunContext context) {
                        load.accept(context);
                    }

                    @Override
                    public Values predict(Values inputs, RunContext context) {
                        return echo.predict(inputs, context);
                    }

                    @Override
                    public void close() {}
                };
        return new DemoViewModel(model, DemoViewModel.standard(model), runner, desk);
    }

    private DemoViewModel demo(boolean live, BiFunction<Values, RunContext, Values> function) {
        Model model = Functions.of(live, function);
        return new DemoViewModel(model, DemoViewModel.standard(model), runner, desk);
    }

    private void untilExample(DemoViewModel demo, int number) {
        desk.until(() -> demo.exampleProperty().get() == number);
        until(demo, Phase.RESULT);
    }

    private void until(DemoViewModel demo, Phase phase) {
        desk.until(() -> phase(demo) == phase && !demo.outcomeProperty().get().stale());
    }

    private static Phase phase(DemoViewModel demo) {
        return demo.outcomeProperty().get().phase();
    }

    private static String answer(DemoViewModel demo) {
        return demo.outcomeProperty().get().outputs().get("answer", String.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
