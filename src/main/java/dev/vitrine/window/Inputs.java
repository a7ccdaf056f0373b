package dev.vitrine.window;

import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The inputs of a demo as they stand, with what they were before.
final class Inputs {
    private final ReadOnlyObjectWrapper<Values> values;
    private final ReadOnlyIntegerWrapper example = new ReadOnlyIntegerWrapper();
    private InputPast past;
    private final LongSupplier nanos;

    /// @param first the values to begin with
    /// @param nanos a clock that only goes forward
    Inputs(Signature signature, Values first, LongSupplier nanos) {
        this.values = new ReadOnlyObjectWrapper<>(first);
        this.past = new InputPast(signature);
        this.nanos = nanos;
    }

    Values get() {
        return values.get();
    }

    /// An input without a value is missing from them.
    ReadOnlyObjectProperty<Values> property() {
        return values.getReadOnlyProperty();
    }

    /// The number of the example that they are, from 1; 0 where they are none.
    ReadOnlyIntegerProperty exampleProperty() {
        return example.getReadOnlyProperty();
    }

    /// Goes on with the inputs of another signature; steps back end here, for they would bring
    /// values of the one before.
    void become(Signature signature, Values now) {
        past = new InputPast(signature);
        show(new InputPast.State(now, 0));
    }

    /// Gives one a value, or none.
    ///
    /// @param rewinding whether its editor has taken something back, or made it again
    /// @return whether it had another
    boolean put(String port, @Nullable Object value, boolean rewinding) {
        if (get().find(port).orElse(null) == value) {
            return false;
        }
        Map<String, Object> all = new LinkedHashMap<>(get().byName());
        if (value == null) {
            all.remove(port);
        } else {
            all.put(port, value);
        }
        InputPast.State before = state();
        InputPast.State after = new InputPast.State(new Values(all), 0);
        if (rewinding) {
            past.rewind(port, before, after, nanos.getAsLong());
        } else {
            past.change(port, before, after, nanos.getAsLong());
        }
        show(after);
        return true;
    }

    /// Takes the value that an editor stands at although nobody gave it one, as a slider always
    /// stands somewhere: nothing that anybody did, so nothing to undo.
    void adopt(String port, Object value) {
        values.set(get().with(port, value));
    }

    /// Gives all of them values at once.
    ///
    /// @param number of the example that they are, or 0
    void put(Values now, int number) {
        InputPast.State after = new InputPast.State(now, number);
        past.change(state(), after);
        show(after);
    }

    /// Takes the last step back.
    ///
    /// @return whether there was one
    boolean undo() {
        return show(past.undo(state()));
    }

    /// Makes the step again that was taken back last.
    ///
    /// @return whether there was one
    boolean redo() {
        return show(past.redo(state()));
    }

    private boolean show(Optional<InputPast.State> found) {
        found.ifPresent(this::show);
        return found.isPresent();
    }

    private void show(InputPast.State now) {
        example.set(0);
        values.set(now.inputs());
        example.set(now.example());
    }

    private InputPast.State state() {
        return new InputPast.State(values.get(), example.get());
    }
}
