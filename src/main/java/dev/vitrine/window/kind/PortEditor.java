package dev.vitrine.window.kind;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.window.FxThread;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;

/// What the editors of most kinds have in common: a value held as the kind says, a caption, and the
/// difference between what a person does to the control and what the program does.
///
/// A new editor builds its control, calls [#typed] or [Held#put] when a person changes it, shows a
/// value in [#set], and ends its constructor with `set(held().standard())`.
///
/// @param <T> the Java type of the kind's values
public abstract class PortEditor<T> implements Editor<T> {
    private final Port port;
    private final Held<T> held;
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private boolean quiet;
    private long request;

    protected PortEditor(Kind<T> kind, Port port) {
        this.port = port;
        this.held = new Held<>(kind, port);
    }

    @Override
    public final ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return held.valueProperty();
    }

    @Override
    public final ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return held.problemProperty();
    }

    @Override
    public final ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }

    /// Lets go of what is being read; most editors listen to their own controls only.
    @Override
    public void close() {
        cancel();
    }

    protected final Port port() {
        return port;
    }

    protected final Held<T> held() {
        return held;
    }

    protected final void caption(String words) {
        caption.set(words);
    }

    /// Changes the control without taking what it then says for something a person did.
    protected final void quietly(Runnable change) {
        boolean before = quiet;
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = before;
        }
    }

    /// Whether the program is changing the control.
    protected final boolean isQuiet() {
        return quiet;
    }

    /// Holds what the kind makes of a text that a person typed, and nothing where it is [#isEmpty].
    protected final void typed(String text) {
        if (quiet) {
            return;
        }
        if (isEmpty(text)) {
            held.put(null);
        } else {
            held.read(new Raw.Text(text));
        }
    }

    /// Reads a value in the background and shows it, unless something newer has come meanwhile.
    protected final void read(Callable<T> work) {
        long mine = ++request;
        caption("Reading…");
        FxThread.background(
                work,
                value -> {
                    if (mine == request) {
                        set(value);
                        describe();
                    }
                },
                e -> {
                    if (mine == request) {
                        held.complain(e);
                        describe();
                    }
                });
    }

    /// Lets what is being read no longer arrive here.
    protected final void cancel() {
        request++;
    }

    /// Says in the caption what the editor holds, after it has said that it is reading.
    protected void describe() {
        caption("");
    }

    /// Whether a text stands for no value; white space does, but for kinds that keep it.
    protected boolean isEmpty(String text) {
        return text.isBlank();
    }
}
