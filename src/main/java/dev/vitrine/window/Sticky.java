package dev.vitrine.window;

import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Keeps the bar with Run in sight where the inputs above it are higher than the window: what CSS
/// calls `position: sticky; bottom: 0`. And as a bar afloat hides what is under it, a field that
/// gets the focus is scrolled clear of it, which a [ScrollPane] does not do by itself. Of several
/// rows of examples the bar afloat shows the first, and the others hang below the edge.
final class Sticky {
    private static final PseudoClass AFLOAT = PseudoClass.getPseudoClass("afloat");

    /// Between the bar and the edge of the window, and between a field and the bar.
    private static final double GAP = 12;

    /// Between the first row of examples and the edge that hides the others.
    private static final double LESS = 7;

    private final ScrollPane scroll;
    private final Region bar;
    private final Region above;
    private final Pane examples;
    private final Region buttons;
    private boolean handIsDown;

    private Sticky(ScrollPane scroll, Region bar, Region above, Pane examples, Region buttons) {
        this.scroll = scroll;
        this.bar = bar;
        this.above = above;
        this.examples = examples;
        this.buttons = buttons;
    }

    /// Follows whatever moves the bar or the window over it.
    ///
    /// @param bar what stays in sight: examples in rows, and buttons beside them
    /// @param above what the bar belongs to; the bar does not rise over its top
    static Subscription follow(
            ScrollPane scroll, Region bar, Region above, Pane examples, Region buttons) {
        Sticky sticky = new Sticky(scroll, bar, above, examples, buttons);
        bar.setViewOrder(-1);
        return scroll.vvalueProperty()
                .subscribe(sticky::place)
                .and(scroll.viewportBoundsProperty().subscribe(sticky::place))
                .and(scroll.getContent().layoutBoundsProperty().subscribe(sticky::place))
                .and(bar.boundsInParentProperty().subscribe(sticky::place))
                .and(
                        scroll.sceneProperty()
                                .flatMap(Scene::focusOwnerProperty)
                                .subscribe((was, now) -> sticky.focused(now)))
                .and(sticky.followHand());
    }

    private Subscription followHand() {
        EventHandler<MouseEvent> pressed = e -> handIsDown = true;
        EventHandler<MouseEvent> released = e -> handIsDown = false;
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        scroll.addEventFilter(MouseEvent.MOUSE_RELEASED, released);
        return () -> {
            scroll.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
            scroll.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
        };
    }

    private void place() {
        double hanging = hanging();
        double lowest = hanging > 0 ? bottom() + hanging - LESS : bottom() - GAP;
        double own = inContent(bar.getParent(), bar.getLayoutY() + bar.getHeight());
        double highest = inContent(above.getParent(), above.getLayoutY()) + bar.getHeight();
        double to = Math.min(0, Math.max(lowest, highest) - own);
        if (bar.getHeight() > 0 && bar.getTranslateY() != to) {
            bar.setTranslateY(to);
            bar.pseudoClassStateChanged(AFLOAT, to < 0);
        }
        // beside the row that is seen, not in the middle of all
        buttons.setTranslateY(to < 0 ? -hanging / 2 : 0);
    }

    /// How much of the bar is beyond its first row.
    private double hanging() {
        List<Node> all = examples.getChildren();
        if (all.isEmpty() || all.getLast().getLayoutY() <= all.getFirst().getLayoutY()) {
            return 0;
        }
        return bar.getHeight() - all.getFirst().getLayoutBounds().getHeight();
    }

    private double inContent(Node parent, double y) {
        Point2D inScene = parent.localToScene(0, y);
        return scroll.getContent().sceneToLocal(inScene).getY();
    }

    private double height() {
        return scroll.getViewportBounds().getHeight();
    }

    private double hidden() {
        return Math.max(0, scroll.getContent().getLayoutBounds().getHeight() - height());
    }

    private double top() {
        return scroll.getVvalue() * hidden();
    }

    private double bottom() {
        return top() + height();
    }

    /// A hand that presses on a field sees it, and what it presses must not move under it.
    private void focused(@Nullable Node field) {
        if (field != null && !handIsDown) {
            // a field just unfolded has no place yet
            FxThread.later(() -> {
                if (field.isFocused()) {
                    reveal(field);
                }
            });
        }
    }

    private void reveal(Node field) {
        Node content = scroll.getContent();
        if (!isWithin(field, content)) {
            return;
        }
        scroll.layout();
        Bounds at = content.sceneToLocal(field.localToScene(field.getLayoutBounds()));
        if (isWithin(field, bar)) {
            if (at.getMaxY() > bottom()) {
                // an example of another row: the bar goes to where it belongs
                scrollTo(at.getMaxY() - bar.getTranslateY() + GAP - height());
            }
            return;
        }
        double free = bottom() - (bar.getTranslateY() < 0 ? bar.getHeight() - hanging() + GAP : 0);
        boolean clear = at.getMinY() >= top() && at.getMaxY() <= free;
        boolean fits = at.getHeight() + 2 * GAP <= free - top();
        boolean gone = at.getMaxY() <= top() || at.getMinY() >= free;
        if (gone || fits && !clear) {
            boolean up = at.getMinY() < top() || !fits;
            scrollTo(up ? at.getMinY() - GAP : at.getMaxY() + GAP - (free - top()));
        }
    }

    private void scrollTo(double y) {
        scroll.setVvalue(hidden() == 0 ? 0 : Math.clamp(y / hidden(), 0, 1));
    }

    private static boolean isWithin(Node node, Node whole) {
        for (@Nullable Node up = node; up != null; up = up.getParent()) {
            if (up == whole) {
                return true;
            }
        }
        return false;
    }
}
