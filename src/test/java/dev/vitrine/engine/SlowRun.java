package dev.vitrine.engine;

import ai.onnxruntime.OrtSession;

import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;

/// A run of [Networks#SLOW_LOOP] on a thread of its own that would take hours.
final class SlowRun {
    private final Stop stop = new Stop();
    private final Thread thread;
    private volatile @Nullable Throwable end;

    private SlowRun(Network network) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .unstarted(() -> {
                            try {
                                network.run(forHours(), stop);
                            } catch (Throwable e) {
                                end = e;
                            }
                        });
    }

    static SlowRun start(Network network) {
        SlowRun run = new SlowRun(network);
        run.thread.start();
        return run;
    }

    static Map<String, Tensor> forHours() {
        return steps(1_000_000_000);
    }

    static Map<String, Tensor> steps(long steps) {
        return Map.of("steps", Tensor.of(new long[] {steps}));
    }

    Stop stop() {
        return stop;
    }

    boolean ended() {
        return !thread.isAlive();
    }

    /// Returns when the thread is inside ONNX Runtime.
    void awaitNativeCode() throws InterruptedException {
        while (!isIn(thread, OrtSession.class, "run")) {
            Thread.sleep(1);
        }
    }

    /// What the run ended with.
    @Nullable Throwable awaitEnd() throws InterruptedException {
        thread.join();
        return end;
    }

    static boolean isIn(Thread thread, Class<?> type, String method) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(f ->
                        f.isNativeMethod() == type.equals(OrtSession.class)
                                && f.getClassName().equals(type.getName())
                                && f.getMethodName().equals(method));
    }
}
