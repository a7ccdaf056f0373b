package dev.vitrine.window.kind.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;
import dev.vitrine.window.kind.Stand;
import dev.vitrine.window.kind.Viewer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

@ExtendWith(ApplicationExtension.class)
class MarkdownFaceTest {
    private static final Port PORT = Port.of("report", "markdown");

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void wordsHeadingsListsAndCodeAreAllThere(FxRobot robot) {
        Viewer<String> viewer =
                shown(robot, "# Head\n\nA *b* **c** `d`\n\n1. one\n   - two\n\n> q\n");
        assertThat(words(viewer.node())).isEqualTo("HeadA b c donetwoq");
        assertThat(viewer.node().lookup(".markdown-heading-1-text")).isNotNull();
        assertThat(viewer.node().lookupAll(".markdown-marker")).hasSize(2);
    }

    @Test
    void tablesHaveTheirCellsInPlaceAndStayWithinTheText(FxRobot robot) {
        String longWords = "long words ".repeat(40);
        Viewer<String> viewer =
                shown(
                        robot,
                        "Before\n\n| name | *n* |\n|---|--:|\n| `a|b` | 1 |\n| %s | 2 | too many |\n\nAfter\n"
                                .replace("`a|b`", "`a\\|b`")
                                .formatted(longWords));
        Region table = (Region) viewer.node().lookup(".markdown-table");
        assertThat(table.lookupAll(".markdown-cell")).hasSize(6);
        assertThat(table.lookupAll(".markdown-cell-head")).hasSize(2);
        assertThat(words(table)).startsWith("namena|b1").endsWith("2");
        assertThat(words(viewer.node())).startsWith("Before").endsWith("2After");
        TextFlow second = (TextFlow) table.getChildrenUnmodifiable().get(1);
        assertThat(second.getWidth()).as("a short column keeps its words").isGreaterThan(20);
        assertThat(second.getTextAlignment()).isEqualTo(TextAlignment.RIGHT);
        assertThat(table.getWidth()).isLessThanOrEqualTo(480);
        assertThat(table.getHeight()).isGreaterThan(100);
    }

    @Test
    void aTableOfThousandsOfRowsTellsHowManyItDoesNotShow(FxRobot robot) {
        Viewer<String> viewer = shown(robot, "|a|b|\n|-|-|\n" + "|1|2|\n".repeat(3000));
        Label more = (Label) viewer.node().lookup(".markdown-more");
        assertThat(more.getText()).isEqualTo("and 2001 more rows");
    }

    @Test
    void linksLeadIntoTheWebAndToMailOnlyByMouseAndByKeyboard() {
        List<URI> opened = new ArrayList<>();
        Node text =
                Fx.get(() ->
                        MarkdownText.of(
                                "[a](https://a.example) [b](MAILTO:b@b.example)"
                                        + " [c](file:///etc/passwd) [d](javascript:x)"
                                        + " [e](relative) [f](<ht tp://f>)",
                                opened::add));
        List<Node> links = List.copyOf(text.lookupAll(".markdown-link"));
        assertThat(links.stream().map(MarkdownFaceTest::words)).containsExactly("a", "b");
        assertThat(links).allMatch(Node::isFocusTraversable);
        assertThat(words(text)).isEqualTo("a b c d e f");
    }

    @Test
    void aLinkOpensByClickAndByEnter(FxRobot robot) {
        List<URI> opened = new ArrayList<>();
        Viewer<String> viewer =
                stand.put(robot, () -> new MarkdownFace().viewer(PORT, desktop(opened)));
        robot.interact(() -> viewer.show("Go [there](https://a.example/x)"));
        robot.clickOn("there");
        robot.interact(() -> viewer.node().lookup(".markdown-link").requestFocus());
        robot.type(KeyCode.ENTER);
        URI there = URI.create("https://a.example/x");
        assertThat(opened).containsExactly(there, there);
    }

    @Test
    void picturesAndHtmlAreLeftOut(FxRobot robot) {
        Viewer<String> viewer =
                shown(
                        robot,
                        "a ![words](https://a.example/x.png) <b>c</b>\n\n<script>d</script>\n");
        assertThat(words(viewer.node())).isEqualTo("a words c");
        assertThat(viewer.node().lookupAll("*")).noneMatch(ImageView.class::isInstance);
    }

    @Test
    void aLongTextScrollsAndStaysWhereItIsReadWhileItGrows(FxRobot robot) {
        Viewer<String> viewer = shown(robot, "line\n\n".repeat(100));
        ScrollPane pane = (ScrollPane) viewer.node();
        robot.interact(() -> pane.setVvalue(0.5));
        double top = top(pane);
        assertThat(top).isGreaterThan(100);
        robot.interact(() -> viewer.show("line\n\n".repeat(200)));
        robot.interact(() -> {});
        assertThat(top(pane)).isCloseTo(top, offset(2.0));
        robot.interact(() -> viewer.show("other"));
        assertThat(pane.getVvalue()).isZero();
    }

    @Test
    void monstrousTextsAreCutOrFlattenedAndCopiedWhole(FxRobot robot) {
        String huge = "word ".repeat(100_000);
        Viewer<String> viewer = shown(robot, huge);
        assertThat(viewer.captionProperty().get()).isEqualTo("first 40\u2009000 characters");
        robot.clickOn((Button) viewer.tools().getFirst());
        assertThat(desktop.copied).containsExactly(huge);
        robot.interact(() -> viewer.show(">".repeat(20_000) + "x"));
        robot.interact(() -> viewer.show("*".repeat(20_000) + "x" + "*".repeat(19_000)));
        robot.interact(() -> viewer.show("[".repeat(20_000) + "x" + "]".repeat(19_000)));
        assertThat(viewer.problemProperty().get()).isNull();
    }

    @Test
    void theAreaTakesLines(FxRobot robot) {
        Editor<String> editor = stand.put(robot, () -> new MarkdownFace().editor(PORT, desktop));
        robot.clickOn(editor.node());
        robot.write("# a").type(KeyCode.ENTER).write("b");
        assertThat(editor.valueProperty().get()).isEqualTo("# a\nb");
    }

    private Viewer<String> shown(FxRobot robot, String text) {
        Viewer<String> viewer = stand.put(robot, () -> new MarkdownFace().viewer(PORT, desktop));
        robot.interact(() -> viewer.show(text));
        return viewer;
    }

    private static double top(ScrollPane pane) {
        return Fx.get(() ->
                pane.getVvalue()
                        * (pane.getContent().getLayoutBounds().getHeight()
                                - pane.getViewportBounds().getHeight()));
    }

    private static String words(Node node) {
        return node instanceof Text text
                ? text.getText()
                : node.lookupAll(".markdown-words").stream()
                        .map(Text.class::cast)
                        .map(Text::getText)
                        .collect(Collectors.joining());
    }

    private static FakeDesktop desktop(List<URI> opened) {
        return new FakeDesktop(opened::add);
    }
}
