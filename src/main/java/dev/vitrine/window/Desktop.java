package dev.vitrine.window;

import dev.vitrine.kind.image.Picture;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The desktop around the window: its file choosers, clipboard, drag and drop, speakers,
/// microphone, screen and browser.
///
/// All calls are made on the FX thread. None reads or writes a file: that is for the caller to do
/// in the background, with [FxThread#background]. JavaFX's headless platform has none of these, so
/// tests and pictures use a stand-in.
public interface Desktop {
    /// What a file chooser shows.
    ///
    /// @param description what a person reads, such as `Pictures`
    /// @param patterns such as `*.png`
    record Filter(String description, List<String> patterns) {
        public Filter {
            patterns = List.copyOf(patterns);
        }

        /// Any file.
        public static final Filter ALL = new Filter("All files", List.of("*"));

        /// The files with these extensions, in small letters and in capitals because some choosers
        /// tell them apart, and then any; only any where there are no extensions.
        ///
        /// @param extensions such as `png`
        public static List<Filter> of(String description, Collection<String> extensions) {
            List<String> patterns =
                    extensions.stream()
                            .flatMap(e -> Stream.of(e, e.toUpperCase(Locale.ROOT)))
                            .map("*."::concat)
                            .toList();
            return patterns.isEmpty()
                    ? List.of(ALL)
                    : List.of(new Filter(description, patterns), ALL);
        }
    }

    /// Asks for a file to open; nothing where the person turned away.
    Optional<Path> chooseFile(String title, List<Filter> filters);

    /// Asks for files to open, one or several; none where the person turned away.
    List<Path> chooseFiles(String title, List<Filter> filters);

    /// Asks for a folder; nothing where the person turned away.
    Optional<Path> chooseFolder(String title);

    /// Asks where to save a file; nothing where the person turned away.
    ///
    /// @param name the name to begin with, such as `scores.json`
    Optional<Path> chooseTarget(String title, String name);

    /// What lies on the clipboard.
    Offer clipboard();

    /// Puts text on the clipboard.
    void copy(String text);

    /// Puts a picture on the clipboard.
    void copy(Picture picture);

    /// Puts files and folders on the clipboard, as a file manager does.
    void copy(List<Path> files);

    /// Lets things be dropped on a node; while something it wants is over it, the node has the
    /// pseudo-class `drop`.
    ///
    /// @param wants whether it takes what is offered; asked while the thing is over it, so quick
    /// @param drop takes it
    void onDrop(Node target, Predicate<Offer> wants, Consumer<Offer> drop);

    /// Lets a file be dragged from a node to another program, or onto an input of this one.
    ///
    /// The file is asked for when a drag begins, and goes along once it is written; until then the
    /// drag waits.
    ///
    /// @param file begins to write it; empty where there is none now
    void onDrag(Node source, Supplier<Optional<CompletableFuture<Path>>> file);

    /// Shows what lies in a pane alone on the whole screen, until Escape; then it lies there again.
    ///
    /// @param from on a page that is shown
    /// @param keys hears the keys meanwhile
    void fullScreen(StackPane from, Region content, Consumer<KeyEvent> keys);

    /// The speakers and the microphone.
    Sounds sounds();

    /// Opens a link in the person's browser.
    void browse(URI link);
}
