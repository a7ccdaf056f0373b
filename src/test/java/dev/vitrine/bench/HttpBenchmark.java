package dev.vitrine.bench;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.http.Endpoint;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Calls over HTTP at eight connections: of the endpoint, and of a handler that somebody would
/// write by hand for one model on the same server.
///
/// The floors: [#vitrine] at least 0.8 × [#bare]; with `-bm sample` the p99 of [#vitrineSlow] at
/// most 67 ms, which is FastAPI's.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(8)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class HttpBenchmark {
    private static final Path DIGITS = Path.of("models/digits");

    private Runner runner;
    private Model digits;
    private Endpoint endpoint;
    private BareHandler bare;
    private String json;

    @Setup
    public void open() throws Exception {
        byte[] png = Files.readAllBytes(DIGITS.resolve("examples/digit_3.png"));
        json =
                "{\"image\": \"data:image/png;base64,%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(png));
        digits = ModelFolder.read(DIGITS, new OnnxRuntime());
        // DJL's engine has to come up before the bare handler's session does
        digits.load();
        runner = new Runner();
        Catalog catalog = new Catalog(List.of(), new OnnxRuntime());
        catalog.add(digits);
        catalog.add(
                new FunctionModel(
                        "slow",
                        new Signature(
                                "Slow", "", "other", Map.of(), List.of(), List.of(), List.of(),
                                false, "", ""),
                        (_, _) -> {
                            SlowModel.burn();
                            return Values.NONE;
                        }));
        endpoint = Endpoint.start(catalog, runner, Endpoint.Options.STANDARD.withPort(0));
        bare = new BareHandler(DIGITS.resolve("model.onnx"));
    }

    @TearDown
    public void close() throws Exception {
        endpoint.close();
        runner.close();
        digits.close();
        bare.close();
    }

    /// One connection to each.
    @State(Scope.Thread)
    public static class Connection {
        private KeptAlive vitrine;
        private KeptAlive bare;
        private KeptAlive vitrineSlow;
        private KeptAlive bareSlow;

        @Setup
        public void open(HttpBenchmark all) throws IOException {
            int port = all.endpoint.address().getPort();
            vitrine = new KeptAlive(port, "/models/digits/predict", all.json);
            vitrineSlow = new KeptAlive(port, "/models/slow/predict", "{}");
            bare = new KeptAlive(all.bare.port(), "/digits", all.json);
            bareSlow = new KeptAlive(all.bare.port(), "/slow", "{}");
        }

        @TearDown
        public void close() throws IOException {
            vitrine.close();
            vitrineSlow.close();
            bare.close();
            bareSlow.close();
        }
    }

    @Benchmark
    public byte[] vitrine(Connection to) throws IOException {
        return to.vitrine.ask();
    }

    @Benchmark
    public byte[] bare(Connection to) throws IOException {
        return to.bare.ask();
    }

    @Benchmark
    public byte[] vitrineSlow(Connection to) throws IOException {
        return to.vitrineSlow.ask();
    }

    @Benchmark
    public byte[] bareSlow(Connection to) throws IOException {
        return to.bareSlow.ask();
    }
}
