package dev.vitrine.kind.tags;

import dev.vitrine.kind.choice.Choices;
import dev.vitrine.signature.Port;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The tags that a port offers under `choices`, each found at once however many there are.
public final class Offered {
    /// What a person reads, by tag, in declared order.
    private final Map<String, String> names = new LinkedHashMap<>();

    /// The tag that a word means, by the word in small letters.
    private final Map<String, String> meant = new HashMap<>();

    private final boolean isOpen;

    private Offered(boolean isOpen) {
        this.isOpen = isOpen;
    }

    /// What a port offers.
    public static Offered of(Port port) {
        Choices choices = Choices.of(port);
        Offered offered =
                new Offered(
                        choices.values().isEmpty()
                                || port.option("custom", Boolean.class).orElse(false));
        List<String> named = choices.allNames();
        for (int i = 0; i < named.size(); i++) {
            String tag = String.valueOf(choices.values().get(i));
            offered.names.putIfAbsent(tag, named.get(i));
            offered.meant.putIfAbsent(lower(tag), tag);
        }
        offered.names.forEach((tag, name) -> offered.meant.putIfAbsent(lower(name), tag));
        return offered;
    }

    /// Whether tags of one's own are taken too.
    public boolean isOpen() {
        return isOpen;
    }

    /// The tags in declared order; empty where none are offered.
    public List<String> all() {
        return List.copyOf(names.keySet());
    }

    public boolean has(String tag) {
        return names.containsKey(tag);
    }

    /// What a person reads in place of a tag.
    public String name(String tag) {
        return names.getOrDefault(tag, tag);
    }

    /// The tag that a typed word means: exactly, else in another case, else by its name; the word
    /// itself where it means none.
    public String meant(String word) {
        return has(word) ? word : meant.getOrDefault(lower(word), word);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
