package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.Media;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.tensor.Statistics;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// A tensor's form, its statistics, a heat map of a slice where it has two dimensions, and that
/// slice's first values; where there is no map, more of these.
public final class TensorViewer extends PortViewer<Tensor> {
    private static final TensorKind KIND = new TensorKind();

    private final StatisticsRow statistics = new StatisticsRow();
    private final PictureView map = new PictureView();
    private final Label legend = new Label();
    private final Label first = new Label();
    private final VBox node = new VBox();
    private final Button save;
    private final Desk<Figured.Asked, Figured> desk = Figured.desk(this::figured);
    private final Pager slices = new Pager("Slice", this::turn);
    private Optional<Statistics> known = Optional.empty();
    private int slice;

    public TensorViewer(Port port, Desktop desktop) {
        super(port, desktop);
        map.getStyleClass().add("heat-map");
        legend.getStyleClass().add("statistic-name");
        first.getStyleClass().addAll("mono", "first-values");
        first.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(map, Priority.ALWAYS);
        VBox.setVgrow(first, Priority.SOMETIMES);
        node.getStyleClass().addAll("kind-tensor", isFlat(port) ? "tensor-list" : "tensor-answer");
        HBox below = new HBox(slices.node(), legend);
        below.getStyleClass().add("slices");
        below.visibleProperty().bind(map.visibleProperty());
        node.getChildren().setAll(statistics, map, below, first);
        for (Node part : List.of(map, below)) {
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
        known = Optional.empty();
        slice = 0;
        slices.begin(value == null ? 0 : HeatMap.slices(value));
        desk.take(value == null ? null : new Figured.Asked(value, 0, known));
    }

    /// Shows another slice.
    private void turn(int index) {
        Tensor tensor = shown();
        if (tensor != null) {
            slice = index;
            desk.take(new Figured.Asked(tensor, index, known));
        }
    }

    private void figured(@Nullable Figured figured) {
        Picture picture = figured == null ? null : figured.map().orElse(null);
        statistics.show(figured == null ? null : figured.statistics().orElse(null));
        map.show(picture);
        map.setVisible(picture != null);
        known = figured == null ? Optional.empty() : figured.statistics();
        Tensor tensor = shown();
        legend.setText(tensor == null || picture == null ? "" : legend(tensor, slice));
        first.setText(figured == null ? "–" : figured.first());
    }

    /// Whether there can only be one row of values.
    private static boolean isFlat(Port port) {
        return TensorKind.shape(port).filter(shape -> shape.rank() < 2).isPresent();
    }

    private static String legend(Tensor tensor, int slice) {
        String scale = "black is min, white is max";
        return HeatMap.slices(tensor) < 2
                ? scale
                : "%s, %s".formatted(HeatMap.place(tensor, slice), scale);
    }
}
