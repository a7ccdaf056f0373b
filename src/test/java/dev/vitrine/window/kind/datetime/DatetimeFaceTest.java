package dev.vitrine.window.kind.datetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Stand;

import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Map;

@ExtendWith(ApplicationExtension.class)
class DatetimeFaceTest {
    private static final Here HERE = new Here(Locale.GERMANY, ZoneId.of("Europe/Berlin"));
    private static final Port MOMENT = Port.of("when", "datetime");
    private static final Port DAY = MOMENT.withOptions(Map.of("format", "date"));

    private Stand stand;

    @Start
    void open(Stage stage) {
        stand = new Stand(stage);
    }

    @Test
    void aDateIsTypedInTheFormOfTheLocaleAndFoundInTheCalendar(FxRobot robot) {
        Editor<Temporal> editor = put(robot, DAY);
        robot.interact(() -> day(editor).setText("1.3.2026"));
        assertThat(editor.valueProperty().get()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(calendar(editor).getValue()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(day(editor).getText()).isEqualTo("1.3.2026");
        robot.interact(() -> calendar(editor).setValue(LocalDate.of(2024, 2, 29)));
        assertThat(editor.valueProperty().get()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(day(editor).getText()).isEqualTo("29.02.2024");
    }

    @Test
    void aDayThatThereIsNotStaysAsTypedAndIsComplainedAbout(FxRobot robot) {
        Editor<Temporal> editor = put(robot, DAY);
        robot.interact(() -> day(editor).setText("29.2.2025"));
        assertThat(editor.valueProperty().get()).isNull();
        Problem problem = editor.problemProperty().get();
        assertThat(problem).isNotNull();
        assertThat(problem.message()).isEqualTo("'When' is no date; give one such as 2026-11-27.");
        assertThat(day(editor).getText()).isEqualTo("29.2.2025");
    }

    @Test
    void aMomentIsSeenAndTypedInTheZoneOfTheReader(FxRobot robot) {
        Editor<Temporal> editor = put(robot, MOMENT);
        OffsetDateTime given = OffsetDateTime.parse("2026-11-27T23:30:00Z");
        robot.interact(() -> editor.set(given));
        assertThat(editor.valueProperty().get()).isSameAs(given);
        assertThat(day(editor).getText()).isEqualTo("28.11.2026");
        assertThat(clock(editor).getText()).isEqualTo("00:30");
        assertThat(editor.captionProperty().get()).isEqualTo("UTC+01:00");
        robot.interact(() -> clock(editor).setText("9:15"));
        assertThat(editor.valueProperty().get())
                .isEqualTo(OffsetDateTime.parse("2026-11-28T09:15:00+01:00"));
        robot.interact(() -> day(editor).setText("1.7.2026"));
        assertThat(editor.captionProperty().get()).isEqualTo("UTC+02:00");
    }

    @Test
    void aWholeMomentIsPastedIntoTheFieldOfTheDate(FxRobot robot) {
        Editor<Temporal> editor = put(robot, MOMENT);
        robot.interact(() -> day(editor).setText("2026-11-27T10:00:00+05:30"));
        assertThat(editor.valueProperty().get())
                .isEqualTo(OffsetDateTime.parse("2026-11-27T10:00:00+05:30"));
    }

    @Test
    void upAndDownGoByADayAndByAMinute(FxRobot robot) {
        Editor<Temporal> editor = put(robot, MOMENT);
        robot.interact(() -> editor.set(OffsetDateTime.parse("2026-02-28T23:59:00+01:00")));
        robot.interact(() -> clock(editor).requestFocus());
        robot.type(KeyCode.UP);
        assertThat(editor.valueProperty().get())
                .isEqualTo(OffsetDateTime.parse("2026-03-01T00:00:00+01:00"));
        robot.interact(() -> day(editor).requestFocus());
        robot.type(KeyCode.DOWN);
        assertThat(editor.valueProperty().get())
                .isEqualTo(OffsetDateTime.parse("2026-02-28T00:00:00+01:00"));
    }

    @Test
    void nowIsNow(FxRobot robot) {
        Editor<Temporal> editor = put(robot, MOMENT);
        OffsetDateTime before = OffsetDateTime.now().withNano(0);
        robot.interact(() -> ((Button) editor.tools().getFirst()).fire());
        assertThat((OffsetDateTime) editor.valueProperty().get())
                .isBetween(before, OffsetDateTime.now());
        Editor<Temporal> time = put(robot, MOMENT.withOptions(Map.of("format", "time")));
        robot.interact(() -> ((Button) time.tools().getFirst()).fire());
        assertThat(time.valueProperty().get()).isInstanceOf(LocalTime.class);
    }

    private Editor<Temporal> put(FxRobot robot, Port port) {
        return stand.put(robot, () -> new DatetimeEditor(port, HERE));
    }

    private static TextField day(Editor<?> editor) {
        return (TextField) editor.focus();
    }

    private static TextField clock(Editor<?> editor) {
        return editor.node().lookupAll(".text-field").stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .filter(f -> "When, time".equals(f.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static DatePicker calendar(Editor<?> editor) {
        return (DatePicker) editor.node().lookup(".date-picker");
    }
}
