package dev.vitrine.window.kind;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxThread;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the viewers of most kinds have in common: the value shown, a caption, a problem, and tools
/// that work while there is a value.
///
/// A new viewer builds its node and its tools, draws a value in [#render], and ends its constructor
/// with `show(null)`.
///
/// @param <T> the Java type of the kind's values
public abstract class PortViewer<T> implements Viewer<T> {
    private final Port port;
    private final Desktop desktop;
    private final List<Node> tools = new ArrayList<>();
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable T shown;
    private Values inputs = Values.NONE;

    protected PortViewer(Port port, Desktop desktop) {
        this.port = port;
        this.desktop = desktop;
    }

    @Override
    public List<Node> tools() {
        return List.copyOf(tools);
    }

    @Override
    public final ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public final void show(@Nullable T value) {
        show(value, Values.NONE);
    }

    @Override
    public final void show(@Nullable T value, Values of) {
        @Nullable T before = shown;
        shown = value;
        inputs = value == null ? Values.NONE : of;
        problem.set(null);
        tools.forEach(tool -> tool.setDisable(value == null));
        render(before, value);
    }

    @Override
    public void close() {
        show(null);
    }

    /// Draws a value at the same height as any other; null draws that there is none.
    ///
    /// @param before what was shown until now
    protected abstract void render(@Nullable T before, @Nullable T value);

    protected final Port port() {
        return port;
    }

    protected final @Nullable T shown() {
        return shown;
    }

    /// The inputs that the value shown came of.
    protected final Values inputs() {
        return inputs;
    }

    /// The picture that the value lies on: that of the input of this name, else the only one there
    /// is.
    protected final Optional<Picture> pictureUnder(Optional<String> input) {
        return input.flatMap(inputs::find)
                .or(() ->
                        inputs.byName().values().stream()
                                .filter(Picture.class::isInstance)
                                .findFirst())
                .filter(Picture.class::isInstance)
                .map(Picture.class::cast);
    }

    protected final void caption(String words) {
        caption.set(words);
    }

    protected final void failed(ProblemException e) {
        problem.set(e.problems().getFirst());
    }

    /// Adds a tool that does something with the value shown.
    protected final Button tool(String name, BiConsumer<T, Button> action) {
        Button button = Tools.button(name, () -> {});
        button.setOnAction(e -> {
            T value = shown;
            if (value != null) {
                action.accept(value, button);
            }
        });
        tools.add(button);
        return button;
    }

    /// Adds a tool that does its work by itself.
    protected final void tool(Node control) {
        tools.add(control);
    }

    /// Adds a tool that copies words about the value.
    ///
    /// @param words quick to make
    protected final Button copies(String name, Function<T, String> words) {
        return tool(
                name,
                (value, button) -> {
                    desktop.copy(words.apply(value));
                    Tools.confirm(button, "Copied");
                });
    }

    /// Adds a tool that copies words which may take long to make, so they are made in the
    /// background.
    protected final Button copiesLong(String name, Function<T, String> words) {
        return tool(
                name,
                (value, button) ->
                        FxThread.background(
                                () -> words.apply(value),
                                text -> {
                                    desktop.copy(text);
                                    Tools.confirm(button, "Copied");
                                },
                                this::failed));
    }

    /// Adds a tool that copies the value as a file, which other programs take where they take
    /// files.
    ///
    /// @param name of the file
    /// @param bytes makes its content, in the background
    protected final Button copiesFile(Function<T, String> name, Function<T, byte[]> bytes) {
        return copiesFiles(value -> Map.of(name.apply(value), bytes.apply(value)));
    }

    /// Adds a tool that copies the value as files.
    ///
    /// @param files makes their content by their paths, in the background
    protected final Button copiesFiles(Function<T, Map<String, byte[]>> files) {
        return tool(
                "Copy",
                (value, button) ->
                        FxThread.background(
                                () -> TemporaryFiles.write(files.apply(value)),
                                written -> {
                                    desktop.copy(written);
                                    Tools.confirm(button, "Copied");
                                },
                                this::failed));
    }

    /// Adds a tool that saves the value as a file called like the port.
    ///
    /// @param title of the file chooser
    /// @param extension of the file, without a dot
    /// @param bytes makes its content, in the background
    protected final Button saves(String title, String extension, Function<T, byte[]> bytes) {
        return saves("Save…", file(title, extension, bytes));
    }

    /// A file called like the port.
    ///
    /// @param title of the file chooser
    /// @param extension of the file, without a dot
    /// @param bytes makes its content, in the background
    protected final Outgoing<T> file(String title, String extension, Function<T, byte[]> bytes) {
        return new Outgoing<>(
                title,
                value -> port.name() + "." + extension,
                value -> Content.of(() -> bytes.apply(value)));
    }

    /// Adds a tool that saves a file, and from which it is dragged to another program.
    protected final Button saves(String name, Outgoing<T> file) {
        Button button =
                tool(
                        name,
                        (value, tool) ->
                                FileAccess.save(
                                        desktop,
                                        file.title(),
                                        file.name().apply(value),
                                        file.content().apply(value),
                                        () -> {
                                            problem.set(null);
                                            Tools.confirm(tool, "Saved");
                                        },
                                        this::failed));
        button.setTooltip(new Tooltip("Drag it to a folder or another program to drop it there."));
        drags(button, button, file);
        return button;
    }

    /// Lets a file be dragged from a node to another program.
    ///
    /// @param tool that saves it: while that does nothing, nothing is dragged
    protected final void drags(Node source, Button tool, Outgoing<T> file) {
        desktop.onDrag(
                source,
                () ->
                        Optional.ofNullable(shown)
                                .filter(value -> !tool.isDisable())
                                .map(value -> made(value, file)));
    }

    private CompletableFuture<Path> made(T value, Outgoing<T> file) {
        CompletableFuture<Path> made = new CompletableFuture<>();
        String name = file.name().apply(value);
        Consumer<ProblemException> refused =
                e -> {
                    failed(e);
                    made.completeExceptionally(e);
                };
        file.content()
                .apply(value)
                .make(
                        bytes ->
                                FxThread.background(
                                        () -> TemporaryFiles.write(Map.of(name, bytes)).getFirst(),
                                        made::complete,
                                        refused),
                        refused);
        return made;
    }

    /// Puts a picture on the clipboard for a tool, which says when it is done.
    protected final void copy(Button button, Picture picture) {
        desktop.copy(picture);
        Tools.confirm(button, "Copied");
    }
}
