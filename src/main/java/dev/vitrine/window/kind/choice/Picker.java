package dev.vitrine.window.kind.choice;

import dev.vitrine.kind.choice.Choices;
import dev.vitrine.signature.Port;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A control from which a person picks one of a list.
interface Picker {
    /// The most segments of a row, and the most characters that stand in them together.
    int MOST_SEGMENTS = 4;

    int MOST_LETTERS = 32;

    /// The most radio buttons that stand there where nothing is said.
    int MOST_RADIOS = 6;

    /// The control.
    Node node();

    /// What takes the keyboard now.
    Node focus();

    /// Marks an item as picked; null where none is.
    void show(@Nullable Item item);

    /// The picker that a port asks for, or the one that its choices have room for.
    ///
    /// @param picked told of each item that a person picks
    static Picker of(Port port, List<Item> items, Consumer<Item> picked) {
        String display = port.option("display", String.class).orElseGet(() -> display(items));
        return switch (display) {
            case "segmented" -> new Segments(port.label(), items, picked);
            case "radio" -> new Radios(port.label(), items, picked);
            default -> new Menu(port.label(), items, picked);
        };
    }

    private static String display(List<Item> items) {
        int letters = items.stream().mapToInt(item -> item.name().length()).sum();
        if (items.size() <= MOST_SEGMENTS && letters <= MOST_LETTERS) {
            return "segmented";
        }
        return items.size() <= MOST_RADIOS ? "radio" : "menu";
    }

    /// What a port's person can pick, one that stands for no value included where the port can do
    /// without.
    static List<Item> items(Port port) {
        Choices choices = Choices.of(port);
        List<Item> items = new ArrayList<>();
        List<String> names = choices.allNames();
        for (int i = 0; i < names.size(); i++) {
            items.add(new Item(choices.values().get(i), names.get(i)));
        }
        if (!port.required() && port.standard() == null) {
            items.add(Item.NONE);
        }
        return items;
    }

    /// One of the list.
    ///
    /// @param value the choice; null for no value
    /// @param name what a person reads
    record Item(@Nullable Object value, String name) {
        static final Item NONE = new Item(null, "None");

        @Override
        public String toString() {
            return name;
        }
    }
}
