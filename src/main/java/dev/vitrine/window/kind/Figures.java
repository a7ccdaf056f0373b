package dev.vitrine.window.kind;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Text whose digits all have one width, so that numbers that change do not tremble and columns of
/// them line up. JavaFX cannot ask a font for its tabular figures.
///
/// Colour and font come from its style class as they do for a label: `-fx-fill` and `-fx-font` of
/// the `.text` inside it.
public final class Figures extends Region {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final Text ruler = glyph("0");

    public Figures() {
        getStyleClass().add("figures");
        setAccessibleRole(AccessibleRole.TEXT);
        ruler.setVisible(false);
        getChildren().add(ruler);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        text.subscribe(this::fill);
    }

    public Figures(String text) {
        this();
        setText(text);
    }

    public StringProperty textProperty() {
        return text;
    }

    public String getText() {
        return text.get();
    }

    public void setText(String value) {
        text.set(value);
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset();
        for (Node child : getChildren()) {
            width += child == ruler ? 0 : advance((Text) child);
        }
        return snapSizeX(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(
                snappedTopInset() + ruler.getLayoutBounds().getHeight() + snappedBottomInset());
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + ruler.getBaselineOffset();
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        for (Node child : getChildren()) {
            Text glyph = (Text) child;
            double cell = glyph == ruler ? 0 : advance(glyph);
            double slack = isDigit(glyph) ? (cell - width(glyph)) / 2 : 0;
            glyph.setLayoutX(x + slack);
            glyph.setLayoutY(snappedTopInset());
            x += cell;
        }
    }

    private void fill(String value) {
        setAccessibleText(value);
        int[] characters = value.codePoints().toArray();
        int held = getChildren().size() - 1;
        for (int i = 0; i < characters.length; i++) {
            String character = Character.toString(characters[i]);
            if (i < held) {
                ((Text) getChildren().get(i + 1)).setText(character);
            } else {
                getChildren().add(glyph(character));
            }
        }
        getChildren().remove(characters.length + 1, getChildren().size());
        requestLayout();
    }

    private double advance(Text glyph) {
        return isDigit(glyph) ? width(ruler) : width(glyph);
    }

    private static boolean isDigit(Text glyph) {
        char c = glyph.getText().charAt(0);
        return c >= '0' && c <= '9';
    }

    private static double width(Text glyph) {
        return glyph.getLayoutBounds().getWidth();
    }

    private static Text glyph(String character) {
        Text glyph = new Text(character);
        glyph.getStyleClass().add("text");
        glyph.setTextOrigin(VPos.TOP);
        return glyph;
    }
}
