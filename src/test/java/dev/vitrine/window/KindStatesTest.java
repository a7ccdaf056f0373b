package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Samples;
import dev.vitrine.kind.Samples.Sample;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.Widget;

import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Draws the editor and the viewer of every kind in each of its states, light and dark, into
/// `target/pictures/KIND-THEME.png`, to be looked at; and says which of them is cut off.
class KindStatesTest {
    private static final Path OUT = Path.of("target/pictures");

    /// A card's width in a window of 1000 pixels; of 896 it is as in one of 1920.
    private static final double WIDTH = Integer.getInteger("vitrine.states.width", 436);

    private static final double GAP = 24;
    private static final double INSET = 16;
    private static final double ROOM = 6000;

    static Stream<Arguments> kinds() {
        return Kinds.ALL.stream()
                .map(Kind::id)
                .flatMap(kind -> Stream.of(Theme.values()).map(theme -> arguments(kind, theme)));
    }

    @AfterAll
    static void lightAgain() {
        Fx.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyStateIsSeenWhole(String kind, Theme theme) throws Exception {
        Fx.run(Fonts::load);
        Fx.run(() -> Application.setUserAgentStylesheet(theme.stylesheet()));
        List<PortField> fields = new ArrayList<>();
        Scene scene = Fx.get(() -> scene(kind, theme, fields));
        try {
            settle(scene);
            draw(
                    scene,
                    OUT.resolve(
                            kind + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png"));
            assertThat(Fx.get(() -> fields.stream().flatMap(f -> cut(f, f)).toList())).isEmpty();
        } finally {
            Fx.run(() -> fields.forEach(PortField::close));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRefusedValueIsSeenOnTheControlItself(String kind, Theme theme) {
        Optional<Sample> outside = Samples.outside(kind);
        if (outside.isEmpty()) {
            return;
        }
        Fx.run(() -> Application.setUserAgentStylesheet(theme.stylesheet()));
        Fx.run(() -> {
            Port port = outside.get().port();
            try (PortField calm = editor(port, null);
                    PortField refused = editor(port, null);
                    Editor<Object> out = bare(port)) {
                Scene scene = new Scene(new VBox(calm, refused), WIDTH, 2000);
                theme.dress(scene);
                out.set(outside.get().value());
                refused.complain(out.problemProperty().get());
                assertThat(Arrays.equals(pixels(refused), pixels(calm)))
                        .as("a refused editor looks like a calm one")
                        .isFalse();
            }
        });
    }

    private static byte[] pixels(PortField field) {
        return PictureCodec.png(FxPictures.picture(field.widget().node().snapshot(null, null)));
    }

    private static Scene scene(String kind, Theme theme, List<PortField> fields) {
        HBox root = new HBox(GAP, column(editors(kind), fields), column(viewers(kind), fields));
        root.getStyleClass().add("stage");
        root.setStyle("-fx-padding: 24;");
        Scene scene = new Scene(root, 2 * (WIDTH + 2 * INSET) + 3 * GAP, ROOM);
        theme.dress(scene);
        return scene;
    }

    private static VBox column(Map<String, PortField> states, List<PortField> fields) {
        VBox column = new VBox(GAP);
        states.forEach((state, field) -> {
            Label name = new Label(state);
            name.getStyleClass().add("section");
            VBox card = new VBox(field);
            card.getStyleClass().add("card");
            card.setMinWidth(WIDTH + 2 * INSET);
            card.setMaxWidth(WIDTH + 2 * INSET);
            column.getChildren().add(new VBox(4, name, card));
            fields.add(field);
        });
        return column;
    }

    private static Map<String, PortField> editors(String kind) {
        Map<String, PortField> all = new LinkedHashMap<>();
        Sample plain = Samples.plain(kind);
        all.put("empty", editor(plain.port(), null));
        all.put("filled", editor(plain.port(), plain.value()));
        PortField disabled = editor(plain.port(), plain.value());
        disabled.setDisable(true);
        all.put("disabled", disabled);
        Samples.outside(kind)
                .ifPresent(s -> {
                    PortField out = editor(s.port(), s.value());
                    all.put("out of range", out);
                    Problem problem = out.widget().problemProperty().get();
                    if (problem != null) {
                        PortField refused = editor(s.port(), null);
                        refused.complain(problem);
                        all.put("refused by a run", refused);
                    }
                });
        LongSamples.of(kind)
                .map(KindStatesTest::named)
                .ifPresent(s -> all.put("long", editor(s.port(), s.value())));
        return all;
    }

    private static Map<String, PortField> viewers(String kind) {
        Map<String, PortField> all = new LinkedHashMap<>();
        Sample plain = Samples.plain(kind);
        all.put("empty result", viewer(plain.port(), null));
        all.put("result", viewer(plain.port(), plain.value()));
        Optional<Sample> large = LongSamples.of(kind).map(KindStatesTest::named);
        large.ifPresent(s -> all.put("long result", viewer(s.port(), s.value())));
        return all;
    }

    private static Sample named(Sample sample) {
        return new Sample(
                sample.port()
                        .withLabel(
                                "A label that is longer than there is room for beside a caption"),
                sample.value());
    }

    private static PortField editor(Port port, @Nullable Object value) {
        Editor<Object> editor = bare(port);
        editor.set(value);
        return field(port, editor);
    }

    @SuppressWarnings("unchecked")
    private static Editor<Object> bare(Port port) {
        return (Editor<Object>) Faces.of(port).editor(port, new FakeDesktop());
    }

    @SuppressWarnings("unchecked")
    private static PortField viewer(Port port, @Nullable Object value) {
        Viewer<Object> viewer = (Viewer<Object>) Faces.of(port).viewer(port, new FakeDesktop());
        viewer.show(value);
        return field(port, viewer);
    }

    private static PortField field(Port port, Widget widget) {
        return new PortField(port, widget);
    }

    /// What of a field stands out of it at the sides, and the buttons whose words are cut off.
    private static Stream<String> cut(Node node, PortField field) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Bounds room = field.localToScene(field.getLayoutBounds());
        Bounds at = node.localToScene(node.getLayoutBounds());
        boolean out =
                node.isManaged()
                        && at.getWidth() > 0
                        && (at.getMaxX() > room.getMaxX() + 1 || at.getMinX() < room.getMinX() - 1);
        boolean cut = node instanceof ButtonBase button && button.isTextTruncated();
        Stream<String> own =
                out || cut
                        ? Stream.of(
                                "%s %s in %s"
                                        .formatted(
                                                node, out ? "stands out" : "is cut", field.getId()))
                        : Stream.empty();
        return scrolls(node) || !(node instanceof Parent parent)
                ? own
                : Stream.concat(
                        own, parent.getChildrenUnmodifiable().stream().flatMap(n -> cut(n, field)));
    }

    /// Whether what is in it may be larger than it.
    private static boolean scrolls(Node node) {
        return node instanceof ListView
                || node instanceof TableView
                || node instanceof TreeView
                || node instanceof ScrollPane
                || node instanceof TextInputControl
                || node.getClip() != null;
    }

    private static void draw(Scene scene, Path file) throws IOException {
        Files.createDirectories(OUT);
        byte[] png =
                PictureCodec.png(
                        Fx.get(() -> {
                            Parent root = scene.getRoot();
                            double height = Math.min(ROOM, root.prefHeight(scene.getWidth()));
                            SnapshotParameters all = new SnapshotParameters();
                            all.setViewport(new Rectangle2D(0, 0, scene.getWidth(), height));
                            return FxPictures.picture(root.snapshot(all, null));
                        }));
        Files.write(file, png);
    }

    /// Lets what is drawn in the background arrive.
    private static void settle(Scene scene) throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            CountDownLatch idle = new CountDownLatch(1);
            Fx.run(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            FxThread.whenIdle(idle::countDown);
            assertThat(idle.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
