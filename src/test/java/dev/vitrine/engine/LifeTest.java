package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Networks are shared between threads, and closed while others still run them.
@Timeout(120)
class LifeTest {
    private static final Path DIGITS = Path.of("models/digits/model.onnx");

    @TempDir Path folder;

    @Test
    void runsAtTheSameTimeGiveWhatRunsOneAfterTheOtherGive() throws Exception {
        Random random = new Random(1);
        List<Map<String, Tensor>> inputs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            float[] pixels = new float[784];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = random.nextFloat();
            }
            inputs.add(Map.of("image", Tensor.of(pixels, 1, 1, 28, 28)));
        }
        try (Network network = Networks.open(DIGITS);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Map<String, Tensor>> alone =
                    inputs.stream().map(i -> network.run(i, new Stop())).toList();
            List<Callable<Map<String, Tensor>>> calls =
                    inputs.stream()
                            .map(i ->
                                    (Callable<Map<String, Tensor>>)
                                            () -> network.run(i, new Stop()))
                            .toList();

            List<Map<String, Tensor>> together = new ArrayList<>();
            for (Future<Map<String, Tensor>> future : threads.invokeAll(calls)) {
                together.add(future.get());
            }

            assertThat(together).isEqualTo(alone);
        }
    }

    @Test
    void closingWaitsForRunsInFlight() throws InterruptedException {
        Network network = Networks.open(Networks.SLOW_LOOP);
        SlowRun run = SlowRun.start(network);
        run.awaitNativeCode();
        Thread closing = Thread.ofPlatform().daemon().start(network::close);
        while (closing.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        assertThat(run.ended()).isFalse();

        run.stop().request();

        assertThat(run.awaitEnd()).isInstanceOf(StoppedException.class);
        closing.join();
    }

    @Test
    void aClosedNetworkSaysSo() {
        Network network = Networks.open(Networks.SLOW_LOOP);
        network.close();
        assertThatThrownBy(() -> network.run(SlowRun.steps(1), new Stop()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The network 'slow-loop.onnx' is closed; open it again.");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Network network = Networks.open(Networks.SLOW_LOOP);
        network.close();
        network.close();
        assertThat(network.inputs()).hasSize(1);
    }

    @Test
    void outputsOutliveTheirNetwork() {
        Tensor scores;
        try (Network network = Networks.open(folder, TestModels.constant(List.of("ü"), 1))) {
            scores = network.run(Map.of(), new Stop()).get(TinyModel.OUTPUT);
        }
        assertThat(scores.strings()).containsExactly("ü");
    }
}
