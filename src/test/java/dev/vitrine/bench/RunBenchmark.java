package dev.vitrine.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

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
import org.openjdk.jmh.annotations.Warmup;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One run of the tiny network of `models/digits`: bare, through [Network] and through [Runner].
///
/// The floor: [#runner()] at most 1.5 × [#bare()] and 20 µs.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class RunBenchmark {
    private static final Path FILE = Path.of("models/digits/model.onnx");
    private static final long[] SHAPE = {1, 1, 28, 28};
    private static final Values ANSWER = Values.of("scores", Tensor.of(new float[10], 1, 10));

    private OrtEnvironment environment;
    private OrtSession session;
    private FloatBuffer pixels;
    private Network network;
    private Tensor image;
    private Runner runner;
    private Model tensors;
    private Model nothing;
    private Model digits;
    private Picture drawing;

    @Setup
    public void open() throws OrtException {
        network = new OnnxRuntime().open(FILE);
        float[] values = new float[784];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 28 / 28f;
        }
        image = Tensor.of(values, SHAPE);
        pixels = ByteBuffer.allocateDirect(4 * 784).order(ByteOrder.nativeOrder()).asFloatBuffer();
        pixels.put(values).flip();

        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(FILE.toString(), options);
        }

        runner = new Runner();
        tensors = new FunctionModel("tensors", signature(), this::call);
        nothing = new FunctionModel("nothing", signature(), (inputs, _) -> ANSWER);
        digits = ModelFolder.read(FILE.getParent(), new OnnxRuntime());
        int[] grays = new int[28 * 28];
        Arrays.setAll(grays, i -> 0xff00_0000 | 0x01_0101 * (i % 28 * 9));
        drawing = Picture.ofArgb(28, 28, grays);
    }

    private Values call(Values inputs, RunContext context) {
        Map<String, Tensor> given = Map.of("image", inputs.get("image", Tensor.class));
        return Values.of("scores", network.run(given, context.stop()).get("scores"));
    }

    @Benchmark
    public float[] bare() throws OrtException {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, pixels, SHAPE);
                OrtSession.Result result = session.run(Map.of("image", input))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        }
    }

    @Benchmark
    public Map<String, Tensor> network() {
        return network.run(Map.of("image", image), new Stop());
    }

    /// The same run of the same tensors on [Runner]'s pool.
    @Benchmark
    public Values runner() {
        return runner.submit(tensors, Values.of("image", image), Origin.HTTP).await();
    }

    /// The way to the pool and back alone: two threads wake each other.
    @Benchmark
    public Values handover() {
        return runner.submit(nothing, Values.of("image", image), Origin.HTTP).await();
    }

    /// The whole demo: a drawing in, a reading out.
    @Benchmark
    public Values digits() {
        return runner.submit(digits, Values.of("image", drawing), Origin.HTTP).await();
    }

    @TearDown
    public void close() throws OrtException {
        runner.close();
        session.close();
        digits.close();
        network.close();
    }

    private static Signature signature() {
        return new Signature(
                "Digits",
                "",
                "other",
                Map.of(),
                List.of(Port.of("image", "tensor")),
                List.of(Port.of("scores", "tensor")),
                List.of(),
                false,
                "",
                "");
    }
}
