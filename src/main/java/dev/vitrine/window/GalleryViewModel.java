package dev.vitrine.window;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.model.Thumbnails;
import dev.vitrine.signature.ProblemException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The models to choose from: those of the gallery, and those the person brought. A model is read
/// when it is first looked at, so a folder of a thousand costs what is on screen.
final class GalleryViewModel {
    /// Models that are read before anything is shown of them.
    private static final int AT_ONCE = 50;

    private final Catalog catalog;
    private final Background background;
    private final Predicate<Path> installed;
    private final Recents recents;
    private final KeptPictures pictures = new KeptPictures();
    private final Map<String, GalleryItem> known = new HashMap<>();
    private final ObservableList<GalleryItem> gallery = FXCollections.observableArrayList();
    private final ObservableList<GalleryItem> own = FXCollections.observableArrayList();
    private final FilteredList<GalleryItem> shownGallery = new FilteredList<>(gallery);
    private final FilteredList<GalleryItem> shownOwn = new FilteredList<>(own);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable GalleryItem> chosen =
            new ReadOnlyObjectWrapper<>();

    /// @param installed whether a path belongs to the program's own gallery
    GalleryViewModel(
            Catalog catalog, Background background, Predicate<Path> installed, Recents recents) {
        this.recents = recents;
        this.catalog = catalog;
        this.background = background;
        this.installed = installed;
        search.subscribe(words -> {
            Predicate<GalleryItem> found = item -> item.matches(words);
            shownGallery.setPredicate(found);
            shownOwn.setPredicate(found);
            recents.search(found);
        });
    }

    /// The program's models that the search finds.
    ObservableList<GalleryItem> gallery() {
        return shownGallery;
    }

    /// The person's models that the search finds.
    ObservableList<GalleryItem> own() {
        return shownOwn;
    }

    /// The models from elsewhere that the search finds.
    ObservableList<GalleryItem> recent() {
        return recents.shown();
    }

    /// Takes a model from elsewhere off the list.
    void forget(GalleryItem item) {
        recents.forget(item);
        if (chosen.get() == item) {
            chosen.set(null);
        }
    }

    /// The words to look for; all models where they are blank.
    StringProperty searchProperty() {
        return search;
    }

    /// The model that is open.
    ReadOnlyObjectProperty<@Nullable GalleryItem> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether the search finds nothing, though there are models.
    boolean findsNothing() {
        return shownGallery.isEmpty()
                && shownOwn.isEmpty()
                && recent().isEmpty()
                && !search.get().isBlank();
    }

    /// Looks through the folders again.
    ///
    /// @param then runs once the lists are up to date
    void refresh(Runnable then) {
        background.work(
                catalog::entries,
                entries -> {
                    take(entries);
                    then.run();
                },
                why -> then.run());
    }

    /// Marks a model as the open one; one from outside the gallery's folders stands among the
    /// recent ones from now on.
    void choose(Model model) {
        Optional<Path> outside = model.about().origin().filter(path -> !catalog.isShelved(path));
        if (outside.isPresent()) {
            GalleryItem item = recents.opened(outside.get(), model.signature().title());
            show(item, model);
            chosen.set(item);
            refresh(() -> {});
            return;
        }
        refresh(() -> {
            GalleryItem item = known.get(model.id());
            if (item != null) {
                show(item, model);
            }
            chosen.set(item);
        });
    }

    /// Marks a row whose model cannot be shown; nothing where it has none.
    void mark(@Nullable GalleryItem item) {
        chosen.set(item);
    }

    /// Reads what a list needs to show of a model, the first time it is shown.
    void look(GalleryItem item) {
        if (item.path().isPresent()) {
            return;
        }
        pictures.looked(item);
        if (item.firstLook()) {
            background.work(
                    () -> face(catalog.model(item.id())),
                    face -> pictures.arrived(item, face),
                    why -> item.become(item.face().broken(why.problems().getFirst().message())));
        }
    }

    private void show(GalleryItem item, Model model) {
        if (!item.face().read() || item.face().broken()) {
            item.firstLook();
            background.work(() -> face(model), item::become, why -> {});
        }
    }

    private static GalleryItem.Face face(Model model) {
        return facts(model).with(Thumbnails.of(model).map(FxPictures::image));
    }

    /// What a card says of a model, without its picture.
    private static GalleryItem.Face facts(Model model) {
        return new GalleryItem.Face(
                model.signature().title(),
                Chips.task(model),
                model.signature().summary(),
                Chips.facts(model),
                Optional.empty(),
                true,
                false);
    }

    private void take(List<Catalog.Entry> entries) {
        known.keySet().retainAll(entries.stream().map(Catalog.Entry::id).toList());
        gallery.setAll(items(entries, true));
        own.setAll(items(entries, false));
        recents.check();
    }

    private List<GalleryItem> items(List<Catalog.Entry> entries, boolean programs) {
        return entries.stream()
                .filter(entry -> entry.path() == null || catalog.isShelved(entry.path()))
                .filter(entry -> isPrograms(entry) == programs)
                .map(entry -> known.computeIfAbsent(entry.id(), id -> new GalleryItem(entry)))
                .toList();
    }

    /// All models there are, whatever is searched for.
    List<GalleryItem> all() {
        return Stream.of(gallery, own, recents.all()).flatMap(List::stream).toList();
    }

    /// Told whenever there are other models, or another is open.
    void onChange(Runnable told) {
        Stream.of(gallery, own, recents.all())
                .forEach(list ->
                        list.addListener((ListChangeListener<GalleryItem>) c -> told.run()));
    }

    /// Whether a model is one of the person's own, and where it is.
    Optional<Path> own(GalleryItem item) {
        return own.contains(item) ? item.home() : Optional.empty();
    }

    /// Reads the title and task of every model that was not read yet, some at a time, so that they
    /// can be searched for.
    ///
    /// @param some told after each part
    void readAll(Runnable some) {
        List<GalleryItem> unread =
                all().stream()
                        .filter(item -> item.path().isEmpty() && !item.face().read())
                        .limit(AT_ONCE)
                        .toList();
        if (!unread.isEmpty()) {
            background.work(
                    () -> unread.stream().map(this::facts).toList(),
                    faces -> {
                        for (int i = 0; i < faces.size(); i++) {
                            if (!unread.get(i).face().read()) {
                                unread.get(i).become(faces.get(i));
                            }
                        }
                        some.run();
                        readAll(some);
                    },
                    why -> {});
        }
    }

    private GalleryItem.Face facts(GalleryItem item) {
        try {
            return facts(catalog.model(item.id()));
        } catch (ProblemException e) {
            return item.face().broken(e.problems().getFirst().message());
        }
    }

    /// Looks again at a model whose signature has become another.
    void again(Model model) {
        Optional<Path> outside = model.about().origin().filter(path -> !catalog.isShelved(path));
        GalleryItem item =
                outside.map(path -> recents.opened(path, model.signature().title()))
                        .orElseGet(() -> known.get(model.id()));
        if (item != null) {
            background.work(() -> face(model), item::become, why -> {});
        }
    }

    /// Looks again at a model whose files have become others.
    void again(GalleryItem item) {
        background.work(() -> face(catalog.model(item.id())), item::become, why -> {});
    }

    /// Whether a path belongs to the program's own gallery.
    boolean isInstalled(Path path) {
        return installed.test(path);
    }

    private boolean isPrograms(Catalog.Entry entry) {
        Path path = entry.path();
        return path == null || installed.test(path);
    }
}
