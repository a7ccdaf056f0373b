package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.tensor.Statistics;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Desk;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// An area for a tensor's JSON, or a `.npy`, `.npz`, `.pb` or `.json` file, with the form and range
/// of what was understood in the caption.
final class TensorEditor extends TensorArea<Tensor> {
    /// Elements whose JSON the area shows.
    private static final int FEW = 1_000;

    private static final TensorKind KIND = new TensorKind();

    private final List<Node> tools;
    private final Desk<Tensor, Statistics> desk =
            new Desk<>(t -> t.size() <= Figured.QUICK, Statistics::of, this::summarised);
    private String range = "";

    TensorEditor(Port port, Desktop desktop) {
        super(KIND, port, desktop, List.of("npy", "npz", "pb", "json"));
        Button zeros = Tools.button("Zeros", () -> set(KIND.example(port)));
        zeros.setDisable(TensorKind.shape(port).isEmpty());
        tools = new ArrayList<>(opening());
        tools.add(zeros);
        valueProperty()
                .subscribe(value -> {
                    range = "";
                    desk.take(isNumeric(value) ? value : null);
                });
        set(held().standard());
    }

    @Override
    public List<Node> tools() {
        return List.copyOf(tools);
    }

    @Override
    protected boolean isShort(Tensor value) {
        return value.size() <= FEW;
    }

    @Override
    protected String text(Tensor value) {
        return TensorText.of(port(), value);
    }

    @Override
    protected String form(Tensor value) {
        return value.form();
    }

    /// A short tensor in the port's form.
    @Override
    protected String hint() {
        Tensor zeros = KIND.example(port());
        return text(isShort(zeros) ? zeros : Tensor.of(new float[2], 2));
    }

    @Override
    public void close() {
        super.close();
        desk.take(null);
    }

    private static boolean isNumeric(@Nullable Tensor value) {
        return value != null && value.type() != ElementType.STRING;
    }

    private void summarised(@Nullable Statistics found) {
        String words = found == null ? "" : StatisticsRow.words(found);
        range = words.isEmpty() ? "" : " · " + words;
        describe();
    }

    @Override
    protected void describe() {
        Tensor value = held().get();
        caption(
                value != null
                        ? value.form() + range
                        : TensorKind.elementType(port())
                                + TensorKind.shape(port()).map(Shape::toString).orElse(""));
    }
}
