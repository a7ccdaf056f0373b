package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.tensor.Statistics;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.Desk;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// An area for a tensor's JSON, or a `.npy`, `.npz`, `.pb` or `.json` file, with the form and range
/// of what was understood in the caption.
///
/// Long JSON never enters the area, which would take seconds to show it: it is read in the
/// background, and the area says what came of it.
final class TensorEditor extends PortEditor<Tensor> {
    /// Characters that the area shows without delay.
    private static final int LONG = 20_000;

    /// Elements whose JSON the area shows.
    private static final int FEW = 1_000;

    private static final List<String> FILES = List.of("npy", "npz", "pb", "json");

    private static final TensorKind KIND = new TensorKind();

    private final Desktop desktop;
    private final TextArea area = new TextArea();
    private final VBox node = new VBox(area);
    private final List<Node> tools;
    private final Desk<Tensor, Statistics> desk =
            new Desk<>(t -> t.size() <= Figured.QUICK, Statistics::of, this::summarised);
    private String range = "";

    TensorEditor(Port port, Desktop desktop) {
        super(KIND, port);
        this.desktop = desktop;
        node.getStyleClass().add("kind-tensor");
        area.getStyleClass().add("mono");
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.setAccessibleText(port.label());
        area.setTextFormatter(new TextFormatter<String>(this::admit));
        area.textProperty().subscribe(this::wrote);
        Button zeros = Tools.button("Zeros", this::zeros);
        zeros.setDisable(TensorKind.shape(port).isEmpty());
        tools =
                List.of(
                        Tools.button("Open…", this::open),
                        Tools.button("Paste", () -> take(desktop.clipboard())),
                        zeros);
        desktop.onDrop(node, this::wants, this::take);
        valueProperty()
                .subscribe(value -> {
                    range = "";
                    desk.take(isNumeric(value) ? value : null);
                });
        set(held().standard());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public void set(@Nullable Tensor value) {
        cancel();
        boolean few = value != null && value.size() <= FEW;
        quietly(() -> area.setText(few && value != null ? TensorText.of(port(), value) : ""));
        area.setPromptText(
                value == null || few
                        ? TensorText.of(port(), sample())
                        : value.form() + ", too long to show; type to replace it");
        held().put(value);
        describe();
    }

    @Override
    public Node focus() {
        return area;
    }

    @Override
    public void close() {
        super.close();
        desk.take(null);
    }

    /// Takes long text aside before the area has to show it.
    private TextFormatter.Change admit(TextFormatter.Change change) {
        if (isQuiet() || change.getText().length() <= LONG) {
            return change;
        }
        String text = change.getText();
        read(() -> KIND.decode(port(), new Raw.Text(text)));
        int at = change.getRangeStart();
        change.setText("");
        change.setRange(at, at);
        change.selectRange(at, at);
        return change;
    }

    private void wrote(String text) {
        if (!isQuiet()) {
            cancel();
            typed(text);
            describe();
        }
    }

    private void zeros() {
        set(KIND.example(port()));
    }

    private void open() {
        desktop.chooseFile(
                        "Open a tensor",
                        List.of(
                                new Desktop.Filter(
                                        "Tensors", FILES.stream().map("*."::concat).toList()),
                                Desktop.Filter.ALL))
                .ifPresent(this::open);
    }

    private boolean wants(Offer offer) {
        return !offer.files().isEmpty()
                && FILES.contains(FileAccess.extension(offer.files().getFirst().toString()));
    }

    private void take(Offer offer) {
        if (!offer.files().isEmpty()) {
            open(offer.files().getFirst());
        } else {
            String text = offer.text().orElse("");
            read(() -> KIND.decode(port(), new Raw.Text(text)));
        }
    }

    private void open(Path file) {
        read(() -> KIND.decode(port(), FileAccess.read(port(), file)));
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

    /// A short tensor in the port's form, as a hint.
    private Tensor sample() {
        Tensor zeros = KIND.example(port());
        return zeros.size() <= FEW ? zeros : Tensor.of(new float[2], 2);
    }
}
