package dev.vitrine.window.kind.plot;

import dev.vitrine.kind.plot.Plot;
import dev.vitrine.kind.plot.PlotKind;
import dev.vitrine.kind.plot.PlotSvg;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

import java.util.List;

/// A heat map: a row of cells for each series, as strong as their numbers, with the number in each
/// where there is room.
final class CellChart extends GridPane {
    /// More cells than these are not told apart; the rest is left to the file.
    private static final int MOST_ROWS = 40;

    private static final int MOST_COLUMNS = 40;

    /// Columns that have room for a number each.
    private static final int NUMBERED = 12;

    CellChart(Plot plot) {
        getStyleClass().add("cell-chart");
        List<String> columns =
                plot.series().stream()
                        .flatMap(s -> s.x().stream())
                        .map(PlotSvg::name)
                        .distinct()
                        .limit(MOST_COLUMNS)
                        .toList();
        ColumnConstraints names = new ColumnConstraints();
        getColumnConstraints().add(names);
        for (int i = 0; i < columns.size(); i++) {
            ColumnConstraints cell = new ColumnConstraints();
            cell.setHgrow(Priority.ALWAYS);
            cell.setPercentWidth(80.0 / columns.size());
            getColumnConstraints().add(cell);
            Label above = name(columns.get(i));
            GridPane.setHalignment(above, HPos.CENTER);
            add(above, i + 1, 0);
        }
        double[] range = plot.range();
        int rows = Math.min(MOST_ROWS, plot.series().size());
        getRowConstraints().add(new RowConstraints());
        for (int r = 0; r < rows; r++) {
            Plot.Series row = plot.series().get(r);
            RowConstraints height = new RowConstraints();
            height.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(height);
            add(name(row.name()), 0, r + 1);
            for (int i = 0; i < Math.min(row.x().size(), row.y().size()); i++) {
                int column = columns.indexOf(PlotSvg.name(row.x().get(i)));
                Double y = row.y().get(i);
                if (column >= 0 && y != null) {
                    double part =
                            range[1] > range[0] ? (y - range[0]) / (range[1] - range[0]) : 0.5;
                    add(
                            cell(
                                    row.name() + ", " + columns.get(column),
                                    y,
                                    part,
                                    columns.size() <= NUMBERED),
                            column + 1,
                            r + 1);
                }
            }
        }
    }

    private static Label name(String words) {
        Label name = new Label(words);
        name.getStyleClass().add("cell-name");
        return name;
    }

    private static StackPane cell(String where, double y, double part, boolean numbered) {
        Region colour = new Region();
        colour.getStyleClass().add("cell-colour");
        colour.setOpacity(0.08 + 0.92 * part);
        StackPane cell = new StackPane(colour);
        cell.getStyleClass().add("cell");
        if (numbered) {
            Label number = new Label(PlotKind.figure(y));
            number.getStyleClass().add(part > 0.5 ? "cell-number-strong" : "cell-number");
            cell.getChildren().add(number);
        }
        Tooltip.install(cell, new Tooltip(where + ": " + PlotKind.figure(y)));
        return cell;
    }
}
