package dev.vitrine.bench;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.signature.Values;
import dev.vitrine.task.SimpleTask;
import dev.vitrine.task.Tasks;
import dev.vitrine.task.Tokenizers;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.kind.image.Resize;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/// The steps of a photo on its way through `models/faces`, beside ImageIO's decoding of the same
/// file.
///
/// The floor: none of them takes longer than [#imageIo()].
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PictureBenchmark {
    /// Pixels of the longer side; the other is three quarters of it.
    @Param({"640", "4000"})
    public int side;

    private byte[] file;
    private Picture photo;
    private Model model;
    private SimpleTask.Steps steps;
    private SimpleTask.Steps smoothly;
    private Model other;
    private Values inputs;
    private Map<String, Tensor> tensors;

    @Setup
    public void open() throws Exception {
        file = jpeg(side, side * 3 / 4);
        photo = PictureCodec.read(file, "photo", Long.MAX_VALUE);
        model = ModelFolder.read(Path.of("models/faces"), new OnnxRuntime());
        SimpleTask task = (SimpleTask) Tasks.of(model.signature().task());
        steps = task.bind(model.signature(), model.declared().values().iterator().next());
        other = ModelFolder.read(Path.of("models/fashion"), new OnnxRuntime());
        smoothly =
                ((SimpleTask) Tasks.of(other.signature().task()))
                        .bind(other.signature(), other.declared().values().iterator().next());
        // a threshold of 0 lets every box go into the suppression
        inputs = Values.of("image", photo).with("min_score", 0.0);
        tensors =
                model.network()
                        .orElseThrow()
                        .run(steps.before(inputs, Tokenizers.NONE), new Stop());
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            int light = (x * 5 / 16 ^ y / 3) & 0xff;
            image.setRGB(x, y, light << 16 | (y * 255 / height) << 8 | random.nextInt(32));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    @Benchmark
    public BufferedImage imageIo() throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    @Benchmark
    public Picture decode() throws PictureCodec.Unreadable {
        return PictureCodec.read(file, "photo", Long.MAX_VALUE);
    }

    /// To the network's tensor.
    @Benchmark
    public Map<String, Tensor> resize() {
        return steps.before(inputs, Tokenizers.NONE);
    }

    /// To another network's tensor, every pixel counted.
    @Benchmark
    public Map<String, Tensor> smooth() {
        return smoothly.before(inputs, Tokenizers.NONE);
    }

    /// To what the screen shows.
    @Benchmark
    public Picture shrink() {
        int width = Math.min(1024, side / 2);
        return Resize.to(photo, width, width * 3 / 4);
    }

    /// Boxes of 896 anchors, and which of them stay.
    @Benchmark
    public Values suppress() {
        return steps.after(inputs, tensors);
    }

    @TearDown
    public void close() {
        model.close();
        other.close();
    }
}
