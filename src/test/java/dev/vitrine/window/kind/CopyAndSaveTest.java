package dev.vitrine.window.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Samples;
import dev.vitrine.kind.Samples.Sample;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.files.FileList;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Fonts;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Whatever a viewer shows can be taken to another program: by the clipboard as what it is, and as
/// a file that is what its name says.
class CopyAndSaveTest {
    /// Kinds that are seen as a picture are copied as one.
    private static final Set<String> PICTURES =
            Set.of("image", "gallery", "boxes", "mask", "heatmap", "plot");

    /// What is copied as a file, which other programs open.
    private static final Set<String> FILES = Set.of("audio", "file", "files");

    /// One word or number makes no file.
    private static final Set<String> NOT_SAVED =
            Set.of("number", "slider", "range", "toggle", "choice", "colour", "datetime");

    private final FakeDesktop desktop = new FakeDesktop();

    static Stream<String> copied() {
        return Kinds.ALL.stream().map(Kind::id);
    }

    static Stream<String> saved() {
        return Kinds.ALL.stream().map(Kind::id).filter(kind -> !NOT_SAVED.contains(kind));
    }

    @ParameterizedTest
    @MethodSource("copied")
    void whatIsShownIsCopiedAsWhatItIs(String kind) {
        Sample sample = Samples.plain(kind);
        Viewer<Object> viewer = Fx.get(() -> viewer(sample));
        List<Button> tools = Fx.get(() -> tools(viewer, "Copy"));
        assertThat(tools).as("the tools that copy").hasSize(1);
        assertThat(tools.getFirst().isDisabled()).as("before there is a value").isTrue();
        Fx.run(() -> {
            viewer.show(sample.value(), inputs());
            tools.getFirst().fire();
        });
        Fx.await("it is copied", () -> !desktop.copied.isEmpty());
        if (PICTURES.contains(kind)) {
            assertThat(desktop.copied.getFirst()).isInstanceOf(Picture.class);
        } else if (FILES.contains(kind)) {
            assertThat((Path) desktop.copied.getFirst()).isNotEmptyFile();
        } else {
            assertThat(desktop.copied.getFirst()).asString().isNotBlank();
        }
        Fx.run(viewer::close);
    }

    @ParameterizedTest
    @MethodSource("saved")
    void whatIsShownIsSavedAsAFileOfItsNamesType(String kind, @TempDir Path folder)
            throws Exception {
        Sample sample = Samples.plain(kind);
        Viewer<Object> viewer = Fx.get(() -> viewer(sample));
        List<Button> tools = Fx.get(() -> tools(viewer, "Save"));
        assertThat(tools).as("the tools that save").isNotEmpty();
        assertThat(tools).as("before there is a value").allMatch(Button::isDisabled);
        Fx.run(() -> viewer.show(sample.value(), inputs()));
        for (Button tool : tools) {
            Path file = folder.resolve("out-" + tools.indexOf(tool));
            desktop.choice = Optional.of(file);
            Fx.run(tool::fire);
            Fx.await("it is saved", () -> "Saved".equals(tool.getAccessibleText()));
            String name = desktop.names.getLast();
            if (sample.value() instanceof Attachment attachment) {
                assertThat(name).isEqualTo(attachment.name());
            } else if (sample.value() instanceof FileList files) {
                assertThat(name).isIn(files.items().getFirst().file().name(), "value.zip");
            } else {
                assertThat(name).startsWith(sample.port().name() + ".");
            }
            byte[] saved = Files.readAllBytes(file);
            assertIs(FileAccess.extension(name), saved);
            assertThat(dragged(tool)).hasFileName(name).hasBinaryContent(saved);
        }
        Fx.run(() -> viewer.show(null));
        assertThat(tools).as("without a value").allMatch(tool -> desktop.drag(tool).isEmpty());
        Fx.run(viewer::close);
    }

    /// Pictures and files are taken where they lie, as in any other program.
    @ParameterizedTest
    @ValueSource(strings = {"image", "gallery", "boxes", "mask", "heatmap", "file", "files"})
    void whatIsShownIsDraggedFromWhereItIsSeen(String kind) throws Exception {
        Sample sample = Samples.plain(kind);
        Viewer<Object> viewer = Fx.get(() -> viewer(sample));
        Fx.run(() -> viewer.show(sample.value(), inputs()));
        List<Node> sources =
                Fx.get(() ->
                        parts(viewer.node()).filter(n -> desktop.drag(n).isPresent()).toList());
        assertThat(sources).isNotEmpty();
        for (Node source : sources) {
            Path file = dragged(source);
            assertThat(file).isNotEmptyFile();
            if (!kind.startsWith("file")) {
                assertIs("png", Files.readAllBytes(file));
            }
        }
        Fx.run(viewer::close);
    }

    private static Stream<Node> parts(Node node) {
        return node instanceof Parent parent && !(node instanceof Button)
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(CopyAndSaveTest::parts))
                : Stream.empty();
    }

    private Path dragged(Node source) throws Exception {
        return Fx.get(() -> desktop.drag(source).orElseThrow()).get(20, TimeUnit.SECONDS);
    }

    private static void assertIs(String extension, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        switch (extension) {
            case "png" -> assertThat(text).startsWith("\u0089PNG");
            case "wav" -> assertThat(text).startsWith("RIFF");
            case "npy" -> assertThat(text).startsWith("\u0093NUMPY");
            case "npz", "zip" -> assertThat(text).startsWith("PK");
            case "svg" -> assertThat(text).contains("<svg");
            case "json" -> assertThat(text).matches("(?s)\\s*[\\[{\"].*");
            case "csv" -> assertThat(text.lines().count()).isGreaterThan(1);
            case "txt", "md" -> assertThat(text).isNotBlank();
            default -> throw new AssertionError("What does a file ." + extension + " begin with?");
        }
    }

    private static Values inputs() {
        return Values.of("photo", Picture.of(60, 40, 3, new byte[60 * 40 * 3]));
    }

    private Viewer<Object> viewer(Sample sample) {
        Fonts.load();
        Viewer<Object> viewer = face(sample);
        VBox page = new VBox(viewer.node());
        page.getChildren().addAll(viewer.tools());
        Scene scene = new Scene(page, 420, 600);
        scene.getStylesheets().setAll(Faces.stylesheets());
        page.applyCss();
        page.layout();
        return viewer;
    }

    @SuppressWarnings("unchecked")
    private Viewer<Object> face(Sample sample) {
        return (Viewer<Object>) Faces.of(sample.port()).viewer(sample.port(), desktop);
    }

    /// The tools whose name begins so, in the row below and inside.
    private static List<Button> tools(Viewer<?> viewer, String name) {
        return Stream.concat(viewer.tools().stream(), viewer.node().lookupAll(".button").stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> b.getText().startsWith(name))
                .distinct()
                .toList();
    }
}
