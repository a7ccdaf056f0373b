package dev.vitrine.window;

import dev.vitrine.signature.ProblemException;

import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Sharing in the room: whether the door is open, at which address, and who is there.
final class ShareViewModel {
    /// How it is.
    sealed interface State {
        /// Nobody but this machine is let in.
        ///
        /// @param addresses where the door could be opened; null until they are known
        /// @param failure why it could not be opened; empty where nobody tried
        record Shut(@Nullable List<String> addresses, String failure) implements State {}

        /// The door is about to be open, or shut.
        record Moving() implements State {}

        /// Whoever has the link is let in.
        ///
        /// @param code what holds the link
        record Open(RoomLink.Door door, QrCode code) implements State {}
    }

    private final RoomLink room;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Shut(null, ""));
    private final ReadOnlyListWrapper<String> guests =
            new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

    ShareViewModel(RoomLink room, Background background) {
        this.room = room;
        this.background = background;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Who is there; empty while the door is shut.
    ReadOnlyListProperty<String> guestsProperty() {
        return guests.getReadOnlyProperty();
    }

    /// Looks where the door could be opened, while it is shut.
    void look() {
        if (state.get() instanceof State.Shut) {
            background.work(room::addresses, this::found, this::failed);
        }
    }

    private void found(List<String> addresses) {
        if (state.get() instanceof State.Shut(_, String failure)) {
            state.set(new State.Shut(List.copyOf(addresses), failure));
        }
    }

    /// Opens the door, where it is shut.
    void open(String address) {
        if (state.get() instanceof State.Shut) {
            state.set(new State.Moving());
            background.work(
                    () -> {
                        RoomLink.Door door = room.open(address);
                        return new State.Open(door, QrCode.of(door.link().toString()));
                    },
                    state::set,
                    this::failed);
        }
    }

    /// Shuts the door, where it is open.
    void shut() {
        if (state.get() instanceof State.Open(RoomLink.Door door, _)) {
            state.set(new State.Moving());
            guests.clear();
            background.work(
                    () -> {
                        door.close();
                        return true;
                    },
                    done -> {
                        state.set(new State.Shut(null, ""));
                        look();
                    },
                    this::failed);
        }
    }

    /// Looks again who is there.
    void refresh() {
        if (state.get() instanceof State.Open(RoomLink.Door door, _)) {
            background.work(
                    door::guests,
                    names -> {
                        boolean isSame = guests.get().equals(names);
                        if (!isSame && state.get() instanceof State.Open) {
                            guests.setAll(names);
                        }
                    },
                    why -> {});
        }
    }

    private void failed(ProblemException why) {
        state.set(new State.Shut(null, why.problems().getFirst().message()));
        background.work(room::addresses, this::found, again -> {});
    }
}
