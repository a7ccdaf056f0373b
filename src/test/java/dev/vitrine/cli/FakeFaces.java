package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// Functions as models, and faces that note what they were asked for.
class FakeFaces implements Cli.Faces {
    /// What a run of the command line left behind.
    record Said(int code, String out, String err) {
        /// The command line was wrong, and one sentence says so, naming this.
        void assertWrong(String named) {
            assertThat(code).isEqualTo(Cli.WRONG);
            assertThat(out).isEmpty();
            assertThat(err.lines()).hasSize(1);
            assertThat(err).contains(named).endsWith("\n");
        }
    }

    static final byte[] PNG = {1, 2, 3};

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<Model> models;
    final CountDownLatch serving = new CountDownLatch(1);
    boolean display = true;

    FakeFaces(Model... models) {
        this.models = List.of(models);
    }

    static Model model(
            String id,
            List<Port> inputs,
            List<Port> outputs,
            Function<Values, Values> function,
            Example... examples) {
        Signature signature =
                new Signature(
                        Port.labelOf(id),
                        "What " + id + " does.",
                        "other",
                        Map.of(),
                        inputs,
                        outputs,
                        List.of(examples),
                        false,
                        "",
                        "");
        return new FunctionModel(id, signature, (values, _) -> function.apply(values));
    }

    Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code =
                Cli.run(
                        List.of(arguments),
                        this,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(
                code,
                out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"),
                err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    @Override
    public Catalog catalog() {
        asked.add("catalog");
        Catalog catalog =
                new Catalog(
                        List.of(),
                        file -> {
                            throw new AssertionError("no network is opened here: " + file);
                        });
        models.forEach(catalog::add);
        return catalog;
    }

    @Override
    public Runner runner() {
        return new Runner(1);
    }

    @Override
    public boolean hasDisplay() {
        return display;
    }

    @Override
    public void window(Catalog catalog, Runner runner, Optional<String> model) {
        asked.add("window " + model.orElse("gallery"));
    }

    @Override
    public Cli.Served serve(List<Model> served, Runner runner, OptionalInt port) {
        asked.add("serve %s %s".formatted(served.stream().map(Model::id).toList(), port));
        return new Cli.Served() {
            @Override
            public URI address() {
                serving.countDown();
                return URI.create("http://127.0.0.1:7860");
            }

            @Override
            public URI share(String host, Optional<String> token) {
                asked.add("share %s %s".formatted(host, token.orElse("")).strip());
                if (host.equals("nowhere")) {
                    throw ProblemException.input(Problem.of("host", "Give an address."));
                }
                return URI.create("http://" + host + ":7860/?token=" + token.orElse("random"));
            }

            @Override
            public void close() {
                asked.add("closed");
            }
        };
    }

    @Override
    public void mcp(List<Model> tools, Runner runner, PrintStream out) {
        asked.add("mcp " + tools.stream().map(Model::id).toList());
        out.println("{}");
    }

    @Override
    public byte[] gallery(Catalog catalog, Cli.Picture picture) {
        asked.add("gallery " + picture);
        return PNG;
    }

    @Override
    public byte[] shot(Model model, Runner runner, Cli.Picture picture) {
        asked.add("shot %s %s".formatted(model.id(), picture));
        return PNG;
    }
}
