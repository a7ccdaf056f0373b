package dev.vitrine.http.exchange;

import dev.vitrine.kind.Form;
import dev.vitrine.run.Progress;
import dev.vitrine.run.QueuePlace;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Values;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.IOException;

/// A client that is told a run in this endpoint's own form, with outputs by port name.
///
/// @param run the run
/// @param hearer the client
public record NamedListener(Run run, Hearer hearer) implements RunListener {
    @Override
    public void progress(Run.State state, Progress progress, @Nullable QueuePlace place)
            throws IOException {
        hearer.tell("progress", RunJson.progress(state, progress, place));
    }

    @Override
    public void partial(Values shown) throws IOException {
        hearer.tell("partial", json(shown));
    }

    @Override
    public void result(Values outputs) throws IOException {
        hearer.tell("result", json(outputs));
    }

    @Override
    public void wrong(Wrong why) throws IOException {
        hearer.tell("error", why.message());
    }

    @Override
    public void sign() throws IOException {
        hearer.sign();
    }

    @Override
    public boolean isGone() {
        return hearer.isGone();
    }

    private JsonNode json(Values values) {
        return Form.encode(run.model().signature().outputs(), values);
    }
}
