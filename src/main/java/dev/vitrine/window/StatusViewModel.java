package dev.vitrine.window;

import dev.vitrine.run.Memory;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.kind.NumberText;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// The line at the foot of the window: where the endpoint answers, how often it was called, and
/// what the program takes of the machine.
final class StatusViewModel {
    /// How the endpoint is.
    ///
    /// @param address where it answers; nothing while it does not
    /// @param failure why it never will; empty while it may
    record Endpoint(Optional<URI> address, String failure) {
        static final Endpoint STARTING = new Endpoint(Optional.empty(), "");
    }

    private final EndpointLink link;
    private final Background background;
    private final ReadOnlyObjectWrapper<Endpoint> endpoint =
            new ReadOnlyObjectWrapper<>(Endpoint.STARTING);
    private final ReadOnlyStringWrapper calls = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");

    StatusViewModel(EndpointLink link, Background background) {
        this.link = link;
        this.background = background;
    }

    ReadOnlyObjectProperty<Endpoint> endpointProperty() {
        return endpoint.getReadOnlyProperty();
    }

    ReadOnlyStringProperty callsProperty() {
        return calls.getReadOnlyProperty();
    }

    ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /// Starts the endpoint in the background.
    void start() {
        background.work(
                link::start,
                uri -> endpoint.set(new Endpoint(Optional.of(uri), "")),
                why -> endpoint.set(new Endpoint(Optional.empty(), sentence(why))));
    }

    /// Looks at the counters again.
    void refresh() {
        background.work(
                () -> new String[] {calls(link.calls()), megabytes(Memory.resident())},
                words -> {
                    calls.set(words[0]);
                    memory.set(words[1]);
                },
                why -> {});
    }

    private static String sentence(ProblemException why) {
        return why.problems().getFirst().message();
    }

    private static String calls(long count) {
        return NumberText.counted(count, "call");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%d MB", bytes / 1_000_000);
    }
}
