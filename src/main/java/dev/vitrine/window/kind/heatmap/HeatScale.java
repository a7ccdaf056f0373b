package dev.vitrine.window.kind.heatmap;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What the colours stand for.
final class HeatScale extends HBox {
    HeatScale() {
        getStyleClass().add("heat-scale");
        Region bar = new Region();
        bar.getStyleClass().add("heat-bar");
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().setAll(new Label("least"), bar, new Label("greatest"));
    }
}
