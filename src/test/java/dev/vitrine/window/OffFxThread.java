package dev.vitrine.window;

import dev.vitrine.kind.Raw;
import dev.vitrine.model.About;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Network;

import javafx.application.Platform;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Notes everything slow that is asked for on the FX thread.
final class OffFxThread {
    final List<String> offences = new CopyOnWriteArrayList<>();

    private void check(String what) {
        if (Platform.isFxApplicationThread()) {
            offences.add(what);
        }
    }

    Network.Opener opener(Network.Opener real) {
        return file -> {
            check("open " + file);
            return real.open(file);
        };
    }

    EndpointLink endpoint(Runnable onStart) {
        return new EndpointLink() {
            @Override
            public URI start() {
                check("start the endpoint");
                onStart.run();
                return URI.create("http://127.0.0.1:12345");
            }

            @Override
            public long calls() {
                return 3;
            }

            @Override
            public void close() {}
        };
    }

    Model model(Model real) {
        return new Model() {
            @Override
            public String id() {
                return real.id();
            }

            @Override
            public Signature signature() {
                return real.signature();
            }

            @Override
            public void load(RunContext context) {
                check("load");
                real.load(context);
            }

            @Override
            public Values predict(Values inputs, RunContext context) {
                check("predict");
                return real.predict(inputs, context);
            }

            @Override
            public Map<String, Raw> read(Example example) {
                check("read an example");
                return real.read(example);
            }

            @Override
            public About about() {
                return real.about();
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
