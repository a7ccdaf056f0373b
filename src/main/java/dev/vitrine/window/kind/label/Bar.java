package dev.vitrine.window.kind.label;

import dev.vitrine.kind.label.Label;
import dev.vitrine.kind.label.Label.Confidence;
import dev.vitrine.window.kind.Figures;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// One class of an answer: its name, a bar, and the figure, in three columns that are the same in
/// every row.
final class Bar extends Region {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

    /// Parts of the row's width for the name; the figure has what its widest form needs.
    private static final double NAME = 0.34;

    private static final double GAP = 12;

    private final javafx.scene.control.Label name = new javafx.scene.control.Label();
    private final Region track = new Region();
    private final Region fill = new Region();
    private final Figures figure = new Figures();
    private final Figures widest = new Figures("100.0 %");
    private double part;

    Bar() {
        getStyleClass().add("bar-row");
        setAccessibleRole(AccessibleRole.TEXT);
        name.getStyleClass().add("bar-name");
        track.getStyleClass().add("bar-track");
        fill.getStyleClass().add("bar-fill");
        figure.getStyleClass().add("bar-figure");
        widest.getStyleClass().add("bar-figure");
        widest.setVisible(false);
        getChildren().setAll(name, track, fill, figure, widest);
    }

    void show(Label answer, Confidence one) {
        name.setText(one.label());
        name.setTooltip(new Tooltip(one.label()));
        figure.setText(answer.words(one));
        part = answer.part(one);
        fill.setVisible(true);
        pseudoClassStateChanged(FIRST, one == answer.confidences().getFirst());
        setAccessibleText(one.label() + ", " + figure.getText());
        requestLayout();
    }

    void clear() {
        name.setText("");
        name.setTooltip(null);
        figure.setText("");
        fill.setVisible(false);
        part = 0;
        pseudoClassStateChanged(FIRST, false);
        setAccessibleText("");
        requestLayout();
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
        double figures = Math.max(widest.prefWidth(-1), figure.prefWidth(-1));
        double names = snapSizeX(width * NAME);
        double bar = Math.max(0, snapSizeX(width - names - figures - 2 * GAP));
        layoutInArea(name, left, top, names, height, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(track, left + names + GAP, top, bar, height, 0, HPos.LEFT, VPos.CENTER);
        fill.resizeRelocate(
                track.getLayoutX(), track.getLayoutY(), snapSizeX(bar * part), track.getHeight());
        double right = left + width - figure.prefWidth(-1);
        layoutInArea(figure, right, top, figure.prefWidth(-1), height, 0, HPos.RIGHT, VPos.CENTER);
        widest.resizeRelocate(right, top, 0, 0);
    }
}
