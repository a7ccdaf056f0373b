package dev.vitrine;

import dev.vitrine.http.Room;
import dev.vitrine.http.Sharing;
import dev.vitrine.window.RoomLink;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The endpoint's second door as the window sees it.
///
/// @param endpoint whose door it is
record LocalRoom(LocalEndpoint endpoint) implements RoomLink {
    @Override
    public List<String> addresses() {
        return Room.addresses();
    }

    @Override
    public Door open(String address) {
        return new OpenDoor(endpoint.open(address, Optional.empty()));
    }

    /// @param sharing the door
    private record OpenDoor(Sharing sharing) implements Door {
        @Override
        public URI address() {
            return sharing.address();
        }

        @Override
        public URI link() {
            return sharing.link();
        }

        @Override
        public List<String> guests() {
            return sharing.guests();
        }

        @Override
        public void close() {
            sharing.close();
        }
    }
}
