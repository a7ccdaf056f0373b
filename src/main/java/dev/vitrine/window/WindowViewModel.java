package dev.vitrine.window;

import dev.vitrine.kind.Form;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Editable;
import dev.vitrine.model.Model;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Values;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The window: which page it shows, and how one gets to another. Demos that were open keep their
/// inputs and results.
final class WindowViewModel implements AutoCloseable {
    /// Demos that are kept; of more, those not seen for longest are let go.
    private static final int KEPT = 8;

    private record Opened(Model model, Values standard, Editable signature) {}

    private final Catalog catalog;
    private final Runner runner;
    private final Background background;
    private final GalleryViewModel gallery;
    private final Path own;
    private final Consumer<String> notice;
    private final ReadOnlyObjectWrapper<Page> page =
            new ReadOnlyObjectWrapper<>(new Page.Welcome());
    private final Map<String, DemoViewModel> demos = new LinkedHashMap<>(16, 0.75f, true);
    private int turn;

    /// @param own the folder of the person's own models
    /// @param notice tells the person something in passing
    WindowViewModel(
            Catalog catalog,
            Runner runner,
            Background background,
            GalleryViewModel gallery,
            Path own,
            Consumer<String> notice) {
        this.catalog = catalog;
        this.runner = runner;
        this.background = background;
        this.gallery = gallery;
        this.own = own;
        this.notice = notice;
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// Shows all models, to choose from.
    void showGallery() {
        turn++;
        gallery.mark(null);
        page.set(new Page.Gallery());
        gallery.refresh(() -> {});
    }

    /// Shows a model of the gallery.
    void show(GalleryItem item) {
        open(
                item.face().title(),
                () ->
                        item.path().isPresent()
                                ? catalog.open(item.path().get().toString())
                                : catalog.model(item.id()),
                false,
                item);
    }

    /// Shows the model that a command line names: a folder, a file or an id.
    void open(String argument) {
        // The last part of a path by hand: an argument need not be one on this system.
        String title = argument.replaceAll("^.*[/\\\\](?=[^/\\\\])|[/\\\\]+$", "");
        open(title.isEmpty() ? argument : title, () -> catalog.open(argument), false);
    }

    /// Shows models that were dropped or picked: the last of them, all of them in the gallery.
    void open(List<Path> files) {
        for (Path file : files) {
            Path name = file.getFileName();
            open(
                    name == null ? file.toString() : name.toString(),
                    () -> catalog.open(file.toString()),
                    true);
        }
    }

    /// Shows the model that was open the last time, where it can still be read; else all there are.
    ///
    /// @param last as [#current()] gave it
    void resume(String last) {
        if (last.isEmpty()) {
            showGallery();
            return;
        }
        background.work(
                () -> Path.of(last).isAbsolute() ? catalog.open(last) : catalog.model(last),
                model -> {
                    if (page.get() instanceof Page.Welcome) {
                        open(model.signature().title(), () -> model, false);
                    }
                },
                why -> {
                    if (page.get() instanceof Page.Welcome) {
                        showGallery();
                    }
                });
    }

    /// What names the open model the next time: its path, or its id where it belongs to the
    /// gallery; empty where it came from no file.
    String current() {
        if (!(page.get() instanceof Page.Showing(DemoViewModel demo))) {
            return "";
        }
        Model model = demo.model();
        return model.about()
                .origin()
                .map(path ->
                        catalog.isShelved(path)
                                ? model.id()
                                : path.toAbsolutePath().normalize().toString())
                .orElse("");
    }

    /// The same, once it is known: nothing while the first page or a model is still being read.
    Optional<String> settled() {
        return page.get() instanceof Page.Welcome || page.get() instanceof Page.Loading
                ? Optional.empty()
                : Optional.of(current());
    }

    /// Shows an earlier run on the page of its model. Where the model has been read again since,
    /// its inputs are taken as far as they fit.
    ///
    /// @param whole whether to show what came out too
    void reopen(Run past, boolean whole) {
        int mine = ++turn;
        background.work(
                () -> opened(current(past.model())),
                opened -> {
                    if (mine == turn) {
                        gallery.choose(opened.model());
                        DemoViewModel demo = demo(opened);
                        page.set(new Page.Showing(demo));
                        fill(demo, past, whole);
                    }
                },
                why -> notice.accept(why.problems().getFirst().message()));
    }

    /// The model as the gallery has it now; itself where it is not there.
    private Model current(Model model) {
        return catalog.models().stream()
                .filter(other -> other.id().equals(model.id()))
                .findFirst()
                .orElse(model);
    }

    private void fill(DemoViewModel demo, Run past, boolean whole) {
        if (whole && HistoryViewModel.isOf(demo.model(), past)) {
            demo.show(past);
        } else if (Form.check(demo.model().signature(), past.inputs()).isEmpty()) {
            demo.use(past.inputs());
        } else {
            notice.accept("The model is another one since then; these inputs do not fit it.");
        }
    }

    @Override
    public void close() {
        turn++;
        demos.values().forEach(DemoViewModel::close);
    }

    private void open(String title, Callable<Model> reading, boolean brought) {
        open(title, reading, brought, null);
    }

    /// @param row the row of the gallery that stays marked where the model cannot be read
    private void open(
            String title, Callable<Model> reading, boolean brought, @Nullable GalleryItem row) {
        int mine = ++turn;
        page.set(new Page.Loading(title));
        background.work(
                () -> {
                    Model model = reading.call();
                    return new Opened(
                            model, DemoViewModel.standard(model), catalog.editable(model.id()));
                },
                opened -> {
                    if (brought) {
                        notice.accept("Opened " + title);
                    }
                    gallery.choose(opened.model());
                    if (mine == turn) {
                        page.set(new Page.Showing(demo(opened)));
                    }
                },
                why -> {
                    if (mine == turn) {
                        page.set(new Page.Broken(title, why.problems().getFirst().message()));
                        gallery.mark(row);
                    }
                });
    }

    /// What a page needs of a model; blocks.
    private Opened opened(Model model) {
        return new Opened(model, DemoViewModel.standard(model), catalog.editable(model.id()));
    }

    private Workshop workshop(Opened opened) {
        return new Workshop(
                opened.signature(),
                opened.model().about().origin().filter(gallery::isInstalled).isPresent(),
                own,
                copy -> open(List.of(copy)),
                gallery::again);
    }

    private DemoViewModel demo(Opened opened) {
        DemoViewModel kept = demos.get(opened.model().id());
        if (kept != null && kept.model() == opened.model()) {
            return kept;
        }
        DemoViewModel fresh =
                new DemoViewModel(
                        opened.model(), opened.standard(), runner, background, workshop(opened));
        DemoViewModel replaced = demos.put(opened.model().id(), fresh);
        if (replaced != null) {
            replaced.close();
        }
        if (demos.size() > KEPT) {
            String oldest = demos.keySet().iterator().next();
            DemoViewModel forgotten = demos.remove(oldest);
            if (forgotten != null) {
                forgotten.close();
            }
        }
        fresh.checkItself();
        return fresh;
    }
}
