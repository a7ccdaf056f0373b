package dev.vitrine.window.kind.vector;

import dev.vitrine.kind.vector.Summary;
import dev.vitrine.kind.vector.Vector;
import dev.vitrine.kind.vector.VectorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A strip of bars over the figures of the numbers; the caption says the ones under the pointer.
final class VectorViewer extends PortViewer<Vector> {
    private static final List<String> NAMES = List.of("n", "min", "max", "mean", "norm");
    private static final String NONE = "–";

    private final Strip strip;
    private final List<Label> figures = NAMES.stream().map(name -> new Label(NONE)).toList();
    private final VBox node;

    VectorViewer(Port port, Desktop desktop) {
        super(port, desktop);
        strip = new Strip(port.label(), this::say);
        HBox row = new HBox();
        row.getStyleClass().add("figures");
        for (int i = 0; i < NAMES.size(); i++) {
            Label name = new Label(NAMES.get(i));
            name.getStyleClass().add("figure-name");
            VBox one = new VBox(name, figures.get(i));
            figures.get(i).setMinWidth(Region.USE_PREF_SIZE);
            one.setPrefWidth(0);
            one.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(one, Priority.ALWAYS);
            row.getChildren().add(one);
        }
        node = new VBox(strip, row);
        node.getStyleClass().addAll("kind-vector", "vector-answer");
        copiesLong("Copy", VectorKind::list);
        saves("npy", VectorKind::npy);
        saves("csv", value -> VectorKind.csv(port, value));
        saves("json", value -> VectorKind.list(value).getBytes(StandardCharsets.UTF_8));
        show(null);
    }

    private void saves(String extension, Function<Vector, byte[]> bytes) {
        saves("Save ." + extension + "…", file("Save the numbers", extension, bytes));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    protected void render(@Nullable Vector before, @Nullable Vector value) {
        Summary s = value == null ? null : Summary.of(value);
        strip.show(value, s == null ? 0 : s.min(), s == null ? 0 : s.max());
        List<String> words =
                s == null
                        ? NAMES.stream().map(name -> NONE).toList()
                        : List.of(
                                NumberText.brief(s.size()),
                                NumberText.brief(s.min()),
                                NumberText.brief(s.max()),
                                NumberText.brief(s.mean()),
                                NumberText.brief(s.norm()));
        IntStream.range(0, words.size()).forEach(i -> figures.get(i).setText(words.get(i)));
        if (s != null) {
            strip.setAccessibleText(
                    "%s, %s numbers from %s to %s"
                            .formatted(port().label(), words.get(0), words.get(1), words.get(2)));
        }
    }

    private void say(Strip.@Nullable Place place) {
        Vector value = shown();
        if (place == null || value == null) {
            caption("");
            return;
        }
        Summary s =
                Summary.of(
                        Vector.of(
                                IntStream.range(place.from(), place.to())
                                        .mapToDouble(value::get)
                                        .toArray()));
        caption(
                s.size() == 1
                        ? "[%d] %s"
                                .formatted(
                                        place.from(), NumberText.grouped(value.get(place.from())))
                        : "[%d–%d] %s to %s"
                                .formatted(
                                        place.from(),
                                        place.to() - 1,
                                        NumberText.brief(s.min()),
                                        NumberText.brief(s.max())));
    }
}
