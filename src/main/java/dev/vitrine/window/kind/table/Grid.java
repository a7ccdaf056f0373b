package dev.vitrine.window.kind.table;

import dev.vitrine.kind.table.Column;
import dev.vitrine.kind.table.Table;
import dev.vitrine.kind.table.TableCsv;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.kind.Desk;
import dev.vitrine.window.kind.NumberText;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The rows of a table, of which any number may be selected and copied; a click on a header sorts
/// them, a text filters them. Large tables are measured, sorted and filtered in the background.
final class Grid {
    /// So many cells are measured or sorted in a few milliseconds.
    private static final int QUICK = 20_000;

    /// More columns would take the window long to make, and nobody scrolls that far.
    private static final int MOST_COLUMNS = 200;

    private static final double NARROWEST = 48;
    private static final double WIDEST = 320;

    /// The widest that a column is where not all fit side by side.
    private static final double CROWDED = 160;

    /// The inside of a cell left and right of its words.
    private static final double AROUND = 24;

    /// Room for the arrow of a sorted header.
    private static final double ARROW = 18;

    private static final double SCROLL_BAR = 16;

    private static final Font WORDS = Font.font("Inter", 12);
    private static final Font HEADS = Font.font("Inter Medium", 12);
    private static final Font FIGURES = Font.font("JetBrains Mono", 12);

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final String label;
    private final Desktop desktop;
    private final String invitation;
    private final TableView<List<@Nullable Object>> view = new TableView<>();
    private final Label placeholder = new Label();
    private final Desk<Table, List<Column>> columns =
            new Desk<>(Grid::isQuick, Grid::columns, this::lay);
    private final Desk<Order, List<List<@Nullable Object>>> order =
            new Desk<>(o -> isQuick(o.table()), Order::rows, this::put);
    private final Function<Column, Cell> cells;
    private @Nullable Table table;
    private List<Column> written = List.of();
    private String filter = "";
    private Typed typed = (row, column, cell) -> {};

    /// Rows that hold a text, in the order that the headers ask for.
    private record Order(Table table, String filter, List<Comparator<List<@Nullable Object>>> by) {
        List<List<@Nullable Object>> rows() {
            List<List<@Nullable Object>> rows = Filtering.rows(table.rows(), filter);
            return by.stream()
                    .reduce(Comparator::thenComparing)
                    .map(all -> rows.stream().sorted(all).toList())
                    .orElse(rows);
        }
    }

    /// @param label the name for screen readers
    /// @param invitation what stands there while there is no table
    Grid(String label, Desktop desktop, String invitation) {
        this(label, desktop, invitation, Cell::new);
    }

    /// @param cells makes the cells of a column
    Grid(String label, Desktop desktop, String invitation, Function<Column, Cell> cells) {
        this.cells = cells;
        this.label = label;
        this.desktop = desktop;
        this.invitation = invitation;
        view.getStyleClass().addAll("kind-table", "table-grid");
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setPlaceholder(placeholder);
        // the view's own sort looks at what is selected before and after, and fails where rows go
        view.setSortPolicy(v -> true);
        view.setOnSort(e -> sort());
        view.widthProperty().subscribe((was, now) -> widen());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        placeholder.setWrapText(true);
    }

    TableView<List<@Nullable Object>> node() {
        return view;
    }

    void show(@Nullable Table value) {
        table = value;
        view.setAccessibleText(value == null ? label + ", empty" : label + ", " + value.size());
        columns.take(value);
        instead();
    }

    /// Says what stands there instead of rows.
    private void instead() {
        Table now = table;
        if (now == null) {
            placeholder.setText(invitation);
        } else if (now.rows().isEmpty()) {
            placeholder.setText("No rows");
        } else {
            placeholder.setText("No row holds this; write less into the filter.");
        }
    }

    /// Calls this with what is typed into a cell.
    void onTyped(Typed typed) {
        this.typed = typed;
    }

    /// Gets what is typed into a cell.
    @FunctionalInterface
    interface Typed {
        /// @param row the row that the cell is of, by its identity
        void cell(List<@Nullable Object> row, int column, @Nullable Object cell);
    }

    /// A field for the text that the rows which are shown hold.
    TextField filter() {
        TextField field = new TextField();
        field.getStyleClass().addAll("tool", "table-filter");
        field.setPromptText("Filter");
        field.setAccessibleText("Filter the rows of " + label);
        field.textProperty()
                .subscribe(text -> {
                    filter = text;
                    instead();
                    sort();
                });
        return field;
    }

    /// A few words on a table's size; none for no table.
    static String caption(@Nullable Table table) {
        if (table == null) {
            return "";
        }
        int rows = table.rows().size();
        int columns = table.headers().size();
        String first = columns > MOST_COLUMNS ? "first %d of ".formatted(MOST_COLUMNS) : "";
        return "%s × %s%s"
                .formatted(
                        NumberText.counted(rows, "row"),
                        first,
                        NumberText.counted(columns, "column"));
    }

    private static boolean isQuick(Table table) {
        return (long) table.rows().size() * Math.max(1, table.headers().size()) <= QUICK;
    }

    private static List<Column> columns(Table table) {
        return IntStream.range(0, Math.min(MOST_COLUMNS, table.headers().size()))
                .mapToObj(i -> Column.of(table, i))
                .toList();
    }

    private void lay(@Nullable List<Column> fresh) {
        Table now = table;
        if (fresh == null || now == null) {
            written = List.of();
            view.getSortOrder().clear();
            view.getItems().clear();
            view.getColumns().clear();
            return;
        }
        // what only has other rows keeps its order, its place and what is selected in it
        if (!fresh.equals(written) || view.getColumns().size() != fresh.size()) {
            written = fresh;
            view.getSortOrder().clear();
            view.getItems().clear();
            view.getColumns()
                    .setAll(
                            IntStream.range(0, fresh.size())
                                    .mapToObj(i -> column(i, fresh.get(i)))
                                    .toList());
            widen();
        }
        sort();
    }

    private TableColumn<List<@Nullable Object>, Object> column(int index, Column written) {
        TableColumn<List<@Nullable Object>, Object> column = new TableColumn<>(written.header());
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
        column.setCellFactory(c -> cells.apply(written));
        column.setOnEditCommit(e ->
                typed.cell(
                        view.getItems().get(e.getTablePosition().getRow()),
                        index,
                        e.getNewValue()));
        column.setReorderable(false);
        column.setUserData(fitting(written));
        if (written.numeric()) {
            column.getStyleClass().add("figure");
        }
        return column;
    }

    private static double fitting(Column column) {
        double cells = width(column.longest(), column.numeric() ? FIGURES : WORDS);
        double head = width(column.header(), HEADS) + ARROW;
        return Math.clamp(Math.ceil(Math.max(cells, head)) + AROUND, NARROWEST, WIDEST);
    }

    private static double width(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /// Gives each column what its words need, and an equal part of the room that is left.
    private void widen() {
        double room = view.getWidth() - SCROLL_BAR;
        double most = needed(WIDEST) <= room ? WIDEST : CROWDED;
        double left = Math.max(0, room - needed(most));
        double more = Math.floor(left / Math.max(1, view.getColumns().size()));
        view.getColumns().forEach(column -> column.setPrefWidth(needed(column, most) + more));
    }

    private double needed(double most) {
        return view.getColumns().stream().mapToDouble(column -> needed(column, most)).sum();
    }

    private static double needed(TableColumn<?, ?> column, double most) {
        return Math.min(most, column.getUserData() instanceof Double width ? width : NARROWEST);
    }

    private void sort() {
        Table now = table;
        if (now != null) {
            order.take(
                    new Order(
                            now,
                            filter,
                            view.getSortOrder().stream()
                                    .map(column ->
                                            Sorting.by(
                                                    view.getColumns().indexOf(column),
                                                    column.getSortType()
                                                            == TableColumn.SortType.DESCENDING))
                                    .toList()));
        }
    }

    private void put(@Nullable List<List<@Nullable Object>> rows) {
        if (rows == null) {
            return;
        }
        TablePosition<?, ?> at = view.getFocusModel().getFocusedCell();
        int row = at.getRow();
        int column = view.getColumns().indexOf(at.getTableColumn());
        view.getItems().setAll(rows);
        if (view.isEditable() && row >= 0 && row < rows.size() && column >= 0) {
            view.getSelectionModel().clearAndSelect(row, view.getColumns().get(column));
        }
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            List<List<@Nullable Object>> rows =
                    view.getSelectionModel().isCellSelectionEnabled()
                            ? chosen()
                            : List.copyOf(view.getSelectionModel().getSelectedItems());
            FxThread.background(() -> TableCsv.tabbed(rows), desktop::copy, e -> {});
            event.consume();
        }
    }

    /// The cells that are selected, row by row.
    private List<List<@Nullable Object>> chosen() {
        SortedMap<Integer, SortedMap<Integer, @Nullable Object>> rows = new TreeMap<>();
        for (TablePosition<?, ?> at : view.getSelectionModel().getSelectedCells()) {
            int column = view.getColumns().indexOf(at.getTableColumn());
            if (column >= 0 && at.getRow() < view.getItems().size()) {
                rows.computeIfAbsent(at.getRow(), r -> new TreeMap<>())
                        .put(column, view.getItems().get(at.getRow()).get(column));
            }
        }
        List<List<@Nullable Object>> all = new ArrayList<>();
        rows.values().forEach(row -> all.add(new ArrayList<>(row.values())));
        return all;
    }
}
