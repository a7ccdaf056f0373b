package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Map;

/// A stop ends native code, not only what waits for it. A run that no stop reached would take
/// hours.
@Timeout(120)
class StopTest {
    @Test
    void aStopInTheMiddleOfARunEndsTheNativeCall() throws InterruptedException {
        try (Network network = Networks.open(Networks.SLOW_LOOP)) {
            SlowRun run = SlowRun.start(network);
            run.awaitNativeCode();
            assertThat(run.ended()).isFalse();

            run.stop().request();

            assertThat(run.awaitEnd()).isInstanceOf(StoppedException.class);
        }
    }

    @Test
    void aStopOfOneRunLeavesTheNextAlone() throws InterruptedException {
        try (Network network = Networks.open(Networks.SLOW_LOOP)) {
            SlowRun run = SlowRun.start(network);
            run.awaitNativeCode();
            run.stop().request();
            run.awaitEnd();

            Map<String, Tensor> outputs = network.run(SlowRun.steps(1), new Stop());
            assertThat(outputs.get("y").shape()).containsExactly(256, 256);
        }
    }

    @Test
    void aStopOfOneRunLeavesAnotherAtTheSameTimeAlone() throws InterruptedException {
        try (Network network = Networks.open(Networks.SLOW_LOOP)) {
            SlowRun first = SlowRun.start(network);
            SlowRun second = SlowRun.start(network);
            first.awaitNativeCode();
            second.awaitNativeCode();

            first.stop().request();
            first.awaitEnd();

            assertThat(second.ended()).isFalse();
            second.stop().request();
            assertThat(second.awaitEnd()).isInstanceOf(StoppedException.class);
        }
    }

    @Test
    void aStopBeforeTheRunKeepsItFromBeginning() {
        try (Network network = Networks.open(Networks.SLOW_LOOP)) {
            Stop stop = new Stop();
            stop.request();
            assertThatThrownBy(() -> network.run(SlowRun.forHours(), stop))
                    .isInstanceOf(StoppedException.class);
        }
    }

    @Test
    void aStopAfterTheRunTouchesNothing() {
        Stop stop = new Stop();
        try (Network network = Networks.open(Networks.SLOW_LOOP)) {
            network.run(SlowRun.steps(1), stop);
        }
        stop.request();
        assertThat(stop.requested()).isTrue();
    }
}
