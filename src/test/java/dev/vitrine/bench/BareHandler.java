package dev.vitrine.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import io.javalin.Javalin;
import io.javalin.http.Context;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/// What somebody would write by hand for `models/digits` alone, on the same server: JSON in, the
/// PNG read, the network run on a pool of as many threads as cores, the ten scores as JSON out. It
/// checks nothing, counts nothing and stops nothing.
final class BareHandler implements AutoCloseable {
    private static final int SIDE = 28;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final ExecutorService pool =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().daemon().factory());
    private final Javalin server;

    BareHandler(Path model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(model.toString(), options);
        }
        server =
                Javalin.create(
                                config -> {
                                    config.startup.showJavalinBanner = false;
                                    config.startup.startupWatcherEnabled = false;
                                    config.routes.post("/digits", this::predict);
                                    config.routes.post("/slow", this::slow);
                                })
                        .start("127.0.0.1", 0);
    }

    int port() {
        return server.port();
    }

    private void predict(Context context) {
        String uri = MAPPER.readTree(context.bodyAsBytes()).path("image").stringValue();
        byte[] png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        float[] scores = pooled(() -> run(pixels(png)));
        ObjectNode answer = MAPPER.createObjectNode();
        ArrayNode confidences = answer.putObject("scores").putArray("confidences");
        IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                .forEach(i ->
                        confidences
                                .addObject()
                                .put("label", Integer.toString(i))
                                .put("confidence", scores[i]));
        context.contentType("application/json").result(MAPPER.writeValueAsBytes(answer));
    }

    private void slow(Context context) {
        pooled(() -> {
            SlowModel.burn();
            return new float[0];
        });
        context.contentType("application/json").result("{}");
    }

    private float[] pooled(java.util.concurrent.Callable<float[]> work) {
        try {
            return pool.submit(work).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] pixels(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            float[] pixels = new float[SIDE * SIDE];
            image.getRaster().getPixels(0, 0, SIDE, SIDE, pixels);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] /= 255;
            }
            return pixels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float[] run(float[] pixels) throws OrtException {
        long[] shape = {1, 1, SIDE, SIDE};
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), shape);
                OrtSession.Result result = session.run(Map.of("image", input))) {
            return softmax(((OnnxTensor) result.get(0)).getFloatBuffer().array());
        }
    }

    private static float[] softmax(float[] logits) {
        double sum = 0;
        float[] scores = new float[logits.length];
        for (float logit : logits) {
            sum += Math.exp(logit);
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (Math.exp(logits[i]) / sum);
        }
        return scores;
    }

    @Override
    public void close() throws OrtException {
        server.stop();
        pool.close();
        session.close();
    }
}
