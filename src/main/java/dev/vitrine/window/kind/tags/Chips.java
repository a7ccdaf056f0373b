package dev.vitrine.window.kind.tags;

import dev.vitrine.kind.tags.Offered;
import dev.vitrine.kind.tags.Tags;
import dev.vitrine.window.kind.NumberText;

import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tags as small plates, two rows of them seen at once; of very many the first are drawn.
///
/// Those that can be removed are one stop for the Tab key, between which the arrow keys move.
final class Chips {
    /// The most plates there are; nobody reads more, and each costs its place.
    private static final int MOST = 200;

    /// Room for the bar that scrolls.
    private static final double BAR = 16;

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Offered offered;
    private final String none;
    private final @Nullable IntConsumer remove;
    private final FlowPane flow = new FlowPane();
    private final ScrollPane node = new ScrollPane(flow);

    /// @param none what stands there while there are none
    /// @param remove told of the place of a tag that is to go; null where none can
    Chips(Offered offered, String none, @Nullable IntConsumer remove) {
        this.offered = offered;
        this.none = none;
        this.remove = remove;
        node.getStyleClass().addAll("kind-tags", "tag-chips");
        flow.getStyleClass().add("flow");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.setFocusTraversable(remove == null);
        flow.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        show(Tags.NONE);
    }

    Node node() {
        return node;
    }

    void show(Tags tags) {
        List<String> all = tags.all();
        int had = focused();
        List<Node> chips =
                IntStream.range(0, Math.min(MOST, all.size()))
                        .mapToObj(i -> chip(all.get(i), i))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (all.size() > MOST) {
            chips.add(quiet("and %s more".formatted(NumberText.grouped(all.size() - MOST))));
        }
        flow.getChildren().setAll(chips.isEmpty() ? List.of(quiet(none)) : chips);
        List<Button> crosses = crosses();
        if (!crosses.isEmpty()) {
            crosses.getFirst().setFocusTraversable(true);
            if (had >= 0) {
                go(crosses.get(Math.min(had, crosses.size() - 1)));
            }
        }
    }

    private Node chip(String tag, int place) {
        String name = offered.name(tag);
        Label words = new Label(name);
        words.setTooltip(new Tooltip(name));
        HBox chip = new HBox(words);
        chip.getStyleClass().add("tag");
        chip.maxWidthProperty().bind(node.widthProperty().subtract(BAR));
        chip.pseudoClassStateChanged(REFUSED, !offered.isOpen() && !offered.has(tag));
        IntConsumer told = remove;
        if (told != null) {
            Button cross = new Button("", new FontIcon(Feather.X));
            cross.getStyleClass().add("tag-cross");
            cross.setAccessibleText("Remove " + name);
            cross.setFocusTraversable(false);
            cross.setOnAction(e -> told.accept(place));
            chip.getChildren().add(cross);
        }
        return chip;
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("no-tags");
        return label;
    }

    private void press(KeyEvent event) {
        int at = focused();
        KeyCode key = event.getCode();
        List<Button> crosses = crosses();
        if (at < 0) {
            return;
        }
        if (key == KeyCode.LEFT || key == KeyCode.RIGHT) {
            int to = at + (key == KeyCode.LEFT ? -1 : 1);
            go(crosses.get(Math.clamp(to, 0, crosses.size() - 1)));
            event.consume();
        } else if (key == KeyCode.DELETE || key == KeyCode.BACK_SPACE) {
            crosses.get(at).fire();
            event.consume();
        }
    }

    private void go(Button cross) {
        crosses().forEach(other -> other.setFocusTraversable(other == cross));
        cross.requestFocus();
    }

    private int focused() {
        List<Button> crosses = crosses();
        return IntStream.range(0, crosses.size())
                .filter(i -> crosses.get(i).isFocused())
                .findFirst()
                .orElse(-1);
    }

    private List<Button> crosses() {
        ObservableList<Node> chips = flow.getChildren();
        return chips.stream()
                .filter(HBox.class::isInstance)
                .flatMap(chip -> ((HBox) chip).getChildren().stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }
}
