package dev.vitrine.window;

import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;
import dev.vitrine.window.kind.Fx;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Draws the page of all models with none, with those that came with the program, with 20, with
/// 1,000, and with broken ones, in both themes and sizes, into `target/cards`, to be looked at.
final class CardsSheet {
    private CardsSheet() {}

    public static void main(String[] args) throws IOException {
        Fx.run(Fonts::load);
        Path out = Files.createDirectories(Path.of("target/cards"));
        Path scratch = Files.createTempDirectory(out, "scratch");
        try {
            Path none = Files.createDirectories(scratch.resolve("none"));
            Path twenty = copies(scratch.resolve("twenty"), 20);
            Path many = copies(scratch.resolve("many"), 1000);
            Path broken = copies(scratch.resolve("broken"), 3);
            Files.writeString(broken.resolve("Cut off.onnx"), "no network");
            Files.createDirectories(broken.resolve("Empty folder"));
            Path wrong = Files.createDirectories(broken.resolve("Wrong words"));
            Files.writeString(wrong.resolve("signature.yaml"), "vitrine: 1\ntitel: Wrong\n");
            for (boolean dark : new boolean[] {false, true}) {
                String theme = dark ? "-dark" : "-light";
                draw(out.resolve("none" + theme + ".png"), none, dark, 1000, 700, "");
                draw(out.resolve("few" + theme + ".png"), Path.of("models"), dark, 1000, 700, "");
                draw(
                        out.resolve("large" + theme + ".png"),
                        Path.of("models"),
                        dark,
                        1920,
                        1080,
                        "");
                draw(out.resolve("twenty" + theme + ".png"), twenty, dark, 1920, 1080, "");
                draw(out.resolve("twenty-small" + theme + ".png"), twenty, dark, 1000, 700, "");
                draw(out.resolve("many-small" + theme + ".png"), many, dark, 1000, 700, "");
                draw(out.resolve("none-large" + theme + ".png"), none, dark, 1920, 1080, "");
                draw(out.resolve("broken-large" + theme + ".png"), broken, dark, 1920, 1080, "");
                draw(out.resolve("many" + theme + ".png"), many, dark, 1920, 1080, "");
                draw(out.resolve("broken" + theme + ".png"), broken, dark, 1000, 700, "");
                draw(
                        out.resolve("search" + theme + ".png"),
                        Path.of("models"),
                        dark,
                        1000,
                        700,
                        "cl");
                draw(out.resolve("nothing" + theme + ".png"), many, dark, 1000, 700, "xyz");
                draw(out.resolve("narrow" + theme + ".png"), Path.of("models"), dark, 640, 480, "");
            }
        } finally {
            try (Stream<Path> all = Files.walk(scratch)) {
                for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(p);
                }
            }
        }
        javafx.application.Platform.exit();
    }

    /// What came with the program, again and again, as hard links.
    static Path copies(Path into, int count) throws IOException {
        List<Path> models = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("models"))) {
            all.filter(Files::isDirectory).sorted().forEach(models::add);
        }
        for (int i = 0; i < count; i++) {
            Path from = models.get(i % models.size());
            Path to =
                    Files.createDirectories(
                            into.resolve("%s %03d".formatted(from.getFileName(), i)));
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.createLink(copy, file);
                }
            }
        }
        return into;
    }

    private static void draw(
            Path file, Path models, boolean dark, int width, int height, String search)
            throws IOException {
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        Fx.run(() -> javafx.application.Application.setUserAgentStylesheet(theme.stylesheet()));
        long begun = System.nanoTime();
        try (Catalog catalog =
                        new Catalog(
                                List.of(models),
                                f -> {
                                    throw new AssertionError();
                                });
                Runner runner = new Runner(1)) {
            Launch launch = new Launch(catalog, runner, link(), "ONNX Runtime", Optional.empty());
            Frame[] frame = new Frame[1];
            Scene scene =
                    Fx.get(() -> {
                        frame[0] =
                                new Frame(
                                        launch,
                                        new FakeDesktop(),
                                        new SimpleObjectProperty<>(theme),
                                        words -> {});
                        Scene made = frame[0].scene(width, height);
                        theme.dress(made);
                        frame[0].start();
                        made.getRoot().applyCss();
                        made.getRoot().layout();
                        return made;
                    });
            settle(scene);
            long shown = System.nanoTime() - begun;
            Fx.run(() ->
                    ((javafx.scene.control.TextField) scene.lookup("#search")).setText(search));
            settle(scene);
            Fx.run(() -> scene.getRoot().layout());
            byte[] png = PictureCodec.png(Fx.get(() -> FxPictures.picture(scene.snapshot(null))));
            Files.write(file, png);
            Fx.run(frame[0]::close);
            System.out.printf("%s %d ms%n", file.getFileName(), shown / 1_000_000);
        }
    }

    private static void settle(Scene scene) {
        for (int i = 0; i < 4; i++) {
            java.util.concurrent.CountDownLatch idle = new java.util.concurrent.CountDownLatch(1);
            Fx.run(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            FxThread.whenIdle(idle::countDown);
            try {
                idle.await();
                Thread.sleep(150);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static EndpointLink link() {
        return new OffFxThread().endpoint(() -> {});
    }
}
