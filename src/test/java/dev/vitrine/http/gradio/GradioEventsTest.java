package dev.vitrine.http.gradio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.model.FunctionModel;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What is kept for clients that ask and do not listen.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GradioEventsTest {
    private static final long LONG = TimeUnit.DAYS.toNanos(1);

    private final Runner runner = new Runner(2);

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void anEventWaitsForOneListener() {
        GradioEvents events = new GradioEvents(LONG);
        GradioEvent event = GradioEvent.of("", false, ended());
        events.add(event);
        assertThat(events.take(event.id())).contains(event);
        assertThat(events.take(event.id())).isEmpty();
        assertThat(events.find(event.id())).contains(event);
        events.told(event);
        assertThat(events.size()).isZero();
    }

    @Test
    void anEventOfAStreamIsOnNoOther() {
        GradioEvents events = new GradioEvents(LONG);
        GradioEvent event = GradioEvent.of("s", true, ended());
        events.add(event);
        assertThat(events.take(event.id())).isEmpty();
        assertThat(events.find(event.id())).contains(event);
    }

    @Test
    void whatNobodyListensToForTooLongIsStoppedAndForgotten() throws Exception {
        GradioEvents events = new GradioEvents(0);
        Run going = going();
        GradioEvent event = GradioEvent.of("s", true, going);
        events.add(event);
        Thread.sleep(1);
        events.tidy();
        assertThat(going.state().isFinal() || events.find(event.id()).isEmpty()).isTrue();
        assertThatThrownBy(going::await).isInstanceOf(RuntimeException.class);
        assertThat(going.state()).isEqualTo(Run.State.STOPPED);
        assertThat(events.size()).isZero();
    }

    @Test
    void whatSomebodyListensToGoesOnHoweverLongItTakes() {
        GradioEvents events = new GradioEvents(0);
        Run going = going();
        GradioEvent event = GradioEvent.of("", false, going);
        events.add(event);
        assertThat(events.take(event.id())).isPresent();
        events.tidy();
        assertThat(going.state().isFinal()).isFalse();
        assertThat(events.find(event.id())).contains(event);
    }

    @Test
    void ofManyThatNobodyListensToTheOldestAreForgotten() {
        GradioEvents events = new GradioEvents(LONG);
        List<GradioEvent> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            GradioEvent event = GradioEvent.of("s", i % 2 == 0, ended());
            all.add(event);
            events.add(event);
        }
        assertThat(events.size()).isLessThanOrEqualTo(100);
        assertThat(events.find(all.getFirst().id())).isEmpty();
        assertThat(events.find(all.getLast().id())).isPresent();
    }

    @Test
    void runsThatGoOnAndThatNobodyListensToAreNotEndless() {
        GradioEvents events = new GradioEvents(LONG);
        List<Run> runs = new ArrayList<>();
        try (Runner wide = new Runner(120)) {
            for (int i = 0; i < 100; i++) {
                runs.add(going(wide));
                events.add(GradioEvent.of("s", true, runs.getLast()));
            }
            Run last = going(wide);
            assertThatThrownBy(() -> events.add(GradioEvent.of("s", true, last)))
                    .isInstanceOf(ProblemException.class);
            assertThatThrownBy(last::await).isInstanceOf(RuntimeException.class);
            events.close();
            runs.forEach(
                    run -> assertThatThrownBy(run::await).isInstanceOf(RuntimeException.class));
        }
    }

    private Run ended() {
        Run run = runner.submit(model(false), Values.NONE, Origin.HTTP);
        run.await();
        return run;
    }

    private Run going() {
        return going(runner);
    }

    private static Run going(Runner runner) {
        return runner.submit(model(true), Values.NONE, Origin.HTTP);
    }

    private static FunctionModel model(boolean endless) {
        Signature signature =
                new Signature(
                        "t",
                        "",
                        "other",
                        Map.of(),
                        List.of(),
                        List.of(Port.of("text", "text")),
                        List.of(),
                        false,
                        "",
                        "");
        return new FunctionModel(
                "t",
                signature,
                (_, context) -> {
                    while (endless) {
                        context.stop().check();
                        LockSupport.parkNanos(1_000_000);
                    }
                    return Values.of("text", "");
                });
    }
}
