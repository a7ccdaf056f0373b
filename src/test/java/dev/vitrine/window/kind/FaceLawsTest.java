package dev.vitrine.window.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Samples;
import dev.vitrine.kind.Samples.Sample;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What holds for the window's face of every kind; adding a kind to [Kinds#ALL] alone makes these
/// tests name what is missing.
class FaceLawsTest {
    private static final FakeDesktop DESKTOP = new FakeDesktop();

    static Stream<String> kinds() {
        return Kinds.ALL.stream().map(Kind::id);
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(kinds().toList()).flatMap(Samples::of);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindHasAFaceInAFolderOfItsNameWithAStyleSheet(String kind) {
        Face<?> face = Faces.of(Port.of("value", kind));
        assertThat(face.getClass().getPackageName()).isEqualTo("dev.vitrine.window.kind." + kind);
        assertThat(Faces.stylesheets()).anyMatch(s -> s.endsWith("/" + kind + "/" + kind + ".css"));
    }

    @Property(tries = 150)
    void anEditorGivesBackTheVeryValueItWasGiven(@ForAll("samples") Sample sample) {
        Fx.run(() -> {
            try (Editor<Object> editor = editor(sample.port())) {
                editor.set(sample.value());
                assertThat(editor.valueProperty().get()).isSameAs(sample.value());
                assertThat(editor.problemProperty().get()).isNull();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEditorAndAViewerShowWhatTheyAreGivenAtOneHeight(String kind) {
        Sample sample = Samples.plain(kind);
        Fx.run(() -> {
            try (Editor<Object> editor = editor(sample.port());
                    Viewer<Object> viewer = viewer(sample.port())) {
                int[] empty = pixels(editor.node());
                double height = editor.node().prefHeight(420);
                editor.set(sample.value());
                assertThat(pixels(editor.node())).as("the editor").isNotEqualTo(empty);
                assertThat(editor.node().prefHeight(420)).isEqualTo(height);
                int[] nothing = pixels(viewer.node());
                height = viewer.node().prefHeight(420);
                viewer.show(sample.value());
                assertThat(pixels(viewer.node())).as("the viewer").isNotEqualTo(nothing);
                assertThat(viewer.node().prefHeight(420)).isEqualTo(height);
                viewer.show(null);
                assertThat(pixels(viewer.node())).as("the emptied viewer").isEqualTo(nothing);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEmptiedEditorHoldsNothingOrWhatThePortAccepts(String kind) {
        Sample sample = Samples.plain(kind);
        Fx.run(() -> {
            try (Editor<Object> editor = editor(sample.port())) {
                editor.set(sample.value());
                editor.set(null);
                assertThat(editor.problemProperty().get()).isNull();
                Object left = editor.valueProperty().get();
                if (left != null) {
                    assertThat(Kinds.check(sample.port(), left)).isEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEditorBeginsWithThePortsDefault(String kind) {
        Sample sample = Samples.plain(kind);
        Port port =
                sample.port().withDefault(Json.plain(Kinds.encode(sample.port(), sample.value())));
        Fx.run(() -> {
            try (Editor<Object> editor = editor(port)) {
                assertThat(editor.valueProperty().get()).isEqualTo(sample.value());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aValueOutOfBoundsIsRefusedInTheSameWordsByEditorJsonAndText(String kind) {
        Optional<Sample> outside = Samples.outside(kind);
        if (outside.isEmpty()) {
            return;
        }
        Sample sample = outside.get();
        var json = Kinds.encode(sample.port(), sample.value());
        String words = refusal(sample.port(), new Raw.Json(json));
        assertThat(
                        refusal(
                                sample.port(),
                                new Raw.Text(
                                        json.isString() ? json.stringValue() : json.toString())))
                .isEqualTo(words);
        Fx.run(() -> {
            try (Editor<Object> editor = editor(sample.port())) {
                editor.set(sample.value());
                Problem problem = editor.problemProperty().get();
                assertThat(problem).isNotNull();
                assertThat(problem.message()).isEqualTo(words);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatSomebodyTypedStaysAndIsRefusedInTheKindsOwnWords(String kind) {
        Port port = Samples.plain(kind).port();
        Fx.run(() -> {
            try (Editor<Object> editor = editor(port)) {
                Optional<TextInputControl> field = field(editor.node());
                Optional<String> nonsense = Samples.nonsense(kind);
                if (field.isEmpty() || nonsense.isEmpty()) {
                    return;
                }
                String typed = nonsense.get();
                field.get().setText(typed);
                assertThat(field.get().getText()).isEqualTo(typed);
                assertThat(editor.valueProperty().get()).isNull();
                Problem problem = editor.problemProperty().get();
                assertThat(problem).isNotNull();
                assertThat(problem.message()).isEqualTo(refusal(port, new Raw.Text(typed)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLabelCanPointAtTheEditorAndAScreenReaderHasItsName(String kind) {
        Port port = Samples.plain(kind).port().withLabel("Länge des Schnabels");
        Fx.run(() -> {
            try (Editor<Object> editor = editor(port)) {
                pixels(editor.node());
                Node focus = editor.focus();
                assertThat(focus.isFocusTraversable()).isTrue();
                assertThat(focus.getAccessibleText()).contains("Länge des Schnabels");
                assertThat(Stream.iterate(focus, n -> n != null, Node::getParent))
                        .contains(editor.node());
                editor.tools().forEach(FaceLawsTest::assertNamed);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void closingLeavesNobodyBehindWhoListens(String kind) {
        Sample sample = Samples.plain(kind);
        VBox page = Fx.get(VBox::new);
        Scene scene = Fx.get(() -> new Scene(page, 500, 500));
        Button elsewhere = Fx.get(() -> new Button("Run"));
        List<WeakReference<?>> gone =
                Fx.get(() -> {
                    Editor<Object> editor = editor(sample.port());
                    Viewer<Object> viewer = viewer(sample.port());
                    page.getChildren().setAll(editor.node(), viewer.node());
                    page.getChildren().addAll(editor.tools());
                    page.applyCss();
                    page.layout();
                    editor.set(sample.value());
                    viewer.show(sample.value());
                    editor.focus().requestFocus();
                    // A scene without a window keeps its last focus owner for ever.
                    page.getChildren().add(elsewhere);
                    elsewhere.requestFocus();
                    editor.close();
                    viewer.close();
                    page.getChildren().setAll(elsewhere);
                    return List.of(
                            new WeakReference<>(editor),
                            new WeakReference<>(viewer),
                            new WeakReference<>(editor.node()),
                            new WeakReference<>(viewer.node()));
                });
        for (int i = 0; i < 100 && gone.stream().anyMatch(r -> r.get() != null); i++) {
            System.gc();
            // A frame lets the scene forget what was dirty.
            Fx.run(() -> scene.snapshot(null));
            pause();
        }
        assertThat(gone.stream().map(WeakReference::get).filter(Objects::nonNull)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Editor<Object> editor(Port port) {
        return (Editor<Object>) Faces.of(port).editor(port, DESKTOP);
    }

    @SuppressWarnings("unchecked")
    private static Viewer<Object> viewer(Port port) {
        return (Viewer<Object>) Faces.of(port).viewer(port, DESKTOP);
    }

    private static void assertNamed(Node tool) {
        boolean named =
                tool.getAccessibleText() != null
                        || tool instanceof javafx.scene.control.Labeled l && !l.getText().isEmpty()
                        || tool instanceof org.controlsfx.control.SegmentedButton;
        assertThat(named).as("%s has a name for screen readers", tool).isTrue();
    }

    private static Optional<TextInputControl> field(Node node) {
        pixels(node);
        if (node instanceof TextInputControl own) {
            return Optional.of(own);
        }
        return node.lookupAll(".text-input").stream()
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast)
                .findFirst();
    }

    private static int[] pixels(Node node) {
        StackPane root =
                node.getScene() == null
                        ? new StackPane(node)
                        : (StackPane) node.getScene().getRoot();
        Scene scene = root.getScene() == null ? new Scene(root, 420, 400) : root.getScene();
        scene.getStylesheets().setAll(Faces.stylesheets());
        WritableImage image = scene.snapshot(null);
        int[] all = new int[420 * 400];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        420,
                        400,
                        javafx.scene.image.PixelFormat.getIntArgbInstance(),
                        all,
                        0,
                        420);
        return Arrays.copyOf(all, all.length);
    }

    private static String refusal(Port port, Raw raw) {
        Signature signature =
                new Signature(
                        "t",
                        "",
                        "other",
                        Map.of(),
                        List.of(port),
                        List.of(),
                        List.of(),
                        false,
                        "",
                        "");
        try {
            Form.decode(signature, Map.of(port.name(), raw));
        } catch (ProblemException e) {
            return e.problems().getFirst().message();
        }
        throw new AssertionError("%s is taken by the kind %s".formatted(raw, port.kind()));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
