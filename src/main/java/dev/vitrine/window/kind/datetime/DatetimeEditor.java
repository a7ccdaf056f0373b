package dev.vitrine.window.kind.datetime;

import dev.vitrine.kind.datetime.DatetimeKind;
import dev.vitrine.kind.datetime.Moment;
import dev.vitrine.signature.Port;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;

/// A field for the date with a calendar behind it, and one for the time; moments in the reader's
/// zone. Up and down in a field go by a day or a minute.
final class DatetimeEditor extends PortEditor<Temporal> {
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 27);

    private final Moment moment;
    private final Here here;
    private final TextField day = new TextField();
    private final DatePicker calendar = new DatePicker();
    private final TextField clock = new TextField();
    private final HBox node = new HBox();
    private final Node now;

    DatetimeEditor(Port port, Here here) {
        super(new DatetimeKind(), port);
        this.moment = Moment.of(port);
        this.here = here;
        node.getStyleClass().addAll("kind-datetime", "datetime-row");
        now = Tools.button(moment.hasClock() ? "Now" : "Today", this::setNow);
        if (moment.hasDay()) {
            field(day, moment.hasClock() ? ", date" : "", here.day(ANY_DAY), ChronoUnit.DAYS);
            calendar.setAccessibleText(port.label() + ", calendar");
            calendar.setEditable(false);
            calendar.setDayCellFactory(picker -> new Day());
            calendar.valueProperty().subscribe(this::picked);
            node.getChildren().add(calendar);
        }
        if (moment.hasClock()) {
            field(clock, moment.hasDay() ? ", time" : "", "00:00", ChronoUnit.MINUTES);
        }
        set(held().standard());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Node> tools() {
        return List.of(now);
    }

    @Override
    public void set(@Nullable Temporal value) {
        Temporal local = local(value);
        quietly(() -> {
            day.setText(local == null || !moment.hasDay() ? "" : here.day(date(local)));
            clock.setText(
                    local == null || !moment.hasClock() ? "" : here.clock(LocalTime.from(local)));
        });
        held().put(value);
        show();
    }

    @Override
    public Node focus() {
        return moment.hasDay() ? day : clock;
    }

    private void field(TextField field, String what, String sample, ChronoUnit step) {
        field.setAccessibleText(port().label() + what);
        field.setPromptText(sample);
        field.setPrefColumnCount(field == day ? 10 : 8);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe(text -> wrote());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(event, step));
        node.getChildren().add(field);
    }

    private void step(KeyEvent event, ChronoUnit unit) {
        Temporal value = local(held().get());
        boolean isUp = event.getCode() == KeyCode.UP;
        if (value != null && (isUp || event.getCode() == KeyCode.DOWN)) {
            set(value.plus(isUp ? 1 : -1, unit));
            event.consume();
        }
    }

    private void setNow() {
        set(here.now(moment));
    }

    private void picked(@Nullable LocalDate date) {
        if (!isQuiet() && date != null) {
            day.setText(here.day(date));
        }
    }

    private void wrote() {
        if (isQuiet()) {
            return;
        }
        String text = (day.getText() + " " + clock.getText()).strip();
        Temporal read = here.read(moment, day.getText(), clock.getText());
        if (read != null) {
            held().put(read);
        } else {
            typed(text);
        }
        show();
    }

    /// What stands beside the fields: the day in the calendar, and the zone.
    private void show() {
        Temporal value = local(held().get());
        quietly(() -> calendar.setValue(value == null || !moment.hasDay() ? null : date(value)));
        caption(value instanceof OffsetDateTime there ? here.offset(there) : "");
    }

    private @Nullable Temporal local(@Nullable Temporal value) {
        return value instanceof OffsetDateTime there ? here.at(there) : value;
    }

    private static LocalDate date(Temporal value) {
        return LocalDate.from(value);
    }

    /// A day of the calendar, which cannot be picked where it is out of bounds.
    private final class Day extends DateCell {
        @Override
        public void updateItem(@Nullable LocalDate item, boolean isEmpty) {
            super.updateItem(item, isEmpty);
            boolean isOut =
                    item != null
                            && (DatetimeKind.min(port())
                                            .filter(b -> item.isBefore(date(within(b))))
                                            .isPresent()
                                    || DatetimeKind.max(port())
                                            .filter(b -> item.isAfter(date(within(b))))
                                            .isPresent());
            setDisable(isEmpty || isOut);
        }

        private Temporal within(Temporal bound) {
            return bound instanceof OffsetDateTime there ? here.at(there) : bound;
        }
    }
}
