package dev.vitrine.run;

import static dev.vitrine.run.Functions.m;
import static dev.vitrine.run.Functions.n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Form;
import dev.vitrine.model.Batching;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Timeout(120)
class BatchRunTest {
    /// Doubles a number; what it is given is kept, row by row.
    private static class Doubling implements Model, Batching {
        final List<Integer> batches = new CopyOnWriteArrayList<>();
        final CountDownLatch begun = new CountDownLatch(1);
        volatile boolean waits;

        @Override
        public String id() {
            return "doubling";
        }

        @Override
        public Signature signature() {
            return Functions.model((in, context) -> in).signature();
        }

        @Override
        public Values predict(Values inputs, RunContext context) {
            return after(inputs, run(before(inputs), context.stop()));
        }

        @Override
        public Optional<Batching> batching() {
            return Optional.of(this);
        }

        /// 404 cannot become a tensor; from 100 on the tensor is larger.
        @Override
        public Map<String, Tensor> before(Values inputs) {
            double n = inputs.get("n", Double.class);
            if (n == 404) {
                throw ProblemException.run("no such number", null);
            }
            float[] row = n < 100 ? new float[] {(float) n} : new float[] {(float) n, 0};
            return Map.of("n", Tensor.of(row, 1, row.length));
        }

        /// The network has no rows of 13.
        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
            float[] all = inputs.get("n").floats();
            long[] shape = inputs.get("n").shape();
            batches.add((int) shape[0]);
            begun.countDown();
            while (waits) {
                stop.check();
                Thread.onSpinWait();
            }
            for (int i = 0; i < all.length; i++) {
                if (all[i] == 13) {
                    throw ProblemException.run("13 again", null);
                }
                all[i] *= 2;
            }
            return Map.of("m", Tensor.of(all, shape));
        }

        @Override
        public Values after(Values inputs, Map<String, Tensor> tensors) {
            if (inputs.get("n", Double.class) == 66) {
                throw ProblemException.run("nothing for 66", null);
            }
            return m(tensors.get("m").number(0));
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private final Doubling model = new Doubling();

    @Test
    void runsThatWaitTogetherAreOneCall() {
        List<Run> runs = runs(1, 2, 3);
        BatchRun.execute(runs, model);
        assertThat(runs).extracting(Run::await).containsExactly(m(2), m(4), m(6));
        assertThat(model.batches).containsExactly(3);
    }

    @Test
    void whatIsWrongWithOneFailsThatOne() {
        List<Run> runs = runs(1, 404, 66, 2);
        BatchRun.execute(runs, model);
        assertThat(runs.get(0).await()).isEqualTo(m(2));
        assertFails(runs.get(1), "no such number");
        assertFails(runs.get(2), "nothing for 66");
        assertThat(runs.get(3).await()).isEqualTo(m(4));
        assertThat(model.batches).containsExactly(3);
    }

    @Test
    void aBatchThatFailsIsRunAgainOneByOne() {
        List<Run> runs = runs(1, 13, 2);
        BatchRun.execute(runs, model);
        assertThat(runs.get(0).await()).isEqualTo(m(2));
        assertFails(runs.get(1), "13 again");
        assertThat(runs.get(2).await()).isEqualTo(m(4));
        assertThat(model.batches).containsExactly(3, 1, 1, 1);
    }

    @Test
    void differentSizesAreNotStacked() {
        List<Run> runs = runs(1, 100, 2, 101, 3);
        BatchRun.execute(runs, model);
        assertThat(runs).extracting(Run::await).containsExactly(m(2), m(200), m(4), m(202), m(6));
        assertThat(model.batches).containsExactly(3, 2);
    }

    @Test
    void stopOfOneEndsItAtOnceAndNoOther() throws Exception {
        model.waits = true;
        List<Run> runs = runs(1, 2, 3);
        runs.get(2).stop();
        Thread worker = start(runs);
        model.begun.await();
        runs.get(0).stop();
        assertThatExceptionOfType(StoppedException.class).isThrownBy(runs.get(0)::await);
        assertThat(runs.get(1).state()).isEqualTo(Run.State.RUNNING);
        model.waits = false;
        assertThat(runs.get(1).await()).isEqualTo(m(4));
        worker.join();
        assertThat(runs.get(2).state()).isEqualTo(Run.State.STOPPED);
        assertThat(model.batches).containsExactly(2);
    }

    @Test
    void whatNobodyWantsAnyMoreEnds() throws Exception {
        model.waits = true;
        List<Run> runs = runs(1, 2);
        Thread worker = start(runs);
        model.begun.await();
        runs.forEach(Run::stop);
        worker.join();
        assertThat(runs).allMatch(run -> run.state() == Run.State.STOPPED);
        assertThat(model.batches).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "fashion", "fashion-latent"})
    void aRealModelGivesInABatchWhatItGivesAlone(String id) {
        try (Model real = ModelFolder.read(Path.of("models", id), new OnnxRuntime());
                Runner runner = new Runner(1)) {
            List<Values> inputs =
                    real.signature().examples().stream()
                            .map(e -> Form.decode(real.signature(), real.read(e)))
                            .limit(8)
                            .toList();
            List<Run> runs = new ArrayList<>();
            inputs.forEach(values -> runs.add(run(real, values)));
            BatchRun.execute(runs, real.batching().orElseThrow());
            for (int i = 0; i < inputs.size(); i++) {
                Values alone = runner.submit(real, inputs.get(i), Origin.HTTP).await();
                Batching steps = real.batching().orElseThrow();
                assertThat(close(real, runs.get(i).await(), alone))
                        .as("example %d", i + 1)
                        .isTrue();
                assertThat(steps.isOpen()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces", "language", "penguins", "sharper"})
    void aModelWithoutABatchHasNone(String id) {
        try (Model real = ModelFolder.read(Path.of("models", id), new OnnxRuntime())) {
            assertThat(real.batching()).isEmpty();
        }
    }

    @Test
    void theGainIsMeasuredAfterTheFirstRunAndNotBefore() throws Exception {
        try (Model real = ModelFolder.read(Path.of("models/digits"), new OnnxRuntime());
                Runner runner = new Runner(1)) {
            assertThat(runner.batching(real)).isEmpty();
            Values inputs =
                    Form.decode(
                            real.signature(), real.read(real.signature().examples().getFirst()));
            runner.submit(real, inputs, Origin.HTTP).await();
            while (runner.batching(real).isEmpty()) {
                Thread.sleep(10);
            }
            BatchGain gain = runner.batching(real).orElseThrow();
            assertThat(gain.size()).isIn(1, 2, 4, 8);
            assertThat(gain.isOn()).isEqualTo(gain.gain() > GainMeter.LEAST);
        }
    }

    @Test
    void aNetworkThatMixesItsRowsIsNotStacked() {
        Doubling mixing =
                new Costly() {
                    @Override
                    public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
                        Tensor sum = super.run(inputs, stop).get("m");
                        float[] all = sum.floats();
                        Arrays.sort(all);
                        return Map.of("m", Tensor.of(all, sum.shape()));
                    }
                };
        assertThat(GainMeter.measure(mixing, mixing)).isEqualTo(BatchGain.NONE);
    }

    @Test
    void aNetworkWhoseCallsCostMoreThanTheirRowsIsStacked() {
        Costly costly = new Costly();
        BatchGain gain = GainMeter.measure(costly, costly);
        assertThat(gain.isOn()).isTrue();
        assertThat(gain.gain()).isGreaterThan(GainMeter.LEAST);
    }

    /// A call takes a millisecond, however many rows it has.
    private static class Costly extends Doubling {
        @Override
        public Signature signature() {
            Signature plain = super.signature();
            return new Signature(
                    "Costly",
                    "",
                    "other",
                    Map.of(),
                    plain.inputs(),
                    plain.outputs(),
                    Stream.of(3, 1, 2)
                            .map(n -> new Example("of " + n, Map.of("n", n), Map.of(), 0))
                            .toList(),
                    false,
                    "",
                    "");
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
            LockSupport.parkNanos(1_000_000);
            return super.run(inputs, stop);
        }
    }

    private List<Run> runs(double... numbers) {
        return IntStream.range(0, numbers.length).mapToObj(i -> run(model, n(numbers[i]))).toList();
    }

    private static Run run(Model model, Values inputs) {
        Run run = new Run(1, model, inputs, Caller.of(Origin.HTTP), waiting -> Optional.empty());
        run.join();
        return run;
    }

    private Thread start(List<Run> runs) {
        return Thread.ofPlatform().start(() -> BatchRun.execute(runs, model));
    }

    private static void assertFails(Run run, String words) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(run::await)
                .withMessageContaining(words);
    }

    /// Whether the outputs are the same in JSON, numbers to 1e-5.
    private static boolean close(Model model, Values one, Values other) {
        return Form.encode(model.signature().outputs(), one)
                .equals(
                        (a, b) ->
                                a.isNumber() && b.isNumber()
                                        ? Math.abs(a.doubleValue() - b.doubleValue()) <= 1e-5
                                                ? 0
                                                : 1
                                        : a.equals(b) ? 0 : 1,
                        Form.encode(model.signature().outputs(), other));
    }
}
