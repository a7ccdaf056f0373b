package dev.vitrine.window.kind.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.vitrine.kind.Samples;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.audio.SoundCodec;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A sound under a hand: opened, dropped, recorded, heard, selected and trimmed.
@ExtendWith(ApplicationExtension.class)
class AudioEditorTest {
    private static final Port PORT =
            Port.of("audio", "audio").withLimits(Limits.NONE.withMaxSeconds(5));
    private static final Sound SECOND = Samples.tone(16_000, 16_000, 440);

    @TempDir Path folder;

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;
    private Editor<Sound> editor;

    @Start
    void start(Stage stage) {
        stand = new Stand(stage);
    }

    @BeforeEach
    void open(FxRobot robot) {
        editor = stand.put(robot, () -> editor(PORT));
    }

    @AfterEach
    void close() {
        Fx.run(editor::close);
    }

    @Test
    void aFileThatIsChosenOrDroppedIsTheValue(FxRobot robot) throws IOException {
        Path file = Files.write(folder.resolve("ein Wört.WAV"), SoundCodec.wav(SECOND));
        desktop.choice = Optional.of(file);
        robot.clickOn(tool("Open…"));
        Fx.await("the sound is read", () -> SECOND.equals(value()));
        assertThat(caption()).isEqualTo("1.00 s, 16 kHz");
        robot.interact(() -> editor.set(null));
        assertThat(Fx.get(() -> desktop.drop(editor.node(), Offer.of(List.of(file))))).isTrue();
        Fx.await("the sound is read again", () -> SECOND.equals(value()));
        assertThat(
                        Fx.get(() ->
                                desktop.drop(
                                        editor.node(),
                                        Offer.of(List.of(folder.resolve("model.onnx"))))))
                .isFalse();
    }

    @Test
    void aFileThatIsNoSoundIsRefusedAndWhatWasThereStays(FxRobot robot) throws IOException {
        robot.interact(() -> editor.set(SECOND));
        desktop.choice = Optional.of(Files.writeString(folder.resolve("x.wav"), "no sound"));
        robot.clickOn(tool("Open…"));
        Fx.await("there is a problem", () -> editor.problemProperty().get() != null);
        assertThat(problem())
                .isEqualTo("'x.wav' is no sound that is read; give a WAV, AIFF, AU or FLAC file.");
        assertThat(value()).isEqualTo(SECOND);
        Path long6 =
                Files.write(
                        folder.resolve("long.wav"),
                        SoundCodec.wav(Samples.tone(8000, 48_000, 440)));
        desktop.choice = Optional.of(long6);
        robot.clickOn(tool("Open…"));
        Fx.await("it is too long", () -> problem().contains("lasts 6.00 s"));
    }

    @Test
    void whatTheMicrophoneHearsIsTheValue(FxRobot robot) {
        desktop.sounds.heard = SECOND;
        desktop.sounds.level = 0.5f;
        robot.clickOn(tool("Record"));
        assertThat(desktop.sounds.records).isTrue();
        robot.clickOn("Stop recording");
        assertThat(value()).isEqualTo(SECOND);
        assertThat(desktop.sounds.records).isFalse();
        // a key begins, and Escape leaves what was there
        robot.interact(() -> editor.focus().requestFocus());
        robot.press(KeyCode.R).release(KeyCode.R);
        assertThat(desktop.sounds.records).isTrue();
        desktop.sounds.heard = Samples.tone(16_000, 8000, 300);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(desktop.sounds.records).isFalse();
        assertThat(value()).isEqualTo(SECOND);
    }

    @Test
    void withoutAMicrophoneASentenceSaysWhatToDo(FxRobot robot) {
        desktop.sounds.broken =
                new ProblemException(
                        ProblemException.Fault.SYSTEM,
                        Problem.of("sound_device", "The microphone cannot be used; open a file."));
        robot.clickOn(tool("Record"));
        assertThat(problem()).isEqualTo("The microphone cannot be used; open a file.");
        assertThat(
                        node("Stop recording").isVisible()
                                && node("Stop recording").getParent().isVisible())
                .isFalse();
    }

    @Test
    void aDraggedPartIsHeardAndKept(FxRobot robot) {
        robot.interact(() -> editor.set(SECOND));
        assertThat(tool("Trim").isDisabled()).isTrue();
        var bounds = Fx.get(() -> editor.node().localToScreen(editor.node().getBoundsInLocal()));
        double y = bounds.getCenterY();
        robot.moveTo(bounds.getMinX() + bounds.getWidth() * 0.25, y)
                .press(MouseButton.PRIMARY)
                .moveTo(bounds.getMinX() + bounds.getWidth() * 0.75, y)
                .release(MouseButton.PRIMARY);
        assertThat(tool("Trim").isDisabled()).isFalse();
        robot.clickOn(tool("Play"));
        assertThat(desktop.sounds.played).isNotNull();
        assertThat(desktop.sounds.frame).isCloseTo(4000, within(300));
        assertThat(desktop.sounds.end).isCloseTo(12_000, within(300));
        assertThat(tool("Pause")).isNotNull();
        robot.interact(() -> desktop.sounds.ended.run());
        robot.clickOn(tool("Trim"));
        Fx.await("it is cut", () -> !SECOND.equals(value()));
        Sound part = value();
        assertThat(part).isNotNull();
        assertThat(part.frames()).isCloseTo(8000, within(500));
        assertThat(tool("Trim").isDisabled()).isTrue();
    }

    @Test
    void keysMoveSelectTrimPlayAndRemove(FxRobot robot) {
        robot.interact(() -> {
            editor.set(SECOND);
            editor.focus().requestFocus();
        });
        robot.type(KeyCode.RIGHT, 5);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT, 10).release(KeyCode.SHIFT);
        assertThat(editor.focus().getAccessibleText())
                .endsWith("at 0.75 s, selected 0.25 s to 0.75 s");
        robot.type(KeyCode.SPACE);
        assertThat(desktop.sounds.played).isNotNull();
        robot.type(KeyCode.SPACE);
        assertThat(desktop.sounds.played).isNull();
        robot.type(KeyCode.T);
        Fx.await("it is cut", () -> SECOND.part(4000, 12_000).equals(value()));
        robot.type(KeyCode.DELETE);
        assertThat(value()).isNull();
        assertThat(editor.focus().getAccessibleText()).isEqualTo("Audio, empty");
    }

    @Test
    void aCopiedFileOrDataUriIsPasted(FxRobot robot) throws IOException {
        Path file = Files.write(folder.resolve("kopiert.wav"), SoundCodec.wav(SECOND));
        desktop.clipboard = Offer.of(List.of(file));
        robot.clickOn(tool("Paste"));
        Fx.await("the file is read", () -> SECOND.equals(value()));
        Sound half = SECOND.part(0, 8000);
        desktop.clipboard =
                Offer.of(
                        "data:audio/wav;base64,"
                                + Base64.getEncoder().encodeToString(SoundCodec.wav(half)));
        robot.interact(() -> editor.focus().requestFocus());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.V).release(KeyCode.SHORTCUT);
        Fx.await("the text is read", () -> half.equals(value()));
        desktop.clipboard = Offer.of("a word");
        robot.clickOn(tool("Paste"));
        assertThat(problem())
                .isEqualTo(
                        "There is no sound on the clipboard; copy a sound file and paste again.");
        assertThat(value()).isEqualTo(half);
    }

    @Test
    void aPressGoesToAPlaceAndPlayingOnStartsThere(FxRobot robot) {
        robot.interact(() -> editor.set(SECOND));
        robot.clickOn(tool("Play"));
        assertThat(desktop.sounds.frame).isZero();
        assertThat(desktop.sounds.end).isEqualTo(16_000);
        robot.clickOn(editor.node());
        assertThat(desktop.sounds.played).isNotNull();
        assertThat(desktop.sounds.frame).isCloseTo(8000, within(300));
        robot.clickOn(tool("Pause"));
        assertThat(desktop.sounds.played).isNull();
        assertThat(editor.focus().getAccessibleText()).endsWith("at 0.50 s");
    }

    @Test
    void theMeterFollowsWhatIsHeard(FxRobot robot) {
        desktop.sounds.level = 1;
        robot.clickOn(tool("Record"));
        ProgressBar meter = (ProgressBar) editor.node().lookup(".level");
        Fx.await("the meter is full", () -> meter.getProgress() == 1);
        desktop.sounds.level = 0;
        Fx.await("the meter falls", () -> meter.getProgress() < 0.5);
        robot.clickOn("Stop recording");
    }

    @Test
    void theSpectrogramStandsInPlaceOfTheWaveform(FxRobot robot) {
        robot.interact(() -> editor.set(SECOND));
        Node bars = editor.node().lookup(".wave");
        Node spectrum = editor.node().lookup(".spectrum");
        assertThat(bars.isVisible()).isTrue();
        assertThat(spectrum.isVisible()).isFalse();
        robot.clickOn(tool("Spectrogram"));
        Fx.await(
                "it is drawn",
                () ->
                        spectrum.isVisible()
                                && ((ImageView) spectrum.lookup(".overlay > .image-view"))
                                                .getImage()
                                        != null);
        Fx.await("the bars are gone", () -> !bars.isVisible());
        assertThat(
                        spectrum.lookupAll(".frequency").stream()
                                .map(l -> ((Label) l).getText())
                                .toList())
                .containsExactlyInAnyOrder("8 kHz", "4 kHz");
        // the same by a key, and there and back
        robot.interact(() -> editor.focus().requestFocus());
        robot.type(KeyCode.S);
        Fx.await("the bars are back", bars::isVisible);
    }

    @Test
    void oddFilesAreReadOrRefusedInASentence(FxRobot robot) throws IOException {
        byte[] wav = SoundCodec.wav(SECOND);
        drop("cut.wav", Arrays.copyOf(wav, wav.length / 2));
        Fx.await("half of it is read", () -> caption().equals("0.50 s, 16 kHz"));
        drop("zero.wav", new byte[0]);
        Fx.await("it is empty", () -> problem().startsWith("'zero.wav' is empty; give a WAV"));
        assertThat(caption()).isEqualTo("0.50 s, 16 kHz");
        ByteBuffer header = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int length = new String(wav, 0, 80, ISO_8859_1).indexOf("data") + 4;
        drop("piped.wav", header.putInt(length, -1).array());
        Fx.await("all of it is read", () -> SECOND.equals(value()));
        assertThat(problem()).isEmpty();
        drop("none.wav", SoundCodec.wav(SECOND.part(0, 0)));
        Fx.await("a sound of no frames", () -> caption().equals("0.00 s, 16 kHz"));
        for (String name : List.of("stereo-24.flac", "mono-8.flac")) {
            try (InputStream in = SoundCodec.class.getResourceAsStream(name)) {
                drop(name, Objects.requireNonNull(in, name).readAllBytes());
            }
            Fx.await(name, () -> !caption().startsWith("0.00") && !caption().isEmpty());
            assertThat(problem()).isEmpty();
        }
    }

    /// Two hours as a file that takes no room on disk: refused by its beginning, never read.
    @Test
    void twoHoursAreRefusedAtOnce() throws IOException {
        byte[] head = SoundCodec.wav(SECOND.part(0, 0));
        int bytes = 7200 * 16_000 * 2;
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(40, bytes);
        Path file = Files.write(folder.resolve("talk.wav"), head);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(44L + bytes);
        }
        Fx.get(() -> desktop.drop(editor.node(), Offer.of(List.of(file))));
        Fx.await(
                "it is refused",
                () ->
                        problem()
                                .equals(
                                        "'talk.wav' lasts 2:00:00, longer than the 5.00 s that are"
                                                + " taken; cut it shorter."));
        assertThat(value()).isNull();
    }

    private void drop(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        assertThat(Fx.get(() -> desktop.drop(editor.node(), Offer.of(List.of(file))))).isTrue();
        Fx.await(name + " is read", () -> !caption().equals("Reading…"));
    }

    @Test
    void onlyTheDeclaredSourcesAreOffered(FxRobot robot) {
        Port records = PORT.withOptions(Map.of("sources", List.of("record")));
        Fx.run(editor::close);
        editor = stand.put(robot, () -> editor(records));
        assertThat(names()).contains("Record").doesNotContain("Open…");
    }

    private @Nullable Sound value() {
        return editor.valueProperty().get();
    }

    private String problem() {
        Problem problem = editor.problemProperty().get();
        return problem == null ? "" : problem.message();
    }

    private String caption() {
        return editor.captionProperty().get();
    }

    private List<String> names() {
        return editor.tools().stream().map(AudioEditorTest::name).toList();
    }

    private ButtonBase tool(String name) {
        return editor.tools().stream()
                .filter(t -> name(t).equals(name))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " among " + names()));
    }

    private Node node(String text) {
        return editor.node().lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && b.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Node tool) {
        return tool instanceof ButtonBase b && !b.getText().isEmpty()
                ? b.getText()
                : tool.getAccessibleText();
    }

    @SuppressWarnings("unchecked")
    private Editor<Sound> editor(Port port) {
        return (Editor<Sound>) Faces.of(port).editor(port, desktop);
    }
}
