package dev.vitrine.mcp;

import dev.vitrine.tensor.Stop;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Requests that are being answered, so that their senders can cancel them; safe to use from any
/// thread.
final class InFlight {
    /// @param session what the id is unique in
    private record Key(String session, JsonNode id) {}

    private final Map<Key, Stop> all = new ConcurrentHashMap<>();

    /// A request on its way; closing says that it was answered.
    ///
    /// @param stop asks for its end
    record Entry(Stop stop, @Nullable Runnable onClose) implements AutoCloseable {
        @Override
        public void close() {
            if (onClose != null) {
                onClose.run();
            }
        }
    }

    /// Adds a request.
    ///
    /// @throws RpcError where its sender has another of this id under way
    Entry add(Message request, Optional<String> session) {
        JsonNode id = request.id();
        Stop stop = new Stop();
        if (id == null || session.isEmpty()) {
            return new Entry(stop, null);
        }
        Key key = new Key(session.get(), id);
        if (all.putIfAbsent(key, stop) != null) {
            throw new RpcError(
                    RpcError.INVALID_REQUEST,
                    "A request of this id is not answered yet; give each its own.");
        }
        return new Entry(stop, () -> all.remove(key, stop));
    }

    /// Asks for the end of a request; does nothing where it was answered already.
    void cancel(Optional<String> session, JsonNode id) {
        session.map(name -> all.get(new Key(name, id))).ifPresent(Stop::request);
    }

    /// Asks for the end of everything.
    void cancelAll() {
        all.values().forEach(Stop::request);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
