package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.cli.Cli;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Closing the window ends everything that was started for it. In a process of its own, because a
/// process shows one window only.
class ClosingTest {
    @TempDir Path folder;

    @Test
    void closingTheWindowEndsRunnerEndpointAndThreads() throws IOException, InterruptedException {
        File said = folder.resolve("said").toFile();
        ProcessBuilder child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Closes.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(said);

        int exit = child.start().waitFor();

        assertThat(said)
                .hasContent(
                        """
                        answered 200 while the window was open
                        exit code 0
                        runner ended
                        endpoint ended
                        threads left: []
                        """);
        assertThat(exit).isZero();
    }

    /// What the child process does: opens the digits as `./vitrine models/digits` does, closes the
    /// window once its endpoint answers, and says what is left then.
    static final class Closes {
        private static final CompletableFuture<Runner> RUNNER = new CompletableFuture<>();
        private static final CompletableFuture<Model> DIGITS = new CompletableFuture<>();
        private static final CompletableFuture<URI> ADDRESS = new CompletableFuture<>();

        private Closes() {}

        public static void main(String[] args) {
            Thread.ofPlatform().daemon().start(Closes::closeOnceUp);
            int exit =
                    Cli.run(
                            List.of("models/digits"),
                            new Vitrine.Composed() {
                                @Override
                                public void window(
                                        Catalog catalog, Runner runner, Optional<String> model) {
                                    RUNNER.complete(runner);
                                    DIGITS.complete(catalog.model("digits"));
                                    super.window(catalog, runner, model);
                                }
                            },
                            System.out,
                            System.err);
            System.out.println("exit code " + exit);
            System.out.println("runner " + (runs() ? "runs" : "ended"));
            System.out.println("endpoint " + (answer() == 200 ? "answers" : "ended"));
            System.out.println("threads left: " + left());
        }

        private static void closeOnceUp() {
            while (!ADDRESS.isDone()) {
                try {
                    Platform.runLater(() -> address().ifPresent(ADDRESS::complete));
                    Thread.sleep(20);
                } catch (IllegalStateException toolkitNotYetThere) {
                    Thread.onSpinWait();
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
                    .flatMap(w -> w.getScene().getRoot().lookupAll(".status-bar .label").stream())
                    .map(label -> ((Labeled) label).getText())
                    .filter(text -> text.startsWith("http://"))
                    .map(URI::create)
                    .findFirst();
        }

        private static int answer() {
            try {
                HttpURLConnection call =
                        (HttpURLConnection) ADDRESS.join().toURL().openConnection();
                return call.getResponseCode();
            } catch (IOException e) {
                return 0;
            }
        }

        private static boolean runs() {
            try {
                Values image = Values.of("image", Picture.of(28, 28, 1, new byte[784]));
                Run run = RUNNER.join().submit(DIGITS.join(), image, Origin.WINDOW);
                return run.state() != Run.State.STOPPED;
            } catch (ProblemException e) {
                return false;
            }
        }

        private static List<String> left() {
            return Stream.of(Thread.getAllStackTraces().keySet())
                    .flatMap(Set::stream)
                    .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                    .filter(thread -> !thread.getName().equals("DestroyJavaVM"))
                    .map(Thread::getName)
                    .toList();
        }
    }
}
