package dev.vitrine.window;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.ArrayList;
import java.util.List;

/// Lays fields out in as many equally wide columns as there is room for, at most three; a wide one
/// has a row of its own.
final class WordGrid extends Pane {
    private static final double LEAST = 220;
    private static final double GAP = 16;
    private static final int MOST = 3;

    WordGrid(List<WordField> fields) {
        getChildren().setAll(fields);
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
        return LEAST;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<List<Node>> rows = rows(columns(width));
        return rows.stream().mapToDouble(row -> height(row, width)).sum()
                + GAP * Math.max(0, rows.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        double y = 0;
        for (List<Node> row : rows(columns(getWidth()))) {
            double height = height(row, getWidth());
            double width = width(row, getWidth());
            for (int i = 0; i < row.size(); i++) {
                double x = snapPositionX(i * (width + GAP));
                row.get(i).resizeRelocate(x, y, snapSizeX(width), height);
            }
            y += height + GAP;
        }
    }

    private static int columns(double width) {
        return Math.clamp((long) ((width + GAP) / (LEAST + GAP)), 1, MOST);
    }

    private List<List<Node>> rows(int columns) {
        List<List<Node>> rows = new ArrayList<>();
        List<Node> row = new ArrayList<>();
        for (Node child : getManagedChildren()) {
            boolean wide = isWide(child);
            if (!row.isEmpty() && (wide || row.size() == columns)) {
                rows.add(row);
                row = new ArrayList<>();
            }
            row.add(child);
            if (wide) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private static boolean isWide(Node child) {
        return child instanceof WordField field && field.isWide();
    }

    private static double width(List<Node> row, double inner) {
        int columns = isWide(row.getFirst()) ? 1 : columns(inner);
        return (inner - GAP * (columns - 1)) / columns;
    }

    private double height(List<Node> row, double inner) {
        double width = width(row, inner);
        return row.stream().mapToDouble(c -> snapSizeY(c.prefHeight(width))).max().orElse(0);
    }
}
