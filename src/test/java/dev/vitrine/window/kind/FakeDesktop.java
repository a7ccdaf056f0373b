package dev.vitrine.window.kind;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Offer;
import dev.vitrine.window.Sounds;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A desktop for tests: what lies on its clipboard and what its choosers answer is set beforehand,
/// what was put there can be read.
public final class FakeDesktop implements Desktop {
    public Offer clipboard = Offer.NOTHING;
    public final FakeSounds sounds = new FakeSounds();
    public Optional<Path> choice = Optional.empty();
    public final List<Object> copied = new ArrayList<>();
    public final List<String> names = new ArrayList<>();
    public final List<Region> alone = new ArrayList<>();
    public Consumer<KeyEvent> keys = event -> {};

    private final Consumer<URI> browser;

    public FakeDesktop() {
        this(link -> {
            throw new AssertionError("Nothing opens " + link);
        });
    }

    /// @param browser gets the links that are opened
    public FakeDesktop(Consumer<URI> browser) {
        this.browser = browser;
    }

    private record Drop(Predicate<Offer> wants, Consumer<Offer> take) {}

    /// Drops something on a node, as a person does; says whether the node wanted it.
    public boolean drop(Node target, Offer offer) {
        Object drop = target.getProperties().get(FakeDesktop.class);
        if (!(drop instanceof Drop d) || !d.wants().test(offer)) {
            return false;
        }
        d.take().accept(offer);
        return true;
    }

    @Override
    public Optional<Path> chooseFile(String title, List<Filter> filters) {
        return choice;
    }

    @Override
    public List<Path> chooseFiles(String title, List<Filter> filters) {
        return choice.stream().toList();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return choice;
    }

    @Override
    public Optional<Path> chooseTarget(String title, String name) {
        names.add(name);
        return choice;
    }

    @Override
    public Offer clipboard() {
        return clipboard;
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void copy(List<Path> files) {
        copied.addAll(files);
    }

    @Override
    public void copy(Picture picture) {
        copied.add(picture);
    }

    @Override
    public void onDrop(Node target, Predicate<Offer> wants, Consumer<Offer> drop) {
        // As JavaFX does, the node holds what it was given.
        target.getProperties().put(FakeDesktop.class, new Drop(wants, drop));
    }

    @Override
    public void fullScreen(StackPane from, Region content, Consumer<KeyEvent> keys) {
        alone.add(content);
        this.keys = keys;
    }

    @Override
    public void onDrag(Node source, Supplier<Optional<CompletableFuture<Path>>> file) {
        source.getProperties().put(CompletableFuture.class, file);
    }

    /// The file that a person drags from a node; empty where there is none.
    @SuppressWarnings("unchecked")
    public Optional<CompletableFuture<Path>> drag(Node source) {
        Object file = source.getProperties().get(CompletableFuture.class);
        return file instanceof Supplier<?> s
                ? ((Supplier<Optional<CompletableFuture<Path>>>) s).get()
                : Optional.empty();
    }

    @Override
    public Sounds sounds() {
        return sounds;
    }

    @Override
    public void browse(URI link) {
        browser.accept(link);
    }
}
