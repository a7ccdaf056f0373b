package dev.vitrine.window.kind.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.range.Range;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Stand;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;

@ExtendWith(ApplicationExtension.class)
class RangeFaceTest {
    private static final Port PORT =
            Port.of("age", "range").withLimits(Limits.between(0, 10).withStep(1));

    private final FakeDesktop desktop = new FakeDesktop();
    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void itBeginsWithAllThereIs(FxRobot robot) {
        assertThat(put(robot).valueProperty().get()).isEqualTo(new Range(0, 10));
    }

    @Test
    void aTypedEndMovesItsThumbAndLeavesTheOther(FxRobot robot) {
        Editor<Range> editor = put(robot);
        robot.interact(() -> editor.set(new Range(2, 8)));
        robot.interact(() -> fields(editor).get(0).setText("3"));
        assertThat(editor.valueProperty().get()).isEqualTo(new Range(3, 8));
        robot.interact(() -> fields(editor).get(1).setText("6"));
        assertThat(editor.valueProperty().get()).isEqualTo(new Range(3, 6));
        assertThat(editor.problemProperty().get()).isNull();
    }

    @Test
    void endsInTheWrongOrderStayAsTypedAndAreComplainedAbout(FxRobot robot) {
        Editor<Range> editor = put(robot);
        robot.interact(() -> editor.set(new Range(2, 8)));
        robot.interact(() -> fields(editor).get(0).setText("9"));
        assertThat(fields(editor)).extracting(TextField::getText).containsExactly("9", "8");
        Problem problem = editor.problemProperty().get();
        assertThat(problem).isNotNull();
        assertThat(problem.message()).contains("9 to 8", "the lower one first");
    }

    @Test
    void theArrowKeysMoveAThumbByAStepAndAScreenReaderHasItsName(FxRobot robot) {
        Editor<Range> editor = put(robot);
        robot.interact(() -> editor.set(new Range(2, 8)));
        Node low = editor.node().lookup(".low-thumb");
        assertThat(low.getAccessibleText()).isEqualTo("Age, from");
        robot.interact(low::requestFocus);
        robot.type(KeyCode.RIGHT);
        assertThat(editor.valueProperty().get()).isEqualTo(new Range(3, 8));
        assertThat(fields(editor).get(0).getText()).isEqualTo("3");
    }

    @Test
    void aDraggedThumbStopsAtASteps(FxRobot robot) {
        Editor<Range> editor = put(robot);
        robot.interact(() -> editor.set(new Range(2, 8)));
        robot.drag(".high-thumb").dropBy(-40, 0);
        Range value = editor.valueProperty().get();
        assertThat(value).isNotNull();
        assertThat(value.low()).isEqualTo(2);
        assertThat(value.high()).isLessThan(8).isEqualTo(Math.rint(value.high()));
    }

    private Editor<Range> put(FxRobot robot) {
        return stand.put(robot, () -> new RangeFace().editor(PORT, desktop));
    }

    private static List<TextField> fields(Editor<?> editor) {
        return editor.node().lookupAll(".text-field").stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .toList();
    }
}
