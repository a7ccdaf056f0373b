package dev.vitrine.window.kind.label;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// One class of an answer: its name, a bar, and the figure, in the columns of its [Bars].
final class Bar extends Region {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final double GAP = 12;

    private final Bars bars;
    private final javafx.scene.control.Label name = new javafx.scene.control.Label();
    private final Region track = new Region();
    private final Region fill = new Region();
    private final javafx.scene.control.Label figure = new javafx.scene.control.Label();
    private double part;

    Bar(Bars bars) {
        this.bars = bars;
        getStyleClass().add("bar-row");
        setAccessibleRole(AccessibleRole.TEXT);
        name.getStyleClass().add("bar-name");
        track.getStyleClass().add("bar-track");
        fill.getStyleClass().add("bar-fill");
        figure.getStyleClass().add("bar-figure");
        getChildren().setAll(name, track, fill, figure);
    }

    void show(Label answer, Confidence one) {
        name.setText(one.label());
        name.setTooltip(new Tooltip(one.label()));
        figure.setText(answer.words(one));
        part = answer.part(one);
        track.setVisible(true);
        fill.setVisible(true);
        pseudoClassStateChanged(FIRST, one == answer.confidences().getFirst());
        setAccessibleText(one.label() + ", " + figure.getText());
        requestLayout();
    }

    /// Shows nothing: there are fewer classes than rows.
    void clear() {
        name.setText("");
        name.setTooltip(null);
        figure.setText("");
        track.setVisible(false);
        fill.setVisible(false);
        part = 0;
        pseudoClassStateChanged(FIRST, false);
        setAccessibleText("");
        requestLayout();
    }

    double nameWidth() {
        return name.prefWidth(-1);
    }

    double figureWidth() {
        return figure.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        double names = bars.names(width);
        double figures = bars.figures();
        double bar = Math.max(0, snapSizeX(width - names - figures - 2 * GAP));
        layoutInArea(name, left, top, names, height, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(track, left + names + GAP, top, bar, height, 0, HPos.LEFT, VPos.CENTER);
        fill.resizeRelocate(
                track.getLayoutX(), track.getLayoutY(), snapSizeX(bar * part), track.getHeight());
        layoutInArea(
                figure, left + width - figures, top, figures, height, 0, HPos.RIGHT, VPos.CENTER);
    }
}
