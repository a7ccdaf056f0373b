package dev.vitrine.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.StoppedException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Files that would end this process, were they opened in it.
class TrialsTest {
    private static final Bounds BOUNDS =
            new Bounds(Duration.ofSeconds(120), Duration.ofSeconds(2), 2L << 30);

    private static final Shipped NONE =
            new Shipped(Optional.empty(), Path.of("none"), Duration.ZERO);

    @TempDir Path folder;

    private final List<String> said = new ArrayList<>();
    private Path list;

    @BeforeEach
    void list() {
        list = folder.resolve("data/opened.txt");
    }

    @Test
    void aFileThatRunsIsTriedOnceAndRemembered() throws IOException {
        Path file = model("fine");
        admit(file, new Stop());
        assertThat(said).contains(Trials.CHECKING);
        assertThat(Files.readAllLines(list)).hasSize(1);

        said.clear();
        Path copy = Files.copy(file, folder.resolve("renamed.onnx"));
        noChild(NONE).admit(copy, List.of(copy), context(new Stop()));
        assertThat(said).isEmpty();
    }

    @Test
    void aCrashOfNativeCodeIsASentence() throws IOException {
        Path file = model("crash");
        assertThatThrownBy(() -> admit(file, new Stop()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.fault()).isEqualTo(Fault.MODEL))
                .hasMessage(
                        "'crash.onnx' was stopped: it makes ONNX Runtime crash. Export it again,"
                                + " with another version of what wrote it.");
        assertThat(list).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aRunWithoutAnEndIsStoppedAndMayBeRunAgain() throws IOException {
        Path file = model("endless");
        assertThatThrownBy(() -> admit(file, new Stop()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.fault()).isEqualTo(Fault.RUN))
                .hasMessage(
                        "'endless.onnx' was stopped: its first run did not end within 2 s. Run it"
                                + " again to let it take the time it needs; Stop ends it.");
        noChild(NONE).admit(file, List.of(file), context(new Stop()));
    }

    @Test
    void oneThatWantsAllMemoryIsStopped() throws IOException {
        Path file = model("bomb");
        assertThatThrownBy(() -> admit(file, new Stop()))
                .hasMessage(
                        "'bomb.onnx' was stopped: it wants more than the 2 GB of memory there are"
                                + " for it. Use a smaller model, or a machine with more.");
        assertThat(list).doesNotExist();
    }

    @Test
    void whatTheEngineDoesNotTakeIsSaidInItsWords() throws IOException {
        Path file = model("fine");
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.write(
                file,
                text.replace("Relu", "Rely")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> admit(file, new Stop()))
                .hasMessage(
                        "'fine.onnx' uses the operator 'Rely', which ONNX Runtime does not have;"
                                + " export it with ONNX's own operators.");
    }

    @Test
    void stopEndsTheChildToo() throws Exception {
        Path file = model("endless");
        Stop stop = new Stop();
        CompletableFuture<Void> trial = CompletableFuture.runAsync(() -> admit(file, stop));
        while (children() == 0) {
            Thread.sleep(10);
        }
        Thread.sleep(300);
        stop.request();
        assertThatThrownBy(trial::join).hasCauseInstanceOf(StoppedException.class);
        while (children() > 0) {
            Thread.sleep(10);
        }
        assertThat(list).doesNotExist();
    }

    @Test
    void whereNoProcessStartsTheFileIsOpenedAllTheSame() throws IOException {
        Path file = model("fine");
        Trials trials = trials(new Child(BOUNDS, List.of("-XX:NoSuchOption")));
        assertThatCode(() -> trials.admit(file, List.of(file), context(new Stop())))
                .doesNotThrowAnyException();
        assertThat(list).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoReasonToTryAgain() throws IOException {
        Path file = model("fine");
        list = Files.writeString(folder.resolve("no-folder"), "").resolve("opened.txt");
        Trials trials = trials(new Child(BOUNDS, List.of()));
        trials.admit(file, List.of(file), context(new Stop()));
        said.clear();
        trials.admit(file, List.of(file), context(new Stop()));
        assertThat(said).isEmpty();
    }

    @Test
    void theModelsThatCameWithTheProgramAreKnownAndNoOther() throws Exception {
        Path file = model("crash");
        Thread.sleep(20);
        Path program = Files.writeString(folder.resolve("program"), "");
        Shipped here = new Shipped(Optional.of(folder), program, Duration.ZERO);
        noChild(here).admit(file, List.of(file), context(new Stop()));

        Shipped elsewhere = new Shipped(Optional.of(Path.of("models")), program, Duration.ZERO);
        assertThatThrownBy(() -> noChild(elsewhere).admit(file, List.of(file), context(new Stop())))
                .hasMessage("no child is wanted");
        Thread.sleep(20);
        Path later =
                Files.copy(file, folder.resolve("later.onnx"), StandardCopyOption.COPY_ATTRIBUTES);
        assertThatThrownBy(() -> noChild(here).admit(later, List.of(later), context(new Stop())))
                .hasMessage("no child is wanted");
    }

    @Test
    void aChildGetsNothingOfTheEnvironment() {
        assertThat(Command.of(List.of(), 1, List.of()).environment().keySet())
                .isSubsetOf(
                        "ORT_DISABLE_TELEMETRY",
                        "LC_ALL",
                        "LANG",
                        "SystemRoot",
                        "TEMP",
                        "TMP",
                        "TMPDIR");
    }

    private void admit(Path file, Stop stop) {
        trials(new Child(BOUNDS, List.of("-XX:TieredStopAtLevel=1")))
                .admit(file, List.of(file), context(stop));
    }

    private Trials trials(Child child) {
        return new Trials(NONE, new Known(list), () -> child, "an engine");
    }

    private Trials noChild(Shipped shipped) {
        return new Trials(
                shipped,
                new Known(list),
                () -> {
                    throw new IllegalStateException("no child is wanted");
                },
                "an engine");
    }

    private static long children() {
        return ProcessHandle.current().descendants().count();
    }

    private RunContext context(Stop stop) {
        return new RunContext() {
            @Override
            public void progress(double fraction, String message) {
                said.add(message);
            }

            @Override
            public void partial(Values outputs) {}

            @Override
            public Stop stop() {
                return stop;
            }
        };
    }

    private Path model(String name) throws IOException {
        try {
            Path whole = Path.of(TrialsTest.class.getResource("/trial/" + name + ".onnx").toURI());
            return Files.copy(whole, folder.resolve(name + ".onnx"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
