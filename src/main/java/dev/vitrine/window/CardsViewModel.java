package dev.vitrine.window;

import dev.vitrine.model.OwnModels;
import dev.vitrine.signature.ProblemException;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The page of all models: which of them are shown, and what can be done with them.
final class CardsViewModel {
    /// Which models are shown, before search and task.
    enum Choice {
        ALL("All", "There is no model yet. Drop an .onnx file or a model's folder here."),
        FAVOURITES("Favourites", "Nothing here yet. The star of a card puts a model here."),
        RECENT("Recent", "Nothing here yet. What you open stands here, the last first."),
        YOURS(
                "Yours",
                "Nothing here yet. Drop an .onnx file or a model's folder here to keep a copy.");

        private final String title;
        private final String nothing;

        Choice(String title, String nothing) {
            this.title = title;
            this.nothing = nothing;
        }

        String title() {
            return title;
        }

        /// What is said where there is none.
        String nothing() {
            return nothing;
        }
    }

    /// The task that stands for any.
    static final String ANY_TASK = "Any task";

    /// A model that was taken out, and can be put back.
    ///
    /// @param title what it was called
    record Gone(String title, OwnModels.Removed removed) {}

    private final GalleryViewModel models;
    private final Marks marks;
    private final OwnModels own;
    private final Background background;
    private final Consumer<String> notice;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.ALL);
    private final StringProperty task = new SimpleStringProperty(ANY_TASK);
    private final ObservableList<GalleryItem> cards = FXCollections.observableArrayList();
    private final ObservableList<String> tasks = FXCollections.observableArrayList(ANY_TASK);
    private final ReadOnlyObjectWrapper<@Nullable Gone> gone = new ReadOnlyObjectWrapper<>();

    /// @param notice tells the person something in passing
    CardsViewModel(
            GalleryViewModel models,
            Marks marks,
            OwnModels own,
            Background background,
            Consumer<String> notice) {
        this.models = models;
        this.marks = marks;
        this.own = own;
        this.background = background;
        this.notice = notice;
        models.onChange(this::update);
        models.searchProperty().subscribe(this::search);
        choice.subscribe(now -> update());
        task.subscribe(now -> update());
        marks.favourites().addListener((ListChangeListener<String>) c -> update());
        marks.lately().addListener((ListChangeListener<String>) c -> update());
        models.chosenProperty()
                .subscribe(item -> {
                    if (item != null) {
                        marks.opened(item);
                    }
                });
    }

    /// The models that are shown, in the order they are shown in.
    ObservableList<GalleryItem> cards() {
        return cards;
    }

    /// The tasks to choose from, [#ANY_TASK] first, as far as models were read.
    ObservableList<String> tasks() {
        return tasks;
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    StringProperty taskProperty() {
        return task;
    }

    /// The model that was taken out last; null where none can be put back.
    ReadOnlyObjectProperty<@Nullable Gone> goneProperty() {
        return gone.getReadOnlyProperty();
    }

    /// What is said where nothing is shown.
    String nothing() {
        return isNarrowed() ? "No model has such a name and task." : choice.get().nothing();
    }

    /// Whether a search or a task leaves models out.
    boolean isNarrowed() {
        return !models.searchProperty().get().isBlank() || !task.get().equals(ANY_TASK);
    }

    /// Shows all models again.
    void reset() {
        models.searchProperty().set("");
        task.set(ANY_TASK);
        choice.set(Choice.ALL);
    }

    /// Reads what a card shows of a model, the first time it is on screen.
    void look(GalleryItem item) {
        models.look(item);
    }

    /// Reads every model, so that all tasks can be chosen from.
    void readTasks() {
        models.readAll(this::update);
    }

    /// The model that was opened last, where it is among those shown.
    Optional<GalleryItem> openedLast() {
        return marks.lately().stream()
                .limit(1)
                .flatMap(id -> cards.stream().filter(item -> item.id().equals(id)))
                .findFirst();
    }

    /// What the gallery calls the favourites.
    ObservableList<String> favourites() {
        return marks.favourites();
    }

    boolean isFavourite(GalleryItem item) {
        return marks.isFavourite(item);
    }

    void toggleFavourite(GalleryItem item) {
        marks.toggle(item);
    }

    /// Whether a model is one of the person's own, to be renamed and taken out.
    boolean isOwn(GalleryItem item) {
        return models.own(item).filter(own::has).isPresent();
    }

    /// Brings in copies of models.
    void add(List<Path> files) {
        for (Path file : files) {
            background.work(
                    () -> own.add(file),
                    copy -> {
                        notice.accept("Added '%s' to your models".formatted(copy.getFileName()));
                        models.refresh(() -> {});
                    },
                    this::complain);
        }
    }

    /// Takes a model out; it can be put back until the next one is.
    void remove(GalleryItem item) {
        Optional<Path> home = models.own(item).filter(own::has);
        if (home.isPresent()) {
            String title = item.face().title();
            background.work(
                    () -> own.remove(home.get()),
                    removed -> {
                        gone.set(new Gone(title, removed));
                        models.refresh(() -> {});
                    },
                    this::complain);
        }
    }

    /// Puts back the model that was taken out last.
    ///
    /// @return whether there was one
    boolean restore() {
        Gone last = gone.get();
        if (last != null) {
            gone.set(null);
            background.work(
                    () -> {
                        own.restore(last.removed());
                        return true;
                    },
                    done -> models.refresh(() -> {}),
                    this::complain);
        }
        return last != null;
    }

    /// Says no more that a model was taken out.
    void settle() {
        gone.set(null);
    }

    void rename(GalleryItem item, String title) {
        Optional<Path> home = models.own(item).filter(own::has);
        if (home.isPresent() && !title.strip().equals(item.face().title())) {
            background.work(
                    () -> own.rename(item.id(), home.get(), title),
                    now -> models.refresh(() -> renamed(item, now)),
                    this::complain);
        }
    }

    private void renamed(GalleryItem before, Path home) {
        models.all().stream()
                .filter(item -> item.home().equals(Optional.of(home)))
                .findFirst()
                .ifPresent(item -> {
                    marks.renamed(before.id(), item.id());
                    models.again(item);
                });
    }

    private void complain(ProblemException why) {
        notice.accept(why.problems().getFirst().message());
    }

    private void search(String words) {
        if (!words.isBlank()) {
            models.readAll(this::update);
        }
        update();
    }

    private void update() {
        String words = models.searchProperty().get();
        String only = task.get();
        List<GalleryItem> all = models.all();
        List<GalleryItem> shown =
                chosen(all)
                        .filter(item -> item.matches(words))
                        .filter(item -> only.equals(ANY_TASK) || item.face().task().equals(only))
                        .toList();
        if (!cards.equals(shown)) {
            cards.setAll(shown);
        }
        TreeSet<String> known = new TreeSet<>();
        all.stream()
                .map(GalleryItem::face)
                .filter(face -> face.read() && !face.broken())
                .forEach(face -> known.add(face.task()));
        List<String> offered = Stream.concat(Stream.of(ANY_TASK), known.stream()).toList();
        if (!tasks.equals(offered)) {
            tasks.setAll(offered);
        }
    }

    private Stream<GalleryItem> chosen(List<GalleryItem> all) {
        return switch (choice.get()) {
            case ALL -> all.stream();
            case YOURS -> all.stream().filter(item -> models.own(item).isPresent());
            case FAVOURITES -> named(all, marks.favourites());
            case RECENT -> named(all, marks.lately());
        };
    }

    private static Stream<GalleryItem> named(List<GalleryItem> all, List<String> ids) {
        return ids.stream()
                .flatMap(id -> all.stream().filter(item -> item.id().equals(id)).limit(1));
    }
}
