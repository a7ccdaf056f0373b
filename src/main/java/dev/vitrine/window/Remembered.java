package dev.vitrine.window;

import dev.vitrine.kind.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What the window knows from the last time.
///
/// @param place where it stood; null where it never did
/// @param theme the look somebody chose; null while it follows the system
/// @param model the model that was open, an absolute path or an id of the gallery; empty for none
/// @param recent models from outside the gallery, the one opened last first
/// @param favourites what the gallery calls the models that somebody marked
/// @param lately what it calls those that were opened, the last one first
record Remembered(
        @Nullable Place place,
        @Nullable Theme theme,
        String model,
        List<Recent> recent,
        List<String> favourites,
        List<String> lately) {
    /// Models from outside the gallery that are kept.
    static final int MOST = 10;

    /// The very first time.
    static final Remembered NOTHING = new Remembered(null, null, "", List.of());

    Remembered(@Nullable Place place, @Nullable Theme theme, String model, List<Recent> recent) {
        this(place, theme, model, recent, List.of(), List.of());
    }

    /// A model from outside the gallery.
    ///
    /// @param path absolute
    record Recent(Path path, String title) {}

    Remembered {
        recent = List.copyOf(recent);
        favourites = List.copyOf(favourites);
        lately = List.copyOf(lately);
    }

    Remembered withPlace(Place now) {
        return new Remembered(now, theme, model, recent, favourites, lately);
    }

    Remembered withTheme(@Nullable Theme now) {
        return new Remembered(place, now, model, recent, favourites, lately);
    }

    Remembered withModel(String now) {
        return new Remembered(place, theme, now, recent, favourites, lately);
    }

    /// The same after a model from outside was opened.
    Remembered opened(Recent one) {
        return new Remembered(
                place,
                theme,
                model,
                Stream.concat(
                                Stream.of(one),
                                recent.stream().filter(r -> !r.path().equals(one.path())))
                        .limit(MOST)
                        .toList(),
                favourites,
                lately);
    }

    /// The same without a model that somebody took off the list.
    Remembered without(Path path) {
        return new Remembered(
                place,
                theme,
                model,
                recent.stream().filter(r -> !r.path().equals(path)).toList(),
                favourites,
                lately);
    }

    /// The same with other marks on models.
    Remembered withMarks(List<String> marked, List<String> opened) {
        return new Remembered(place, theme, model, recent, marked, opened);
    }

    ObjectNode json() {
        ObjectNode all = Json.object();
        if (place != null) {
            all.set("place", place.json());
        }
        if (theme != null) {
            all.put("theme", theme.name().toLowerCase(Locale.ROOT));
        }
        all.put("model", model);
        var list = all.putArray("recent");
        recent.forEach(
                r -> list.addObject().put("path", r.path().toString()).put("title", r.title()));
        favourites.forEach(all.putArray("favourites")::add);
        lately.forEach(all.putArray("lately")::add);
        return all;
    }

    /// What of a file can be understood; the rest is as it was the very first time.
    static Remembered of(JsonNode all) {
        List<Recent> recent = new ArrayList<>();
        all.path("recent").forEach(r -> recent(r).ifPresent(recent::add));
        return new Remembered(
                Place.of(all.path("place")).orElse(null),
                Arrays.stream(Theme.values())
                        .filter(t -> t.name().equalsIgnoreCase(all.path("theme").asString("")))
                        .findFirst()
                        .orElse(null),
                all.path("model").asString(""),
                recent.stream().limit(MOST).toList(),
                names(all.path("favourites"), Marks.MOST_FAVOURITES),
                names(all.path("lately"), Marks.MOST_LATELY));
    }

    private static List<String> names(JsonNode list, int most) {
        List<String> names = new ArrayList<>();
        list.forEach(name -> names.add(name.asString("")));
        return names.stream().filter(n -> !n.isEmpty()).distinct().limit(most).toList();
    }

    private static Optional<Recent> recent(JsonNode json) {
        try {
            Path path = Path.of(json.path("path").asString(""));
            return path.isAbsolute()
                    ? Optional.of(new Recent(path, json.path("title").asString("")))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
