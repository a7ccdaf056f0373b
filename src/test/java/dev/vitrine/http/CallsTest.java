package dev.vitrine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.run.CallLog;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.EndpointCall.Ending;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

/// What is noted of the calls that come in.
@Timeout(60)
class CallsTest {
    private final Served served = new Served(Endpoint.Options.STANDARD.withPort(0), new Runner(1));
    private final CallLog log = served.runner.calls();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void aCallIsNotedWithItsClientModelStatusAndSizes() throws Exception {
        String body = "{\"number\": 4}";
        String answer = served.json("half", body, "User-Agent", "a test/1.0").body();
        EndpointCall call = ended(0);
        assertThat(call.caller().agent()).isEqualTo("a test/1.0");
        assertThat(call.caller().address()).isEqualTo("127.0.0.1");
        assertThat(call.model()).isEqualTo("half");
        Ending ending = call.ending().orElseThrow();
        assertThat(ending.status()).isEqualTo(200);
        assertThat(ending.received()).isEqualTo(body.length());
        assertThat(ending.sent()).isEqualTo(answer.length());
        assertThat(ending.took()).isPositive();
        assertThat(call.complaint()).isEmpty();
        assertThat(call.run().orElseThrow()).isSameAs(served.runner.history().runs().getFirst());
    }

    @Test
    void whatIsRefusedIsNotedWithTheSentenceItWasTold() throws Exception {
        served.json("half", "{\"number\": 99}");
        served.json("none", "{}");
        served.json("half", "{\"number\": 1}", "Accept", "image/png");
        served.json("throwing", "{}");
        assertThat(List.of(ended(3), ended(2), ended(1), ended(0)))
                .extracting(call -> call.ending().orElseThrow().status())
                .containsExactly(422, 404, 406, 500);
        assertThat(ended(3).complaint()).isEqualTo("'Number' is 99; give a number from 0 to 10.");
        assertThat(log.calls()).noneMatch(call -> call.complaint().isEmpty());
        assertThat(log.count()).isEqualTo(4);
    }

    @Test
    void aCallIsThereWhileItGoesOnAndWhileItWaitsSaysWhere() throws Exception {
        try (Wire first = new Wire(served.port());
                Wire second = new Wire(served.port())) {
            first.raw(endless());
            served.begun.acquire();
            second.raw(endless());
            // it is in the queue a moment before its call knows of it
            while (served.runner.waiting() == 0 || log.calls().getFirst().run().isEmpty()) {
                Thread.sleep(1);
            }
            assertThat(log.calls()).allMatch(call -> call.ending().isEmpty());
            EndpointCall waits = log.calls().getFirst();
            assertThat(waits.run().flatMap(Run::place).map(QueuePlace::position)).contains(1);
            log.clear();
            assertThat(log.calls()).as("what goes on is not cleared").hasSize(2);
        }
        ended(0);
        ended(1);
        log.clear();
        assertThat(log.calls()).isEmpty();
        assertThat(log.count()).isEqualTo(2);
    }

    @Test
    void theLastFiveHundredAreKept() throws Exception {
        for (int i = 0; i < CallLog.MOST + 5; i++) {
            served.json("none", "{}");
        }
        ended(0);
        assertThat(log.calls()).hasSize(CallLog.MOST);
        assertThat(log.calls().getFirst().number()).isEqualTo(CallLog.MOST + 5);
        assertThat(log.count()).isEqualTo(CallLog.MOST + 5);
    }

    private String endless() {
        return "POST /models/endless/predict HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                .formatted(served.port());
    }

    /// The call at a place of the list, newest first, once it has ended: the answer may be there
    /// before.
    private EndpointCall ended(int index) throws InterruptedException {
        while (log.calls().get(index).ending().isEmpty()) {
            Thread.sleep(1);
        }
        return log.calls().get(index);
    }
}
