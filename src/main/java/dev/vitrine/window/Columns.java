package dev.vitrine.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

import java.util.List;

/// Lays its children side by side, equally wide and equally high, or one under the other where
/// there is no room for that.
public final class Columns extends Pane {
    private final BooleanProperty stacked =
            new SimpleBooleanProperty(this, "stacked") {
                @Override
                protected void invalidated() {
                    requestLayout();
                }
            };
    private double gap = 16;

    public BooleanProperty stackedProperty() {
        return stacked;
    }

    public boolean isStacked() {
        return stacked.get();
    }

    public void setStacked(boolean now) {
        stacked.set(now);
    }

    /// The space between two children, in pixels.
    public double getGap() {
        return gap;
    }

    public void setGap(double pixels) {
        gap = pixels;
        requestLayout();
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
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream().mapToDouble(c -> c.prefWidth(-1)).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double inner = width - in.getLeft() - in.getRight();
        List<Node> all = getManagedChildren();
        double content;
        if (isStacked()) {
            content =
                    all.stream().mapToDouble(c -> snapSizeY(c.prefHeight(inner))).sum()
                            + gap * Math.max(0, all.size() - 1);
        } else {
            content = highest(all, columnWidth(inner, all.size()));
        }
        return in.getTop() + content + in.getBottom();
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double inner = getWidth() - in.getLeft() - in.getRight();
        List<Node> all = getManagedChildren();
        double x = in.getLeft();
        double y = in.getTop();
        double column = isStacked() ? inner : columnWidth(inner, all.size());
        double row = isStacked() ? 0 : highest(all, column);
        for (Node child : all) {
            double height = isStacked() ? snapSizeY(child.prefHeight(inner)) : row;
            child.resizeRelocate(snapPositionX(x), y, column, height);
            if (isStacked()) {
                y += height + gap;
            } else {
                x += column + gap;
            }
        }
    }

    private double columnWidth(double inner, int count) {
        return count == 0 ? 0 : snapPositionX((inner - gap * (count - 1)) / count);
    }

    private double highest(List<Node> all, double width) {
        return all.stream().mapToDouble(c -> snapSizeY(c.prefHeight(width))).max().orElse(0);
    }
}
