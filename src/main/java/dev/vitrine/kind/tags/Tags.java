package dev.vitrine.kind.tags;

import java.util.ArrayList;
import java.util.List;

/// Short texts in an order.
///
/// @param all the texts
public record Tags(List<String> all) {
    /// None at all.
    public static final Tags NONE = new Tags(List.of());

    public Tags {
        all = List.copyOf(all);
    }

    public static Tags of(String... all) {
        return new Tags(List.of(all));
    }

    /// The same with others behind.
    public Tags with(List<String> more) {
        List<String> longer = new ArrayList<>(all);
        longer.addAll(more);
        return new Tags(longer);
    }

    /// The same without the one at a place.
    public Tags without(int place) {
        List<String> shorter = new ArrayList<>(all);
        shorter.remove(place);
        return new Tags(shorter);
    }
}
