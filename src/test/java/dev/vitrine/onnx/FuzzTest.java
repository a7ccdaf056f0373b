package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.vitrine.describe.Description;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.model.SignatureYaml;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Ten thousand files that nobody should have written: each is understood or refused with a
/// sentence, soon and in little memory, and none reaches native code.
class FuzzTest {
    private static final int FILES = 10_000;
    private static final long SEED = 20_260_819;

    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 64L << 20;

    private static final List<String> MODELS =
            List.of(
                    "penguins-species",
                    "penguins-mass",
                    "digits",
                    "spam",
                    "lande50",
                    "vae-decoder",
                    "esrgan-slim-x2",
                    "keywords",
                    "silero-vad",
                    "blazeface-front");

    /// What may stand beside a model, by its name; `model.onnx` is the model's.
    private static final Map<String, String> BESIDE =
            Map.of(
                    "labels.txt",
                    "a\nb\nc\n",
                    "synset.txt",
                    "n01440764 tench\nn01443537 goldfish\nn01484850 shark\n",
                    "config.json",
                    "{\"id2label\": {\"0\": \"a\", \"1\": \"b\", \"2\": \"c\"}}",
                    "preprocessor_config.json",
                    "{\"size\": 32, \"image_mean\": [0.5, 0.5, 0.5], \"image_std\": [1, 1, 1]}",
                    "config.pbtxt",
                    "input [ { name: \"x\" data_type: TYPE_FP32 dims: [ 3, -1, 32 ] } ]\n",
                    "serving.properties",
                    "application=cv/image_classification\nnormalize=0,0,0,1,1,1\nresize=32,32\n",
                    "README.md",
                    "---\nlicense: mit\npipeline_tag: image-classification\n---\n",
                    "model.signature.yaml",
                    """
                    vitrine: 1
                    title: X
                    task: other
                    inputs:
                      x: {kind: image, tensor: {name: x, layout: NCHW, size: [32, 32], range: [0, 1]}}
                    outputs:
                      y: {kind: label, labels: [a, b, c], tensor: {name: y}}
                    """,
                    "rdf.yaml",
                    "type: model\nformat_version: 0.4.10\ninputs: [{name: x, axes: bcyx}]\n",
                    "MLmodel",
                    "flavors:\n  onnx: {data: model.onnx}\n");

    @TempDir Path folder;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void everyFileEndsInASignatureOrASentence() throws IOException {
        List<byte[]> whole = new ArrayList<>();
        for (String name : MODELS) {
            whole.add(Files.readAllBytes(Declared.model(name)));
        }
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < FILES && wrong.size() < 20; i++) {
            Random random = new Random(SEED + i);
            byte[] bytes = bytes(random, whole);
            Path file = Files.write(folder.resolve("model.onnx"), bytes);
            List<Path> beside = random.nextInt(3) == 0 ? beside(random) : List.of();
            long size = bytes.length;
            for (Path path : beside) {
                size += Files.size(path);
            }
            String said = read(file, size);
            if (!said.isEmpty()) {
                wrong.add("seed %d, %d bytes: %s".formatted(SEED + i, bytes.length, said));
            }
            for (Path path : beside) {
                Files.delete(path);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static byte[] bytes(Random random, List<byte[]> whole) {
        byte[] model = whole.get(random.nextInt(whole.size()));
        return switch (random.nextInt(8)) {
            case 0 -> Damage.cut(random, model);
            case 1, 2, 3 -> Damage.damaged(random, model);
            case 4 -> model;
            case 5 -> Damage.damaged(random, Crafted.file(random));
            default -> Crafted.file(random);
        };
    }

    private List<Path> beside(Random random) throws IOException {
        List<Path> written = new ArrayList<>();
        List<String> names = BESIDE.keySet().stream().sorted().toList();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                String text = BESIDE.get(name);
                written.add(Files.write(file, Crafted.beside(random, text)));
            }
        }
        return written;
    }

    /// What is wrong with how a file was read; empty where nothing is.
    private String read(Path file, long length) {
        long thread = Thread.currentThread().threadId();
        long bytesBefore = threads.getThreadAllocatedBytes(thread);
        long before = System.nanoTime();
        String said = describe(file);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        long allocated = threads.getThreadAllocatedBytes(thread) - bytesBefore;
        if (took.compareTo(LONGEST) > 0) {
            return "took " + took;
        }
        return allocated > MOST_BYTES + length ? "took %,d bytes".formatted(allocated) : said;
    }

    private static String describe(Path file) {
        try (Model model =
                ModelFolder.read(
                        file,
                        path -> {
                            throw new AssertionError("native code is not asked");
                        })) {
            Description.json(model);
            SignatureYaml.write(model.signature());
            return model.signature().outputs().isEmpty() ? "has no outputs" : "";
        } catch (ProblemException e) {
            boolean told = e.fault() == Fault.MODEL && isSentence(String.valueOf(e.getMessage()));
            return told ? "" : e.fault() + " " + shorten(e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e + " at " + List.of(trace).subList(0, Math.min(6, trace.length));
        }
    }

    /// One for each thing that is wrong, short enough to be read, and each says what to do.
    private static boolean isSentence(String message) {
        return message.length() < 4000
                && message.lines().allMatch(line -> line.endsWith(".") && line.length() < 1000)
                && message.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }

    private static String shorten(String message) {
        return message.length() < 600
                ? message
                : message.substring(0, 600) + " … " + message.length();
    }
}
