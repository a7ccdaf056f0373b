package dev.vitrine.window;

import dev.vitrine.kind.image.Picture;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// No desktop at all, for a page that is only looked at.
final class NoDesktop implements Desktop {
    @Override
    public Optional<Path> chooseFile(String title, List<Filter> filters) {
        return Optional.empty();
    }

    @Override
    public List<Path> chooseFiles(String title, List<Filter> filters) {
        return List.of();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseTarget(String title, String name) {
        return Optional.empty();
    }

    @Override
    public Offer clipboard() {
        return Offer.NOTHING;
    }

    @Override
    public void copy(String text) {}

    @Override
    public void copy(List<Path> files) {}

    @Override
    public void copy(Picture picture) {}

    @Override
    public void onDrop(Node target, Predicate<Offer> wants, Consumer<Offer> drop) {}

    @Override
    public void onDrag(Node source, Supplier<Optional<CompletableFuture<Path>>> file) {}

    @Override
    public void fullScreen(StackPane from, Region content, Consumer<KeyEvent> keys) {}

    @Override
    public Sounds sounds() {
        return new NoSounds();
    }

    @Override
    public void browse(URI link) {}
}
