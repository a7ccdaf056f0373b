package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.model.format.Folder;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.LoopTask;
import dev.vitrine.task.RunContext;
import dev.vitrine.task.Task;
import dev.vitrine.task.Tasks;
import dev.vitrine.task.Tokenizers;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
class NetworkModelTest {
    static final Network.Opener NONE =
            file -> {
                throw new AssertionError("Reading opened " + file);
            };

    private static final List<TensorInfo> X =
            List.of(new TensorInfo("x", ElementType.FLOAT32, Shape.of(2)));
    private static final List<TensorInfo> Y =
            List.of(new TensorInfo("y", ElementType.FLOAT32, Shape.of(2)));
    private static final Values ONE = Values.of("a", Tensor.of(new float[] {1, 2}, 2));

    /// Hands its input on, and says what was done to it.
    private static class Echo implements Network {
        final AtomicInteger closed = new AtomicInteger();

        @Override
        public List<TensorInfo> inputs() {
            return X;
        }

        @Override
        public List<TensorInfo> outputs() {
            return Y;
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
            assertThat(closed).hasValue(0);
            return Map.of("y", inputs.get("x"));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static Model model(Network.Opener opener) {
        return model(Residents.of(opener), 0);
    }

    private static Model model(Residents residents, long bytes) {
        Signature signature =
                new Signature(
                        "Echo",
                        "",
                        "other",
                        Map.of("main", "echo.onnx"),
                        List.of(Port.of("a", "tensor").withTensor(Binding.of("x", Map.of()))),
                        List.of(Port.of("b", "tensor").withTensor(Binding.of("y", Map.of()))),
                        List.of(),
                        false,
                        "",
                        "");
        Map<String, Task.Declared> declared = Map.of("main", new Task.Declared(X, Y));
        Task task = Tasks.of("other");
        assertThat(task.check(signature, declared)).isEmpty();
        return new NetworkModel(
                "echo",
                signature,
                task,
                declared,
                Map.of("main", Path.of("echo.onnx")),
                Map.of(),
                new About(Optional.empty(), bytes, ""),
                new Folder(Path.of("")),
                residents,
                Map.of());
    }

    private static Values run(Model model) {
        return model.predict(ONE, RunContext.silent(new Stop()));
    }

    @Test
    void theFirstRunOpensTheNetworkAndLaterOnesUseIt() {
        List<Echo> opened = new ArrayList<>();
        Model model =
                model(file -> {
                    opened.add(new Echo());
                    return opened.getLast();
                });
        assertThat(opened).isEmpty();
        assertThat(run(model).get("b", Tensor.class)).isEqualTo(ONE.get("a", Tensor.class));
        model.load(RunContext.silent(new Stop()));
        run(model);
        assertThat(opened).hasSize(1);
    }

    @Test
    void manyFirstRunsAtOnceOpenTheNetworkOnce() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        Model model =
                model(file -> {
                    opened.incrementAndGet();
                    return new Echo();
                });
        CyclicBarrier together = new CyclicBarrier(8);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Values>> runs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                runs.add(
                        threads.submit(() -> {
                            together.await();
                            return run(model);
                        }));
            }
            for (Future<Values> run : runs) {
                assertThat(run.get().names()).containsExactly("b");
            }
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void aFailureToOpenIsToldAndTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Model model =
                model(file -> {
                    if (tries.incrementAndGet() == 1) {
                        throw ProblemException.model("The disk is asleep; try again.");
                    }
                    return new Echo();
                });
        assertThatThrownBy(() -> model.load(RunContext.silent(new Stop())))
                .hasMessage("The disk is asleep; try again.");
        model.load(RunContext.silent(new Stop()));
        assertThat(tries).hasValue(2);
    }

    @Test
    void closingDuringARunClosesTheNetworkOnlyAfterItAndTheNextRunOpensAnother() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Echo> opened = new ArrayList<>();
        Model model =
                model(file -> {
                    Echo slow =
                            new Echo() {
                                @Override
                                public Map<String, Tensor> run(
                                        Map<String, Tensor> inputs, Stop stop) {
                                    running.countDown();
                                    try {
                                        go.await();
                                    } catch (InterruptedException e) {
                                        throw new AssertionError(e);
                                    }
                                    return super.run(inputs, stop);
                                }
                            };
                    opened.add(slow);
                    return slow;
                });
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Values> run = threads.submit(() -> run(model));
            running.await();
            model.close();
            assertThat(opened.getFirst().closed).hasValue(0);
            go.countDown();
            assertThat(run.get().names()).containsExactly("b");
        }
        assertThat(opened.getFirst().closed).hasValue(1);
        run(model);
        assertThat(opened).hasSize(2);
        assertThat(opened.get(1).closed).hasValue(0);
        model.close();
        model.close();
        assertThat(opened.get(1).closed).hasValue(1);
    }

    @Test
    void closingWhileItOpensLeavesNothingOpen() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Echo echo = new Echo();
        Model model =
                model(file -> {
                    opening.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return echo;
                });
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<Values> run = threads.submit(() -> run(model));
            opening.await();
            model.close();
            go.countDown();
            run.get();
        }
        assertThat(echo.closed).hasValue(1);
    }

    @Test
    void theNetworkForTensorProtocolsIsOpenedByItsFirstRunAndKeptOpenByItsClose() {
        Echo echo = new Echo();
        AtomicInteger opened = new AtomicInteger();
        Model model =
                model(file -> {
                    opened.incrementAndGet();
                    return echo;
                });
        Network network = model.network().orElseThrow();
        assertThat(network.inputs()).isEqualTo(X);
        assertThat(network.outputs()).isEqualTo(Y);
        assertThat(opened).hasValue(0);
        Tensor tensor = Tensor.of(new float[] {3, 4}, 2);
        assertThat(network.run(Map.of("x", tensor), new Stop())).containsEntry("y", tensor);
        network.close();
        assertThat(echo.closed).hasValue(0);
        model.close();
        assertThat(echo.closed).hasValue(1);
    }

    @Test
    void aRunThatWasStoppedBeforeItBeganNeverReachesTheNetwork() {
        Model model =
                model(file ->
                        new Echo() {
                            @Override
                            public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
                                throw new AssertionError("It ran");
                            }
                        });
        Stop stop = new Stop();
        stop.request();
        assertThatThrownBy(() -> model.predict(ONE, RunContext.silent(stop)))
                .isInstanceOf(StoppedException.class);
    }

    @Test
    void aLoopTaskGetsItsNetworksByNameAndSpeaksThroughItsContext() {
        LoopTask twice =
                new LoopTask() {
                    @Override
                    public String id() {
                        return "twice";
                    }

                    @Override
                    public List<Problem> check(
                            Signature signature, Map<String, Declared> networks) {
                        return List.of();
                    }

                    @Override
                    public Values run(
                            Signature signature,
                            Map<String, Network> networks,
                            Tokenizers tokenizers,
                            Values inputs,
                            RunContext context) {
                        Tensor half =
                                networks.get("first")
                                        .run(
                                                Map.of("x", inputs.get("a", Tensor.class)),
                                                context.stop())
                                        .get("y");
                        context.partial(Values.of("b", half));
                        return Values.of(
                                "b",
                                networks.get("second")
                                        .run(Map.of("x", half), context.stop())
                                        .get("y"));
                    }
                };
        Map<String, Path> files = Map.of("first", Path.of("1.onnx"), "second", Path.of("2.onnx"));
        List<Path> opened = new ArrayList<>();
        Model model =
                new NetworkModel(
                        "twice",
                        model(NONE).signature(),
                        twice,
                        Map.of(
                                "first", new Task.Declared(X, Y),
                                "second", new Task.Declared(X, Y)),
                        files,
                        Map.of(),
                        new About(Optional.empty(), 0, ""),
                        new Folder(Path.of("")),
                        Residents.of(file -> {
                            opened.add(file);
                            return new Echo();
                        }),
                        Map.of());
        assertThat(run(model).get("b", Tensor.class)).isEqualTo(ONE.get("a", Tensor.class));
        assertThat(opened).containsExactlyInAnyOrderElementsOf(files.values());
        assertThat(model.network()).isEmpty();
    }

    @Test
    void whereOneOfSeveralNetworksCannotBeOpenedTheOthersAreClosed() {
        Echo first = new Echo();
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("first", Path.of("1.onnx"));
        files.put("second", Path.of("2.onnx"));
        OpenNetworks networks =
                new OpenNetworks(
                        files,
                        Map.of(),
                        About.NOTHING,
                        Residents.of(file -> {
                            if (file.toString().startsWith("2")) {
                                throw ProblemException.model("No.");
                            }
                            return first;
                        }));
        assertThatThrownBy(() -> networks.use(RunContext.silent(new Stop()), open -> open))
                .hasMessage("No.");
        assertThat(first.closed).hasValue(1);
    }

    @Test
    void runsAndClosesFromManyThreadsNeverMeetAndLeaveNothingOpen() throws Exception {
        Queue<Echo> opened = new ConcurrentLinkedQueue<>();
        Model model =
                model(file -> {
                    Echo echo = new Echo();
                    opened.add(echo);
                    return echo;
                });
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                boolean closes = t == 0;
                all.add(
                        threads.submit(() -> {
                            for (int i = 0; i < 2000; i++) {
                                if (closes) {
                                    model.close();
                                } else {
                                    run(model);
                                }
                            }
                        }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        model.close();
        assertThat(opened).isNotEmpty().allSatisfy(echo -> assertThat(echo.closed).hasValue(1));
    }

    @Test
    void theModelUsedLongestAgoIsClosedWhereTogetherTheyGrowTooLarge() {
        List<Echo> opened = new ArrayList<>();
        Network.Opener opener =
                file -> {
                    opened.add(new Echo());
                    return opened.getLast();
                };
        Residents residents = new Residents(opener, Admission.FREE, 100);
        Model first = model(residents, 40);
        Model second = model(residents, 40);
        Model third = model(residents, 40);

        run(first);
        run(second);
        run(first);
        run(third);

        assertThat(opened).extracting(echo -> echo.closed.get()).containsExactly(0, 1, 0);
        run(second);
        assertThat(opened).extracting(echo -> echo.closed.get()).containsExactly(1, 1, 0, 0);
    }

    @Test
    void aModelLargerThanTheBoundRunsAndIsClosedForTheNext() {
        List<Echo> opened = new ArrayList<>();
        Network.Opener opener =
                file -> {
                    opened.add(new Echo());
                    return opened.getLast();
                };
        Residents residents = new Residents(opener, Admission.FREE, 100);
        Model large = model(residents, 1_000);

        run(large);
        run(large);
        assertThat(opened).hasSize(1);
        run(model(residents, 1));
        assertThat(opened.getFirst().closed).hasValue(1);
    }
}
