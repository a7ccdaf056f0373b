package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Clients that dawdle, wait, leave, or come in crowds.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PatienceTest {
    private static final long IDLE_MILLIS = 400;

    private static final Endpoint.Options QUICK =
            Endpoint.Options.STANDARD.withPort(0).withIdleMillis(IDLE_MILLIS);

    @Test
    void aClientThatLeavesStopsItsRun() throws Exception {
        try (Served served = new Served()) {
            Wire wire = new Wire(served.port());
            wire.raw(call(served, "endless", "{}"));
            served.begun.acquire();
            wire.close();
            served.stopped.acquire();
            assertThat(served.json("half", "{\"number\": 4}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatLeavesTakesItsWaitingRunOutOfTheQueue() throws Exception {
        try (Served served = new Served(QUICK, new Runner(1));
                Wire first = new Wire(served.port())) {
            first.raw(call(served, "endless", "{}"));
            served.begun.acquire();
            Wire second = new Wire(served.port());
            second.raw(call(served, "endless", "{}"));
            while (served.runner.waiting() == 0) {
                Thread.sleep(1);
            }
            second.close();
            while (served.runner.waiting() > 0) {
                Thread.sleep(1);
            }
        }
    }

    @Test
    void aClientThatWaitsLongerThanTheIdleTimeGetsItsAnswer() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (Served served = new Served(QUICK, new Runner(1))) {
            served.add(
                    "gated",
                    List.of(),
                    List.of(Port.of("done", "text")),
                    (_, _) -> {
                        try {
                            gate.await(5 * IDLE_MILLIS, TimeUnit.MILLISECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return Values.of("done", "yes");
                    });
            HttpResponse<String> answer = served.json("gated", "{}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"done\":\"yes\"}");
        }
    }

    @Test
    void aRequestSentBeforeTheLastWasAnsweredIsAnsweredInTurn() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (Served served = new Served(QUICK, new Runner(2));
                Wire wire = new Wire(served.port())) {
            served.add(
                    "gated",
                    List.of(),
                    List.of(Port.of("done", "text")),
                    (_, _) -> {
                        try {
                            gate.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return Values.of("done", "yes");
                    });
            wire.raw(call(served, "gated", "{}"));
            while (served.runs() == 0) {
                Thread.sleep(1);
            }
            wire.raw(call(served, "half", "{\"number\": 4}"));
            // Long enough for the parked request to have looked and found the second one.
            Thread.sleep(200);
            wire.raw(call(served, "half", "{\"number\": 6}", "Connection: close"));
            gate.countDown();
            assertThat(wire.all())
                    .containsSubsequence(
                            "HTTP/1.1 200",
                            "{\"done\":\"yes\"}",
                            "HTTP/1.1 200",
                            "{\"half\":2,\"note\":\"\"}",
                            "HTTP/1.1 200",
                            "{\"half\":3,\"note\":\"\"}");
        }
    }

    @Test
    void aSilentConnectionIsClosed() throws IOException {
        try (Served served = new Served(QUICK, new Runner(1));
                Wire wire = new Wire(served.port())) {
            assertThat(wire.raw("GET /health HT").all()).doesNotContain("200");
        }
    }

    @Test
    void aHeadThatTricklesInIsCutOff() throws Exception {
        try (Served served = new Served(QUICK, new Runner(1));
                Wire wire = new Wire(served.port())) {
            wire.raw("GET /health HTTP/1.1\r\nHost: 127.0.0.1:" + served.port() + "\r\nX-Slow: ");
            assertThat(trickle(wire)).as("was cut off").isTrue();
        }
    }

    @Test
    void aBodyThatTricklesInIsCutOff() throws Exception {
        try (Served served = new Served(QUICK, new Runner(1));
                Wire wire = new Wire(served.port())) {
            wire.send(
                    "POST /models/half/predict HTTP/1.1",
                    "Host: 127.0.0.1:" + served.port(),
                    "Content-Type: application/json",
                    "Content-Length: 100000");
            assertThat(trickle(wire)).as("was cut off").isTrue();
            assertThat(served.runs()).isZero();
        }
    }

    @Test
    void whoComesWhenTheQueueIsFullIsAskedToComeAgain() throws Exception {
        try (Served served = new Served(QUICK, new Runner(1));
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Wire> waiting = new ArrayList<>();
            for (int i = 0; i <= Runner.QUEUE; i++) {
                Wire wire = new Wire(served.port());
                wire.raw(call(served, "endless", "{}"));
                waiting.add(wire);
                if (i == 0) {
                    served.begun.acquire();
                }
            }
            while (served.runner.waiting() < Runner.QUEUE) {
                Thread.sleep(1);
            }
            try (Wire again = new Wire(served.port())) {
                again.raw(call(served, "half", "{\"number\": 4}", "Connection: close"));
                assertThat(again.all())
                        .startsWith("HTTP/1.1 503 ")
                        .contains(
                                "\r\nRetry-After: 1\r\n",
                                "\r\n\r\n{\"detail\":\"64 runs are waiting");
            }
            // Another program is no part of the crowd: it waits for its turn.
            Future<HttpResponse<String>> other =
                    crowd.submit(() -> served.json("half", "{\"number\": 4}"));
            while (served.runner.waiting() == Runner.QUEUE) {
                Thread.sleep(1);
            }
            Future<HttpResponse<String>> health = crowd.submit(() -> served.get("/health"));
            assertThat(health.get().statusCode()).isEqualTo(200);
            for (Wire wire : waiting) {
                wire.close();
            }
            served.stopped.acquire();
            assertThat(other.get().statusCode()).isEqualTo(200);
            while (served.runner.waiting() > 0) {
                Thread.sleep(1);
            }
        }
    }

    @Test
    void closingEndsWhatIsInFlight() throws Exception {
        Served served = new Served();
        try (Wire wire = new Wire(served.port())) {
            wire.raw(call(served, "endless", "{}"));
            served.begun.acquire();
            served.close();
            served.stopped.acquire();
            assertThat(wire.all()).doesNotContain("HTTP/1.1 200");
        }
    }

    /// Sends a byte now and then until the other side has had enough.
    private static boolean trickle(Wire wire) throws Exception {
        wire.socket.setSoTimeout(50);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20 * IDLE_MILLIS);
        while (System.nanoTime() < end) {
            try {
                wire.raw("x");
                if (wire.socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException e) {
                // It is still listening.
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    private static String call(Served served, String id, String body, String... headers) {
        return "POST /models/%s/predict HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
                .formatted(
                        id,
                        served.port(),
                        body.length(),
                        String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()),
                        body);
    }
}
