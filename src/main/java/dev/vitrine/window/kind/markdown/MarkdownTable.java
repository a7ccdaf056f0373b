package dev.vitrine.window.kind.markdown;

import dev.vitrine.window.kind.NumberText;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// A table of a text, as wide as the text at most: where its columns would like more, each keeps
/// its longest word as far as that goes, and they share what is left by what they would like.
///
/// @see <a href="https://github.github.com/gfm/#tables-extension-">Tables of GitHub Flavored
///   Markdown</a>
final class MarkdownTable extends Region {
    /// Cells beyond these are told as a number of rows: laying out each takes its time.
    private static final int MOST_CELLS = 2000;

    /// The width of a letter, roughly, to tell how wide a word is.
    private static final double LETTER = 8;

    /// No word keeps a column wider than so many letters.
    private static final int LONGEST = 24;

    private final BiConsumer<TextFlow, TableCell> words;
    private final List<List<TextFlow>> rows = new ArrayList<>();
    private final List<Double> longest = new ArrayList<>();
    private final Label more = new Label();
    private int hidden;

    /// @param words writes what a cell says
    MarkdownTable(TableBlock table, BiConsumer<TextFlow, TableCell> words) {
        this.words = words;
        getStyleClass().add("markdown-table");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                add(row);
            }
        }
        more.getStyleClass().add("markdown-more");
        more.setText("and " + NumberText.counted(hidden, "more row"));
        more.setManaged(hidden > 0);
        more.setVisible(hidden > 0);
        getChildren().add(more);
    }

    private void add(Node row) {
        if (getChildren().size() >= MOST_CELLS) {
            hidden++;
            return;
        }
        List<TextFlow> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell own) {
                TextFlow flow = cell(own);
                if (cells.size() == longest.size()) {
                    longest.add(0.0);
                }
                longest.set(cells.size(), Math.max(longest.get(cells.size()), word(flow)));
                cells.add(flow);
            }
        }
        rows.add(cells);
        getChildren().addAll(cells);
    }

    private TextFlow cell(TableCell cell) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("markdown-cell");
        if (rows.isEmpty()) {
            flow.getStyleClass().add("markdown-cell-head");
        }
        TableCell.Alignment side = cell.getAlignment();
        flow.setTextAlignment(
                side == TableCell.Alignment.RIGHT
                        ? TextAlignment.RIGHT
                        : side == TableCell.Alignment.CENTER
                                ? TextAlignment.CENTER
                                : TextAlignment.LEFT);
        words.accept(flow, cell);
        return flow;
    }

    private static double word(TextFlow flow) {
        StringBuilder all = new StringBuilder();
        flow.getChildren().stream()
                .filter(Text.class::isInstance)
                .forEach(text -> all.append(((Text) text).getText()));
        int letters =
                Arrays.stream(all.toString().split("\\s+"))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        return LETTER * Math.min(LONGEST, letters);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Arrays.stream(wanted()).sum() + sides();
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] widths = widths(width < 0 ? Double.MAX_VALUE : width - sides());
        double cells = rows.stream().mapToDouble(row -> height(row, widths)).sum();
        return cells + (more.isManaged() ? more.prefHeight(-1) : 0) + ends();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double[] widths = widths(getWidth() - sides());
        double y = snappedTopInset();
        for (List<TextFlow> row : rows) {
            double height = height(row, widths);
            double x = snappedLeftInset();
            for (int i = 0; i < row.size(); i++) {
                row.get(i).resizeRelocate(x, y, widths[i], height);
                x += widths[i];
            }
            y += height;
        }
        more.resizeRelocate(snappedLeftInset(), y, getWidth() - sides(), more.prefHeight(-1));
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double ends() {
        return snappedTopInset() + snappedBottomInset();
    }

    private double height(List<TextFlow> row, double[] widths) {
        return snapSizeY(
                IntStream.range(0, row.size())
                        .mapToDouble(i -> row.get(i).prefHeight(widths[i]))
                        .max()
                        .orElse(0));
    }

    private double[] wanted() {
        double[] wanted = new double[longest.size()];
        for (List<TextFlow> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                wanted[i] = Math.max(wanted[i], snapSizeX(row.get(i).prefWidth(-1)));
            }
        }
        return wanted;
    }

    /// How wide the columns are in a room.
    private double[] widths(double room) {
        double[] wanted = wanted();
        if (Arrays.stream(wanted).sum() <= room) {
            return wanted;
        }
        double[] least = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            TextFlow any = rows.getFirst().get(i);
            double padding = any.snappedLeftInset() + any.snappedRightInset();
            least[i] = Math.min(wanted[i], longest.get(i) + padding);
        }
        double kept = Arrays.stream(least).sum();
        double over = Math.max(1, Arrays.stream(wanted).sum() - kept);
        double[] widths = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            widths[i] =
                    kept >= room
                            ? Math.floor(least[i] * room / kept)
                            : Math.floor(least[i] + (wanted[i] - least[i]) * (room - kept) / over);
        }
        return widths;
    }
}
