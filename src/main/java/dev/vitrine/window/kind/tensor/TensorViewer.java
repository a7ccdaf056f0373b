package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.Media;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Desk;
import dev.vitrine.window.kind.PortViewer;
import dev.vitrine.window.kind.image.PictureView;

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
final class TensorViewer extends PortViewer<Tensor> {
    private static final TensorKind KIND = new TensorKind();

    private final StatisticsRow statistics = new StatisticsRow();
    private final PictureView map = new PictureView();
    private final Label legend = new Label();
    private final Label first = new Label();
    private final VBox node = new VBox();
    private final Button save;
    private final Desk<Tensor, Figured> desk = Figured.desk(this::figured);

    TensorViewer(Port port, Desktop desktop) {
        super(port, desktop);
        map.getStyleClass().add("heat-map");
        legend.getStyleClass().add("statistic-name");
        first.getStyleClass().addAll("mono", "first-values");
        first.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox.setVgrow(first, Priority.SOMETIMES);
        node.getStyleClass().addAll("kind-tensor", isFlat(port) ? "tensor-list" : "tensor-answer");
        node.getChildren().setAll(statistics, map, legend, first);
        for (Node part : List.of(map, legend)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        copiesLong("Copy JSON", tensor -> KIND.encode(port, tensor).toString());
        save =
                saves(
                        "Save the tensor",
                        "npy",
                        tensor -> KIND.media(port, tensor).map(Media::bytes).orElseThrow());
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    protected void render(@Nullable Tensor before, @Nullable Tensor value) {
        caption(value == null ? "" : value.form());
        save.setDisable(value == null || value.type() == ElementType.STRING);
        desk.take(value);
    }

    private void figured(@Nullable Figured figured) {
        Picture picture = figured == null ? null : figured.map().orElse(null);
        statistics.show(figured == null ? null : figured.statistics().orElse(null));
        map.show(picture);
        map.setVisible(picture != null);
        legend.setVisible(picture != null);
        Tensor tensor = shown();
        legend.setText(tensor == null ? "" : legend(HeatMap.slices(tensor)));
        first.setText(figured == null ? "–" : figured.first());
    }

    /// Whether there can only be one row of values.
    private static boolean isFlat(Port port) {
        return TensorKind.shape(port).filter(shape -> shape.rank() < 2).isPresent();
    }

    private static String legend(long slices) {
        return slices < 2
                ? "black is min, white is max"
                : String.format(
                        Locale.ROOT, "first of %d slices, black is min, white is max", slices);
    }
}
