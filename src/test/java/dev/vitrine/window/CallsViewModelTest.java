package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.model.Model;
import dev.vitrine.run.CallLog;
import dev.vitrine.run.Caller;
import dev.vitrine.run.EndpointCall;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

@Timeout(60)
class CallsViewModelTest {
    private static final Caller CURL = new Caller(Origin.HTTP, "127.0.0.1", "curl/8.14.1");

    private final Runner runner = new Runner(2);
    private final Desk desk = new Desk();
    private final AtomicInteger shows = new AtomicInteger();
    private final Background counting =
            new Background() {
                @Override
                public <T> void work(
                        Callable<T> work,
                        Consumer<? super T> done,
                        Consumer<ProblemException> failed) {
                    desk.work(work, done, failed);
                }

                @Override
                public void show(Runnable action) {
                    shows.incrementAndGet();
                    desk.show(action);
                }
            };
    private final Model model = Functions.of(false, Functions::echo);
    private final DemoViewModel demo =
            new DemoViewModel(model, DemoViewModel.standard(model), runner, desk);
    private final List<Run> opened = new ArrayList<>();
    private final CallsViewModel calls =
            new CallsViewModel(demo, runner, (run, whole) -> opened.add(run), counting);

    @AfterEach
    void close() {
        calls.close();
        demo.close();
        runner.close();
    }

    @Test
    void aCallIsOneRowNewestFirst() {
        call("echo", 200);
        call("other", 422);
        desk.until(() -> calls.rows().size() == 2 && !underWay());
        CallRow newest = calls.rows().getFirst();
        assertThat(newest.model()).isEqualTo("other");
        assertThat(newest.status()).isEqualTo("422 does not fit");
        assertThat(newest.outcome()).isEqualTo(CallRow.Outcome.FAILED);
        CallRow first = calls.rows().getLast();
        assertThat(first.client()).isEqualTo("curl/8.14.1");
        assertThat(first.status()).isEqualTo("200 OK");
        assertThat(first.received()).isEqualTo(1_200);
        assertThat(first.time()).matches("\\d\\d:\\d\\d:\\d\\d");
        assertThat(first.words()).contains("curl/8.14.1, echo, 200 OK");
    }

    @Test
    void filtersLeaveOutOtherModelsAndOtherEnds() {
        call("echo", 200);
        call("other", 200);
        call("echo", 503);
        EndpointCall open = runner.calls().begin(CURL, "echo");
        desk.until(() -> calls.rows().size() == 4);
        desk.until(() -> calls.rows().stream().filter(r -> r.sent() < 0).count() == 1);
        calls.onlyThisModelProperty().set(true);
        assertThat(calls.rows()).extracting(CallRow::model).containsOnly("echo").hasSize(3);
        calls.show(CallRow.Outcome.FAILED);
        assertThat(calls.rows()).extracting(CallRow::status).containsExactly("503 stopped");
        calls.show(CallRow.Outcome.UNDER_WAY);
        assertThat(calls.rows()).extracting(CallRow::call).containsExactly(open);
        calls.show(null);
        assertThat(calls.rows()).hasSize(3);
        open.end(200, 0, 0);
    }

    @Test
    void aCallIsOpenedAgainAsLongAsItsRunIsKept() {
        EndpointCall call = runner.calls().begin(CURL, "echo");
        Run run = runner.submit(model, Values.of("text", "hi").with("count", 2.0), CURL);
        call.ran(run);
        run.await();
        call.end(200, 10, 10);
        call("echo", 422);
        desk.until(() -> calls.rows().size() == 2 && !underWay());
        assertThat(calls.open(calls.rows().getLast())).isTrue();
        assertThat(calls.use(calls.rows().getLast())).isTrue();
        assertThat(calls.open(calls.rows().getFirst())).isFalse();
        assertThat(opened).containsExactly(run, run);
    }

    @Test
    void aFloodIsLookedAtNowAndThenAndTheLastOfItIsShown() throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < 5_000; i++) {
            call("echo", 200);
            if (i % 5 == 0) {
                Thread.sleep(1);
            }
        }
        desk.until(() ->
                calls.rows().size() == CallLog.MOST
                        && calls.rows().getFirst().call().number() == 5_000
                        && !underWay());
        long looks = (System.nanoTime() - begun) / 200_000_000 + 3;
        assertThat(shows).hasValueLessThanOrEqualTo((int) looks);
    }

    @Test
    void clearingLeavesWhatGoesOn() {
        call("echo", 200);
        EndpointCall open = runner.calls().begin(CURL, "echo");
        desk.until(() -> calls.rows().size() == 2);
        calls.clear();
        desk.until(() -> calls.rows().size() == 1);
        assertThat(calls.rows().getFirst().status()).isEqualTo("reading");
        open.end(200, 0, 0);
    }

    @Test
    void sizesAreReadAtAGlance() {
        assertThat(List.of(-1L, 0L, 999L, 1_000L, 9_940L, 12_300L, 999_400L, 2_340_000L))
                .extracting(CallRow::size)
                .containsExactly(
                        "", "0 B", "999 B", "1.0 kB", "9.9 kB", "12 kB", "999 kB", "2.3 MB");
    }

    private boolean underWay() {
        return calls.rows().stream().anyMatch(r -> r.outcome() == CallRow.Outcome.UNDER_WAY);
    }

    private void call(String id, int status) {
        runner.calls().begin(CURL, id).end(status, 1_200, 300);
    }
}
