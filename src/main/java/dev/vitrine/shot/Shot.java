package dev.vitrine.shot;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.GalleryStill;
import dev.vitrine.window.Still;
import dev.vitrine.window.Theme;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A picture of a demo's page, drawn without a display: the same bytes for the same model, example
/// and options, whoever asks and wherever on the same system.
public final class Shot {
    private Shot() {}

    /// What the picture looks like.
    ///
    /// @param width of the page, in pixels at scale 1
    /// @param height of the page, in pixels at scale 1
    /// @param scale pixels of the picture per pixel of the page
    /// @param dark whether in the dark theme
    /// @param example the example to run and show, from 1; nothing for the page before any run
    /// @param only the input or output to show without the page around it; nothing for the page
    public record Options(
            int width,
            int height,
            double scale,
            boolean dark,
            OptionalInt example,
            Optional<String> only) {
        /// 1280 × 800 in light, before any run.
        public static final Options STANDARD =
                new Options(1280, 800, 1, false, OptionalInt.empty());

        /// The most pixels of a picture.
        private static final double MOST_PIXELS = 100e6;

        /// A picture of the page.
        public Options(int width, int height, double scale, boolean dark, OptionalInt example) {
            this(width, height, scale, dark, example, Optional.empty());
        }

        /// @throws ProblemException where no such picture can be drawn
        public Options {
            if (only.isEmpty() && (width < 320 || height < 240)) {
                throw refused("A picture is at least 320x240; give a larger size.");
            }
            if (width < 64 || height < 64) {
                throw refused("A picture of a port is at least 64x64; give a larger size.");
            }
            if (!(scale >= 0.5 && scale <= 4)) {
                throw refused("A picture's scale lies between 0.5 and 4; give one of these.");
            }
            if (width * scale * height * scale > MOST_PIXELS) {
                throw refused(
                        "The picture would have more than 100 million pixels; give a smaller size"
                                + " or scale.");
            }
        }

        private static ProblemException refused(String sentence) {
            return ProblemException.input(Problem.of("value_error", sentence));
        }
    }

    /// Draws the page of a model as a PNG file; blocks until it is drawn.
    ///
    /// @throws ProblemException where there is no such example, or where its run fails
    public static byte[] png(Model model, Runner runner, Options options) {
        check(model, options.example());
        options.only().ifPresent(port -> check(model, port));
        Toolkit.start();
        Values standard = Still.standard(model);
        CompletableFuture<Picture> drawn = new CompletableFuture<>();
        FxThread.run(() -> draw(model, standard, runner, options, drawn));
        return png(drawn);
    }

    /// Draws the page of all models of a catalogue as a PNG file; blocks until it is drawn.
    public static byte[] gallery(Catalog catalog, Options options) {
        Toolkit.start();
        CompletableFuture<Picture> drawn = new CompletableFuture<>();
        FxThread.run(() -> {
            try {
                Theme theme = options.dark() ? Theme.DARK : Theme.LIGHT;
                GalleryStill still =
                        new GalleryStill(catalog, theme, options.width(), options.height());
                Snapshot snapshot = new Snapshot(still.scene(), options.scale());
                still.settle(() -> develop(snapshot, drawn));
            } catch (RuntimeException e) {
                drawn.completeExceptionally(e);
            }
        });
        return png(drawn);
    }

    private static void develop(Snapshot snapshot, CompletableFuture<Picture> drawn) {
        try (snapshot) {
            drawn.complete(snapshot.picture());
        } catch (RuntimeException e) {
            drawn.completeExceptionally(e);
        }
    }

    private static byte[] png(CompletableFuture<Picture> drawn) {
        try {
            return PictureCodec.png(drawn.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void draw(
            Model model,
            Values standard,
            Runner runner,
            Options options,
            CompletableFuture<Picture> drawn) {
        try {
            Still still =
                    new Still(
                            model,
                            standard,
                            runner,
                            options.dark() ? Theme.DARK : Theme.LIGHT,
                            options.width(),
                            options.height());
            options.only().ifPresent(still::only);
            still.settle(options.example(), problems -> finish(still, problems, options, drawn));
        } catch (RuntimeException e) {
            drawn.completeExceptionally(e);
        }
    }

    /// Draws what has settled, once the pictures on it have been prepared at the size they have.
    private static void finish(
            Still still,
            List<Problem> problems,
            Options options,
            CompletableFuture<Picture> drawn) {
        if (!problems.isEmpty()) {
            still.close();
            drawn.completeExceptionally(new ProblemException(Fault.RUN, problems, null));
            return;
        }
        try {
            still.trim();
            Snapshot snapshot = new Snapshot(still.scene(), options.scale());
            FxThread.whenIdle(() -> develop(still, snapshot, drawn));
        } catch (RuntimeException e) {
            still.close();
            drawn.completeExceptionally(e);
        }
    }

    private static void develop(Still still, Snapshot snapshot, CompletableFuture<Picture> drawn) {
        try (still;
                snapshot) {
            drawn.complete(snapshot.picture());
        } catch (RuntimeException e) {
            drawn.completeExceptionally(e);
        }
    }

    private static void check(Model model, String port) {
        Signature signature = model.signature();
        if (signature.input(port).isEmpty() && signature.output(port).isEmpty()) {
            throw ProblemException.input(
                    Problem.of(
                            "port",
                            "There is no input or output '%s'; use %s."
                                    .formatted(
                                            port,
                                            Stream.concat(
                                                            signature.inputs().stream(),
                                                            signature.outputs().stream())
                                                    .map(Port::name)
                                                    .collect(Collectors.joining(", ")))));
        }
    }

    private static void check(Model model, OptionalInt example) {
        int count = model.signature().examples().size();
        if (example.isPresent() && (example.getAsInt() < 1 || example.getAsInt() > count)) {
            throw ProblemException.input(
                    Problem.of(
                            "example",
                            "There is no example %d; %s."
                                    .formatted(
                                            example.getAsInt(),
                                            count == 0
                                                    ? "this model has none"
                                                    : "use 1 to " + count)));
        }
    }
}
