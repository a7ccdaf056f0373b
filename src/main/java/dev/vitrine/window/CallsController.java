package dev.vitrine.window;

import dev.vitrine.describe.Call;
import dev.vitrine.describe.Language;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Values;
import dev.vitrine.window.CallRow.Outcome;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.Tools;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The list of calls: binds `calls.fxml` to a [CallsViewModel].
final class CallsController implements AutoCloseable {
    private static final double HEAD = 34;
    private static final double ROW = 28;
    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 10;

    /// Characters of the command that are shown; all are copied.
    private static final int SHOWN = 1_000;

    private final DemoViewModel demo;
    private final Surroundings around;
    private final CallsViewModel calls;
    private Subscription listening = Subscription.EMPTY;
    private String command = "";
    private long chosen;

    @FXML private HBox head;
    @FXML private SegmentedButton filters;
    @FXML private ToggleButton mine;
    @FXML private Label count;
    @FXML private Button open;
    @FXML private Button use;
    @FXML private TableView<CallRow> table;
    @FXML private TableColumn<CallRow, String> time;
    @FXML private TableColumn<CallRow, String> client;
    @FXML private TableColumn<CallRow, String> model;
    @FXML private TableColumn<CallRow, String> status;
    @FXML private TableColumn<CallRow, Duration> took;
    @FXML private TableColumn<CallRow, Long> received;
    @FXML private TableColumn<CallRow, Long> sent;
    @FXML private Label complaint;
    @FXML private VBox empty;
    @FXML private Label how;
    @FXML private Label code;
    @FXML private Button copy;
    @FXML private Label gain;

    CallsController(DemoViewModel demo, Surroundings around) {
        this.demo = demo;
        this.around = around;
        this.calls =
                new CallsViewModel(demo, around.runner(), around.reopen(), FxThread.BACKGROUND);
    }

    Parent view() {
        return Fxml.load("calls.fxml", this);
    }

    /// Hands the keyboard to the list, or to what stands in its place.
    void focus() {
        (table.isVisible() ? table : copy).requestFocus();
    }

    @FXML
    private void initialize() {
        fillFilters();
        fillColumns();
        SortedList<CallRow> sorted = new SortedList<>(calls.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(new Label("No call is of this sort"));
        table.setRowFactory(view -> new CallTableRow(this::openChosen));
        table.setOnKeyPressed(this::key);
        table.prefHeightProperty().bind(Bindings.createDoubleBinding(this::height, calls.all()));
        show(table, Bindings.isNotEmpty(calls.all()));
        show(head, Bindings.isNotEmpty(calls.all()));
        show(empty, Bindings.isEmpty(calls.all()));
        mine.selectedProperty().bindBidirectional(calls.onlyThisModelProperty());
        count.textProperty().bind(Bindings.createStringBinding(this::words, calls.rows()));
        show(complaint, complaint.textProperty().isNotEmpty());
        gain.textProperty().bind(calls.gainProperty());
        show(gain, gain.textProperty().isNotEmpty());
        listening =
                table.getSelectionModel()
                        .selectedItemProperty()
                        .subscribe(this::choose)
                        .and(sorted.subscribe(this::chooseAgain))
                        .and(around.address().subscribe(address -> sayHow()))
                        .and(demo.inputsProperty().subscribe(inputs -> sayHow()));
    }

    private void fillFilters() {
        add("All", null);
        for (Outcome outcome : Outcome.values()) {
            add(outcome.title(), outcome);
        }
        filters.getButtons().getFirst().setSelected(true);
    }

    private void add(String title, @Nullable Outcome which) {
        ToggleButton button = Tools.toggle(title);
        button.setId("calls-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        filters.getButtons().add(button);
        button.selectedProperty()
                .subscribe((was, now) -> {
                    if (now) {
                        calls.show(which);
                    } else if (filters.getToggleGroup().getSelectedToggle() == null) {
                        // A press on the chosen one would leave none chosen.
                        button.setSelected(true);
                    }
                });
    }

    private void fillColumns() {
        fill(time, CallRow::time, text -> text);
        fill(client, CallRow::client, text -> text);
        fill(model, CallRow::model, text -> text);
        fill(status, CallRow::status, text -> text);
        status.getStyleClass().add("calls-status");
        fill(took, CallRow::took, Elapsed::text);
        fill(received, CallRow::received, CallRow::size);
        fill(sent, CallRow::sent, CallRow::size);
    }

    /// @param words what of a value is shown; it is sorted by the value itself
    private static <T> void fill(
            TableColumn<CallRow, T> column, Function<CallRow, T> value, Function<T, String> words) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(c -> new CallCell<>(words));
    }

    @FXML
    private void openChosen() {
        with(calls::open);
    }

    @FXML
    private void useChosen() {
        with(calls::use);
    }

    @FXML
    private void clear() {
        calls.clear();
    }

    @FXML
    private void copyCode() {
        around.desktop().copy(command);
        Tools.confirm(copy, "Copied");
    }

    @Override
    public void close() {
        listening.unsubscribe();
        calls.close();
    }

    private void with(Function<CallRow, Boolean> action) {
        CallRow row = table.getSelectionModel().getSelectedItem();
        if (row != null && !action.apply(row)) {
            complaint.setText("What went into this call is not kept any more.");
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            if (event.isShiftDown()) {
                useChosen();
            } else {
                openChosen();
            }
            event.consume();
        }
    }

    /// What can be done with a call, and what is wrong with it.
    private void choose(@Nullable CallRow row) {
        if (row == null) {
            open.setDisable(true);
            use.setDisable(true);
            complaint.setText("");
            return;
        }
        chosen = row.call().number();
        boolean there = row.call().run().isPresent();
        open.setDisable(!there);
        use.setDisable(!there);
        complaint.setText(row.call().complaint());
    }

    /// The list was looked at again: the same call stays chosen.
    private void chooseAgain() {
        CallRow now = table.getSelectionModel().getSelectedItem();
        if (now == null || now.call().number() != chosen) {
            table.getItems().stream()
                    .filter(row -> row.call().number() == chosen)
                    .findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
    }

    /// The call with the inputs as they are; with those of the first example where there are none.
    private void sayHow() {
        List<Example> examples = demo.model().signature().examples();
        Values inputs = demo.inputsProperty().get();
        int number = demo.exampleProperty().get();
        Optional<Example> example =
                number > 0
                        ? Optional.of(examples.get(number - 1))
                        : inputs.byName().isEmpty()
                                ? examples.stream().findFirst()
                                : Optional.empty();
        Call call = Call.of(demo.model(), around.address().getValue(), inputs, example);
        command = Language.CURL.code(call);
        code.setText(command.length() <= SHOWN ? command : command.substring(0, SHOWN) + "…");
        how.setText(
                "No calls yet. " + where(call.files(), example.isPresent()) + "this makes one:");
    }

    private static String where(List<String> files, boolean ofExample) {
        return files.isEmpty()
                ? "For instance, "
                : ofExample
                        ? "In the model's folder, "
                        : "In a folder with %s, ".formatted(String.join(", ", files));
    }

    private double height() {
        return HEAD + ROW * Math.clamp(calls.all().size(), LEAST_ROWS, MOST_ROWS) + 2;
    }

    private String words() {
        return NumberText.counted(calls.rows().size(), "call");
    }

    private static void show(Node node, BooleanBinding when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
