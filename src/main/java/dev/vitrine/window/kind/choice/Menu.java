package dev.vitrine.window.kind.choice;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A menu, in which typing finds the first name that begins so, else the first that has it
/// anywhere.
final class Menu implements Picker {
    /// After a longer pause a letter begins a new word.
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final ComboBox<Item> node = new ComboBox<>();
    private String typed = "";
    private long at;

    Menu(String name, List<Item> items, Consumer<Item> picked) {
        node.getItems().setAll(items);
        node.setMaxWidth(Double.MAX_VALUE);
        node.setPromptText("Choose one");
        node.setAccessibleText(name);
        node.setVisibleRowCount(12);
        node.getStyleClass().addAll("kind-choice", "choice-menu");
        node.addEventHandler(KeyEvent.KEY_TYPED, this::type);
        node.valueProperty()
                .subscribe((was, now) -> {
                    if (now != null) {
                        picked.accept(now);
                    }
                });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focus() {
        return node;
    }

    @Override
    public void show(@Nullable Item item) {
        node.setValue(item);
    }

    private void type(KeyEvent event) {
        String letter = event.getCharacter();
        if (letter.isBlank() && typed.isEmpty()
                || letter.codePoints().anyMatch(Character::isISOControl)
                || event.isShortcutDown()
                || event.isAltDown()) {
            return;
        }
        long now = System.nanoTime();
        typed = now - at > PAUSE ? letter : typed + letter;
        at = now;
        find(typed).or(() -> find(typed = letter)).ifPresent(node::setValue);
        event.consume();
    }

    private Optional<Item> find(String beginning) {
        String start = beginning.toLowerCase(Locale.ROOT);
        return first(name -> name.startsWith(start)).or(() -> first(name -> name.contains(start)));
    }

    private Optional<Item> first(Predicate<String> condition) {
        return node.getItems().stream()
                .filter(item -> condition.test(item.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
