package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.Media;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.Tools;
import dev.vitrine.window.kind.Viewer;
import dev.vitrine.window.kind.image.PictureView;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// A tensor's form, its statistics, a heat map where it has two dimensions, and its first values;
/// where there is no map, more of these.
final class TensorViewer implements Viewer<Tensor> {
    private final Port port;
    private final Desktop desktop;
    private final StatisticsRow statistics = new StatisticsRow();
    private final PictureView map = new PictureView();
    private final Label legend = new Label();
    private final Label first = new Label();
    private final VBox node = new VBox();
    private final Button copy = Tools.button("Copy JSON", this::copy);
    private final Button save = Tools.button("Save…", this::save);
    private final Figured.Desk desk = new Figured.Desk(this::figured);
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable Tensor shown;

    TensorViewer(Port port, Desktop desktop) {
        this.port = port;
        this.desktop = desktop;
        map.getStyleClass().add("heat-map");
        legend.getStyleClass().add("statistic-name");
        first.getStyleClass().addAll("mono", "first-values");
        first.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox.setVgrow(first, Priority.SOMETIMES);
        node.getStyleClass().addAll("kind-tensor", "tensor-answer");
        node.getChildren().setAll(statistics, map, legend, first);
        for (Node part : List.of(map, legend)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Node> tools() {
        return List.of(copy, save);
    }

    @Override
    public ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void show(@Nullable Tensor value) {
        shown = value;
        problem.set(null);
        caption.set(value == null ? "" : value.form());
        copy.setDisable(value == null);
        save.setDisable(value == null || value.type() == ElementType.STRING);
        desk.take(value);
    }

    @Override
    public void close() {
        show(null);
    }

    private void figured(@Nullable Figured figured) {
        Picture picture = figured == null ? null : figured.map().orElse(null);
        statistics.show(figured == null ? null : figured.statistics().orElse(null));
        map.show(picture);
        map.setVisible(picture != null);
        legend.setVisible(picture != null);
        legend.setText(shown == null ? "" : legend(HeatMap.slices(shown)));
        first.setText(figured == null ? "–" : figured.first());
    }

    private static String legend(long slices) {
        return slices < 2
                ? "black is min, white is max"
                : String.format(
                        Locale.ROOT, "first of %d slices, black is min, white is max", slices);
    }

    private void copy() {
        Tensor tensor = shown;
        if (tensor != null) {
            FxThread.background(
                    () -> new TensorKind().encode(port, tensor).toString(),
                    text -> {
                        desktop.copy(text);
                        Tools.confirm(copy, "Copied");
                    },
                    this::failed);
        }
    }

    private void save() {
        Tensor tensor = shown;
        if (tensor != null) {
            FileAccess.save(
                    desktop,
                    "Save the tensor",
                    port.name() + ".npy",
                    () -> new TensorKind().media(port, tensor).map(Media::bytes).orElseThrow(),
                    () -> {
                        problem.set(null);
                        Tools.confirm(save, "Saved");
                    },
                    this::failed);
        }
    }

    private void failed(ProblemException e) {
        problem.set(e.problems().getFirst());
    }
}
