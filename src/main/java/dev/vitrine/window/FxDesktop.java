package dev.vitrine.window;

import dev.vitrine.kind.image.Picture;

import javafx.application.HostServices;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The real desktop, through JavaFX.
final class FxDesktop implements Desktop {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final Supplier<Window> owner;
    private final HostServices links;
    private final Sounds sounds = new SoundDevices();
    private @Nullable File folder;

    /// A desktop whose choosers stand over a window.
    FxDesktop(Supplier<Window> owner, HostServices links) {
        this.owner = owner;
        this.links = links;
    }

    @Override
    public Optional<Path> chooseFile(String title, List<Filter> filters) {
        return remember(chooser(title, filters).showOpenDialog(owner.get()));
    }

    @Override
    public List<Path> chooseFiles(String title, List<Filter> filters) {
        @Nullable List<File> chosen = chooser(title, filters).showOpenMultipleDialog(owner.get());
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        remember(chosen.getFirst());
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        return remember(chooser.showDialog(owner.get()));
    }

    @Override
    public Optional<Path> chooseTarget(String title, String name) {
        FileChooser chooser = chooser(title, List.of());
        chooser.setInitialFileName(name);
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Offer clipboard() {
        return offer(Clipboard.getSystemClipboard());
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void copy(List<Path> files) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void copy(Picture picture) {
        FxThread.background(
                () -> FxPictures.image(picture),
                image -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(image);
                    Clipboard.getSystemClipboard().setContent(content);
                },
                why -> {});
    }

    @Override
    public void onDrop(Node target, Predicate<Offer> wants, Consumer<Offer> drop) {
        target.setOnDragOver(event -> {
            // Words that are moved inside a field are no file of this window.
            boolean comes = event.getGestureSource() == null || event.getDragboard().hasFiles();
            if (comes && wants.test(glimpse(event.getDragboard()))) {
                event.acceptTransferModes(TransferMode.COPY);
                target.pseudoClassStateChanged(DROP, true);
                event.consume();
            }
        });
        target.setOnDragExited(event -> target.pseudoClassStateChanged(DROP, false));
        target.setOnDragDropped(event -> dropped(event, target, wants, drop));
    }

    @Override
    public void onDrag(Node source, Supplier<Optional<CompletableFuture<Path>>> file) {
        new FileDrag(source, file).listen();
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
        links.showDocument(link.toString());
    }

    private static void dropped(
            DragEvent event, Node target, Predicate<Offer> wants, Consumer<Offer> drop) {
        Offer offer = offer(event.getDragboard());
        target.pseudoClassStateChanged(DROP, false);
        if (wants.test(offer)) {
            event.setDropCompleted(true);
            event.consume();
            // After the drop is answered, so that a slow reader does not freeze the other program.
            FxThread.later(() -> drop.accept(offer));
        }
    }

    private FileChooser chooser(String title, List<Filter> filters) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        filters.forEach(f ->
                chooser.getExtensionFilters()
                        .add(new FileChooser.ExtensionFilter(f.description(), f.patterns())));
        return chooser;
    }

    /// Where the last choice was made; nothing where that folder is gone.
    private @Nullable File start() {
        File last = folder;
        return last != null && last.isDirectory() ? last : null;
    }

    private Optional<Path> remember(@Nullable File chosen) {
        if (chosen == null) {
            return Optional.empty();
        }
        folder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }

    /// What a board offers as it is dragged along: whether there is a picture, not yet the picture.
    private static Offer glimpse(Clipboard board) {
        return offer(board, () -> Optional.ofNullable(board.getImage()));
    }

    private static Offer offer(Clipboard board) {
        Optional<Image> image =
                board.hasImage() ? Optional.ofNullable(board.getImage()) : Optional.empty();
        return offer(board, () -> image);
    }

    private static Offer offer(Clipboard board, Supplier<Optional<Image>> image) {
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        return new Offer(
                files.stream().map(File::toPath).toList(),
                board.hasImage()
                        ? Optional.of(() -> FxPictures.picture(image.get().orElseThrow()))
                        : Optional.empty(),
                board.hasString() ? Optional.ofNullable(board.getString()) : Optional.empty());
    }
}
