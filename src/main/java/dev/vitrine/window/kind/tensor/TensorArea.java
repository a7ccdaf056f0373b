package dev.vitrine.window.kind.tensor;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Offer;
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

/// An area for the JSON of one tensor or several, or a file of them, with the form of what was
/// understood in the caption.
///
/// Long JSON never enters the area, which would take seconds to show it: it is read in the
/// background, and the area says what came of it.
///
/// @param <T> the Java type of the kind's values
public abstract class TensorArea<T> extends PortEditor<T> {
    /// Characters that the area shows without delay.
    private static final int LONG = 20_000;

    private final Kind<T> kind;
    private final Desktop desktop;
    private final List<String> files;
    private final TextArea area = new TextArea();
    private final VBox node = new VBox(area);

    /// @param files the extensions of the files that it opens
    protected TensorArea(Kind<T> kind, Port port, Desktop desktop, List<String> files) {
        super(kind, port);
        this.kind = kind;
        this.desktop = desktop;
        this.files = files;
        node.getStyleClass().add("kind-" + kind.id());
        area.getStyleClass().add("mono");
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.setAccessibleText(port.label());
        area.setTextFormatter(new TextFormatter<String>(this::admit));
        area.textProperty().subscribe(this::wrote);
        desktop.onDrop(node, this::wants, this::take);
    }

    /// Tools that open a file and paste.
    protected final List<Button> opening() {
        return List.of(
                Tools.button("Open…", this::open),
                Tools.button("Paste", () -> take(desktop.clipboard())));
    }

    @Override
    public final Node node() {
        return node;
    }

    @Override
    public final Node focus() {
        return area;
    }

    @Override
    public final void set(@Nullable T value) {
        cancel();
        quietly(() -> area.setText(value != null && isShort(value) ? text(value) : ""));
        area.setPromptText(
                value == null || isShort(value)
                        ? hint()
                        : form(value) + ", too long to show; type to replace it");
        held().put(value);
        describe();
    }

    /// Whether the area shows a value's JSON.
    protected abstract boolean isShort(T value);

    /// A value as text that its port reads back.
    protected abstract String text(T value);

    /// What a value is, in a few words.
    protected abstract String form(T value);

    /// What stands in the area where nothing was typed.
    protected abstract String hint();

    /// Takes long text aside before the area has to show it.
    private TextFormatter.Change admit(TextFormatter.Change change) {
        if (isQuiet() || change.getText().length() <= LONG) {
            return change;
        }
        String text = change.getText();
        read(() -> kind.decode(port(), new Raw.Text(text)));
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

    private void open() {
        desktop.chooseFile("Open a tensor", Desktop.Filter.of("Tensors", files))
                .ifPresent(this::open);
    }

    private boolean wants(Offer offer) {
        return !offer.files().isEmpty()
                && files.contains(FileAccess.extension(offer.files().getFirst().toString()));
    }

    private void take(Offer offer) {
        if (!offer.files().isEmpty()) {
            open(offer.files().getFirst());
        } else {
            String text = offer.text().orElse("");
            read(() -> kind.decode(port(), new Raw.Text(text)));
        }
    }

    private void open(Path file) {
        read(() -> kind.decode(port(), FileAccess.read(port(), file)));
    }
}
