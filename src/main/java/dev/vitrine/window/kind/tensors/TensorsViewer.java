package dev.vitrine.window.kind.tensors;

import dev.vitrine.kind.Media;
import dev.vitrine.kind.tensors.TensorsKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.TensorList;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;
import dev.vitrine.window.kind.tensor.Pager;
import dev.vitrine.window.kind.tensor.TensorViewer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// One member of a list at a time, as a tensor is shown, and which one it is.
final class TensorsViewer extends PortViewer<TensorList> {
    private static final TensorsKind KIND = new TensorsKind();

    private final Pager members = new Pager("Tensor", this::turn);
    private final Label form = new Label();
    private final TensorViewer member;
    private final VBox node = new VBox();
    private final Button save;

    TensorsViewer(Port port, Desktop desktop) {
        super(port, desktop);
        member = new TensorViewer(Port.of(port.name(), "tensor"), desktop);
        HBox which = new HBox(members.node(), form);
        which.getStyleClass().add("which");
        node.getStyleClass().add("kind-tensors");
        node.getChildren().setAll(which, member.node());
        copiesLong("Copy JSON", list -> KIND.encode(port, list).toString());
        save =
                saves(
                        "Save the tensors",
                        "npz",
                        list -> KIND.media(port, list).map(Media::bytes).orElseThrow());
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    protected void render(@Nullable TensorList before, @Nullable TensorList value) {
        caption(value == null ? "" : value.form());
        save.setDisable(value == null || value.type() == ElementType.STRING);
        members.begin(value == null ? 0 : value.members().size());
        turn(0);
    }

    private void turn(int index) {
        TensorList list = shown();
        boolean none = list == null || list.members().isEmpty();
        form.setText(
                list == null ? "–" : none ? "an empty list" : list.members().get(index).form());
        member.show(list == null || none ? null : list.members().get(index));
    }

    @Override
    public void close() {
        super.close();
        member.close();
    }
}
