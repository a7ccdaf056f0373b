package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.Cli;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Catalog;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;

import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Closing the window ends everything that was started for it. In a process of its own, because a
/// process shows one window only.
class ClosingTest {
    private static final int SECONDS = 90;

    @TempDir Path folder;

    @Test
    void closingTheWindowEndsRunnerEndpointAndThreads() throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-Djava.awt.headless=true",
                                "-Dvitrine.home=" + Path.of("").toAbsolutePath(),
                                "-Duser.home=" + folder,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Closes.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        try {
            assertThat(child.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as(() -> "ended within %d s, having said: %s".formatted(SECONDS, text(said)))
                    .isTrue();
        } finally {
            child.destroyForcibly();
        }

        assertThat(text(said))
                .endsWith(
                        """
                        answered 200 while the window was open
                        exit code 0
                        runner ended
                        endpoint ended
                        threads left: []
                        """);
        assertThat(child.exitValue()).isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// What the child process does: opens the digits as `./vitrine models/digits` does, closes the
    /// window once its endpoint answers, and says what is left then.
    static final class Closes {
        private static volatile @Nullable Opened opened;
        private static final CompletableFuture<URI> ADDRESS = new CompletableFuture<>();

        private record Opened(Catalog catalog, Runner runner) {}

        private Closes() {}

        public static void main(String[] args) throws InterruptedException {
            Thread closing = Thread.ofPlatform().daemon().start(Closes::closeOnceUp);
            int exit =
                    Cli.run(
                            List.of("digits"),
                            new Vitrine.Composed() {
                                @Override
                                public void window(
                                        Catalog catalog, Runner runner, Optional<String> model) {
                                    opened = new Opened(catalog, runner);
                                    super.window(catalog, runner, model);
                                }
                            },
                            System.out,
                            System.err);
            closing.join();
            System.out.println("exit code " + exit);
            System.out.println("runner " + (runs() ? "runs" : "ended"));
            System.out.println("endpoint " + (answer() == 200 ? "answers" : "ended"));
            System.out.println("threads left: " + left());
        }

        private static void closeOnceUp() {
            while (!ADDRESS.isDone()) {
                try {
                    Thread.sleep(50);
                    Platform.runLater(() -> address().ifPresent(ADDRESS::complete));
                } catch (IllegalStateException toolkitNotYetThere) {
                    continue;
                } catch (InterruptedException e) {
                    return;
                }
            }
            System.out.println("answered %d while the window was open".formatted(answer()));
            Platform.runLater(() -> {
                Stage stage = (Stage) Window.getWindows().getFirst();
                stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            });
        }

        private static Optional<URI> address() {
            return Window.getWindows().stream()
                    .flatMap(w -> w.getScene().getRoot().lookupAll(".status-bar *").stream())
                    .filter(Labeled.class::isInstance)
                    .map(label -> ((Labeled) label).getText())
                    .filter(Objects::nonNull)
                    .filter(text -> text.startsWith("http://"))
                    .map(URI::create)
                    .findFirst();
        }

        private static int answer() {
            try {
                HttpURLConnection call =
                        (HttpURLConnection)
                                ADDRESS.join().resolve("/health").toURL().openConnection();
                call.setConnectTimeout(5_000);
                call.setReadTimeout(5_000);
                return call.getResponseCode();
            } catch (IOException e) {
                return 0;
            }
        }

        private static boolean runs() {
            Opened was = opened;
            if (was == null) {
                throw new IllegalStateException("No window was opened.");
            }
            try {
                Values image = Values.of("image", Picture.of(28, 28, 1, new byte[784]));
                Run run = was.runner().submit(was.catalog().model("digits"), image, Origin.WINDOW);
                return run.state() != Run.State.STOPPED;
            } catch (ProblemException e) {
                return false;
            }
        }

        private static List<String> left() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                    .map(Thread::getName)
                    .filter(name -> !name.equals("DestroyJavaVM"))
                    .toList();
        }
    }
}
