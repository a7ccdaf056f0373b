package dev.vitrine.http.exchange;

import dev.vitrine.run.Progress;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.StoppedException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One run, told to its client while it waits and goes on: its progress, with the place in the
/// queue, and its partial outputs as they change, then its result or what was wrong.
///
/// Only the newest of each is told, at most fifty times a second, so that a model that speaks
/// faster than its client listens costs neither memory nor time. A client that goes away stops the
/// run.
public final class RunStream {
    private static final long PACE_MILLIS = 20;

    /// How long nothing is said before a sign of life, as FastAPI has it.
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Run run;
    private final RunListener listener;
    private final BlockingQueue<Run> news = new ArrayBlockingQueue<>(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Run.@Nullable State state;
    private @Nullable Progress progress;
    private int position;
    private boolean isTimed;
    private @Nullable Values partial;
    private long spoke = System.nanoTime();

    private RunStream(Run run, RunListener listener) {
        this.run = run;
        this.listener = listener;
    }

    /// Tells everything a run says by port name, until it ends or the client has gone.
    public static void tell(Run run, Hearer hearer) {
        tell(run, new NamedListener(run, hearer));
    }

    /// Tells everything a run says, until it ends or the client has gone.
    public static void tell(Run run, RunListener listener) {
        try {
            new RunStream(run, listener).tell();
        } catch (IOException e) {
            // The client has gone.
            run.stop();
        } catch (InterruptedException e) {
            // The server is closing.
            run.stop();
        }
    }

    private void tell() throws IOException, InterruptedException {
        try (Run.Watching _ = run.watch(this::hear)) {
            while (!run.state().isFinal()) {
                boolean heard = news.poll(Client.LOOK_MILLIS, TimeUnit.MILLISECONDS) != null;
                // nobody says when a place in the queue changes
                if (heard || run.state() == Run.State.QUEUED) {
                    changed();
                }
                if (heard) {
                    pause();
                } else if (System.nanoTime() - spoke > QUIET_NANOS) {
                    listener.sign();
                    spoke = System.nanoTime();
                }
                if (listener.isGone()) {
                    run.stop();
                    return;
                }
            }
            end();
        } catch (ProblemException e) {
            // What the model has shown so far is not of the types it declares.
            run.stop();
            listener.wrong(Wrong.of(e));
        }
    }

    private void hear(Run changed) {
        news.offer(changed);
        if (changed.state().isFinal()) {
            ended.countDown();
        }
    }

    private void changed() throws IOException {
        // read first, so that what is told of the progress is never older than what is shown
        Values shown = run.partial().orElse(null);
        Run.State nowIn = run.state();
        Progress nowAt = run.progress();
        QueuePlace place = run.place().orElse(null);
        int nowBehind = place == null ? 0 : place.position();
        // how long it takes is often known only once those before have run for a while
        boolean nowTimed = place != null && place.eta().isPresent();
        if (!nowIn.isFinal()
                && (nowIn != state
                        || nowAt != progress
                        || nowBehind != position
                        || nowTimed != isTimed)) {
            state = nowIn;
            progress = nowAt;
            position = nowBehind;
            isTimed = nowTimed;
            listener.progress(nowIn, nowAt, place);
            spoke = System.nanoTime();
        }
        if (shown != null && shown != partial) {
            partial = shown;
            listener.partial(shown);
            spoke = System.nanoTime();
        }
    }

    /// Lets what comes too fast take the place of what came before it.
    private void pause() throws InterruptedException {
        var unused = ended.await(PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void end() throws IOException {
        try {
            listener.result(run.await());
        } catch (ProblemException e) {
            listener.wrong(Wrong.of(e));
        } catch (StoppedException e) {
            listener.wrong(Wrong.STOPPED);
        }
    }
}
