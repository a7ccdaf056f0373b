package dev.vitrine.window.kind.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Fonts;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Viewer;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class LabelViewerTest {
    private static final double WIDTH = 500;
    private static final String LONG = "a class whose name is much longer than a name should be";

    @Test
    void namesAndFiguresOfARowStandOnOneLine() {
        Fx.run(() -> {
            Node node = shown(Port.of("scores", "label"), answer("cat", "Ågren", "dög"));
            List<Double> names = baselines(node, ".bar-name");
            assertThat(names).hasSize(3).isEqualTo(baselines(node, ".bar-figure"));
            assertThat(baselines(node, ".label-top"))
                    .isEqualTo(baselines(node, ".label-confidence"));
        });
    }

    @Test
    void theBarsBeginSoonAfterTheLongestName() {
        Fx.run(() -> {
            Node node = shown(Port.of("scores", "label"), answer("3", "8", "0"));
            assertThat(left(node, ".bar-track")).isLessThan(30);
        });
    }

    @Test
    void longNamesLeaveMoreThanHalfTheRowToBarsAndFigures() {
        Fx.run(() -> {
            Node node = shown(Port.of("scores", "label"), answer(LONG, "8", "0"));
            assertThat(left(node, ".bar-track")).isBetween(0.38 * WIDTH, 0.45 * WIDTH);
            javafx.scene.control.Label name = (javafx.scene.control.Label) node.lookup(".bar-name");
            assertThat(name.getTooltip().getText()).isEqualTo(LONG);
        });
    }

    @Test
    void theBarsKeepTheirPlaceWhicheverOfTheDeclaredClassesComeFirst() {
        Port port =
                Port.of("scores", "label")
                        .withOptions(
                                Map.of(
                                        "top",
                                        2L,
                                        "labels",
                                        List.of("ox", "hippopotamus", "cat", "dog")));
        Fx.run(() -> {
            double shortNames = left(shown(port, answer("ox", "cat")), ".bar-track");
            double longNames = left(shown(port, answer("hippopotamus", "cat")), ".bar-track");
            assertThat(longNames - shortNames).isBetween(0.0, 8.0);
        });
    }

    private static Label answer(String... names) {
        return new Label(Stream.of(names).map(n -> new Confidence(n, 1.0 / names.length)).toList());
    }

    @SuppressWarnings("unchecked")
    private static Node shown(Port port, Label answer) {
        Fonts.load();
        Viewer<Label> viewer = (Viewer<Label>) Faces.of(port).viewer(port, new FakeDesktop());
        StackPane root = new StackPane(viewer.node());
        root.setStyle("-fx-font-family: Inter; -fx-font-size: 13px");
        new Scene(root, WIDTH, 300).getStylesheets().setAll(Faces.stylesheets());
        viewer.show(answer);
        root.applyCss();
        root.layout();
        return root;
    }

    private static List<Double> baselines(Node root, String labels) {
        return root.lookupAll(labels).stream()
                .map(javafx.scene.control.Label.class::cast)
                .filter(label -> !label.getText().isEmpty() && label.isVisible())
                .map(label -> (Text) label.lookup(".text"))
                .map(text ->
                        text.localToScene(0, text.getLayoutBounds().getMinY()).getY()
                                + text.getBaselineOffset())
                .sorted()
                .toList();
    }

    private static double left(Node root, String query) {
        Node node = root.lookup(query);
        Bounds at = node.localToScene(node.getLayoutBounds());
        return at.getMinX();
    }
}
