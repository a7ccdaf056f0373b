package dev.vitrine.window;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Lets the pictures of a page grow where the window is high and no second picture needs the room
/// below the first, as on a projector.
final class Roomy {
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

    /// The least height of a window whose page has room to give.
    private static final double FROM = 1000;

    private Roomy() {}

    /// Keeps the page's style up with the height of its window.
    ///
    /// @param columns inputs and outputs
    /// @param inputs the inputs among them
    static Subscription follow(Node page, Node columns, Node inputs) {
        return page.sceneProperty()
                .flatMap(Scene::heightProperty)
                .orElse(0)
                .subscribe(height ->
                        page.pseudoClassStateChanged(
                                ROOMY, height.doubleValue() >= FROM && isSparse(columns, inputs)));
    }

    private static boolean isSparse(Node columns, Node inputs) {
        int first = pictures(inputs);
        return first <= 1 && pictures(columns) - first <= 1;
    }

    private static int pictures(Node among) {
        return among.lookupAll(".medium").size();
    }
}
