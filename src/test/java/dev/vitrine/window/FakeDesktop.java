package dev.vitrine.window;

import dev.vitrine.kind.image.Picture;

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

/// A desktop whose answers a test gives and whose questions it reads.
final class FakeDesktop implements Desktop {
    private record Target(Predicate<Offer> wants, Consumer<Offer> drop) {}

    final List<String> copied = new ArrayList<>();
    final List<URI> browsed = new ArrayList<>();
    Optional<Path> answer = Optional.empty();
    Offer clipboard = Offer.NOTHING;
    Sounds sounds = new NoSounds();

    /// Drops something on a node, or on the next one around it that wants it; for the FX thread.
    boolean drop(Node on, Offer offer) {
        for (Node node = on; node != null; node = node.getParent()) {
            if (node.getProperties().get(Target.class) instanceof Target target
                    && target.wants().test(offer)) {
                target.drop().accept(offer);
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Path> chooseFile(String title, List<Filter> filters) {
        return answer;
    }

    @Override
    public List<Path> chooseFiles(String title, List<Filter> filters) {
        return answer.stream().toList();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return answer;
    }

    @Override
    public Optional<Path> chooseTarget(String title, String name) {
        return answer;
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
        files.forEach(file -> copied.add(file.toString()));
    }

    @Override
    public void copy(Picture picture) {
        copied.add(picture.toString());
    }

    @Override
    public void onDrop(Node target, Predicate<Offer> wants, Consumer<Offer> drop) {
        // On the node itself, so that nothing here outlives a page.
        target.getProperties().put(Target.class, new Target(wants, drop));
    }

    @Override
    public void onDrag(Node source, Supplier<Optional<CompletableFuture<Path>>> file) {
        source.getProperties().put(CompletableFuture.class, file);
    }

    @Override
    public void fullScreen(StackPane from, Region content, Consumer<KeyEvent> keys) {
        FullScreen.show(from, content, keys);
    }

    @Override
    public Sounds sounds() {
        return sounds;
    }

    @Override
    public void browse(URI link) {
        browsed.add(link);
    }
}
