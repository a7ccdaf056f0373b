package dev.vitrine.http.gradio;

import dev.vitrine.http.exchange.RunListener;
import dev.vitrine.http.exchange.StreamHearer;
import dev.vitrine.http.exchange.Wrong;
import dev.vitrine.run.Progress;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.NullNode;

import java.io.IOException;

/// A client of Gradio's simple protocol, which curl reads: `generating`, then `complete` or
/// `error`, outputs always whole.
///
/// @param values the outputs' form
/// @param hearer the client
record GradioCallListener(GradioValues values, StreamHearer hearer) implements RunListener {
    /// Of these the protocol says nothing.
    @Override
    public void progress(Run.State state, Progress progress, @Nullable QueuePlace place) {}

    @Override
    public void partial(Values shown) throws IOException {
        hearer.tell("generating", values.of(shown));
    }

    @Override
    public void result(Values outputs) throws IOException {
        hearer.tell("complete", values.of(outputs));
    }

    @Override
    public void wrong(Wrong why) throws IOException {
        hearer.tell("error", GradioMessages.error(why));
    }

    @Override
    public void sign() throws IOException {
        hearer.tell("heartbeat", NullNode.getInstance());
    }

    @Override
    public boolean isGone() {
        return hearer.isGone();
    }
}
