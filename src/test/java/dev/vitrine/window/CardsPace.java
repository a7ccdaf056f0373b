package dev.vitrine.window;

import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.window.kind.Fx;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Times a whole process, from its start until the page of all models shows what it has, and then
/// how long the FX thread is kept while the page is scrolled from top to bottom. The argument is
/// how many models there are.
final class CardsPace {
    private static final int STEP = 60;

    private CardsPace() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int count = Integer.parseInt(args[0]);
        Path models = Path.of("target/pace", args[0]);
        if (args.length > 1) {
            CardsSheet.copies(Files.createDirectories(models), count);
            return;
        }
        Fx.run(Fonts::load);
        Fx.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
        Catalog catalog =
                new Catalog(
                        List.of(models),
                        f -> {
                            throw new AssertionError();
                        });
        Launch launch =
                new Launch(
                        catalog,
                        new Runner(1),
                        new OffFxThread().endpoint(() -> {}),
                        "ONNX Runtime",
                        Optional.empty());
        Frame frame =
                Fx.get(() ->
                        new Frame(
                                launch,
                                new FakeDesktop(),
                                new SimpleObjectProperty<>(Theme.LIGHT),
                                words -> {}));
        Scene scene = Fx.get(() -> frame.scene(1000, 700));
        CountDownLatch shown = new CountDownLatch(1);
        Fx.run(() -> {
            Theme.LIGHT.dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            frame.start();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (isShown(scene, count)) {
                        stop();
                        shown.countDown();
                    }
                }
            }.start();
        });
        shown.await();
        Instant begun = ProcessHandle.current().info().startInstant().orElseThrow();
        long millis = Duration.between(begun, Instant.now()).toMillis();
        long before = heap();
        double[] longest = scroll(scene);
        System.out.printf(
                "%d models: shown after %d ms; scrolled %d steps, longest pulse %.0f ms, mean %.1f"
                        + " ms; heap %d MB, then %d MB, %d pictures held%n",
                count,
                millis,
                (int) longest[2],
                longest[0],
                longest[1],
                before,
                heap(),
                Fx.get(() ->
                        frame.gallery().all().stream()
                                .filter(i -> i.face().picture().isPresent())
                                .count()));
        System.exit(0);
    }

    private static boolean isShown(Scene scene, int count) {
        if (count == 0) {
            return scene.lookup("#none") != null && scene.lookup("#none").isVisible();
        }
        List<Card> cards =
                scene.getRoot().lookupAll(".model-card").stream()
                        .map(Card.class::cast)
                        .filter(Card::isVisible)
                        .toList();
        return !cards.isEmpty()
                && cards.stream()
                        .noneMatch(c ->
                                ((javafx.scene.control.Label) c.lookup(".card-summary"))
                                        .getText()
                                        .isEmpty());
    }

    /// The longest and the mean time of a pulse, in milliseconds, and how many there were.
    private static double[] scroll(Scene scene) throws InterruptedException {
        double[] times = new double[3];
        CountDownLatch done = new CountDownLatch(1);
        Fx.run(() -> {
            long[] begun = new long[1];
            scene.addPostLayoutPulseListener(() -> {
                if (begun[0] != 0) {
                    double took = (System.nanoTime() - begun[0]) / 1e6;
                    times[0] = Math.max(times[0], took);
                    times[1] += took;
                    times[2]++;
                    begun[0] = 0;
                }
            });
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    begun[0] = System.nanoTime();
                    boolean more =
                            scene.lookup("#grid").lookup(".virtual-flow")
                                            instanceof VirtualFlow<?> f
                                    && f.scrollPixels(STEP) > 0;
                    if (!more) {
                        stop();
                        done.countDown();
                    }
                }
            }.start();
        });
        done.await();
        times[1] /= Math.max(1, times[2]);
        return times;
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        Runtime all = Runtime.getRuntime();
        return (all.totalMemory() - all.freeMemory()) >> 20;
    }
}
