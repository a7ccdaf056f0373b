package dev.vitrine.window;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.kind.Faces;
import dev.vitrine.window.kind.Viewer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The outputs of a demo, one viewer each.
final class OutputView implements AutoCloseable {
    private record Shown(Port port, Viewer<Object> viewer, PortField field) {}

    private final List<Shown> all = new ArrayList<>();
    private Values values = Values.NONE;
    private Values given = Values.NONE;
    private boolean answered;
    private boolean tabbed;
    private int chosen;
    private boolean blank;

    OutputView(List<Port> ports, Desktop desktop) {
        for (Port port : ports) {
            Viewer<Object> viewer = viewer(port, desktop);
            all.add(new Shown(port, viewer, new PortField(port, viewer)));
        }
    }

    List<PortField> fields() {
        return all.stream().map(Shown::field).toList();
    }

    /// The field of an output.
    Optional<PortField> field(String port) {
        return all.stream()
                .filter(one -> one.port().name().equals(port))
                .map(Shown::field)
                .findFirst();
    }

    /// Shows values; a port without one shows that there is none.
    ///
    /// @param inputs what they came of
    void show(Values now, Values inputs) {
        for (Shown one : all) {
            @Nullable Object value = now.find(one.port().name()).orElse(null);
            if (value != values.find(one.port().name()).orElse(null)
                    || value != null && inputs != given) {
                one.viewer().show(value, inputs);
            }
        }
        values = now;
        given = inputs;
    }

    /// Whether the first viewer says something beside its label.
    boolean hasCaption() {
        return !all.isEmpty() && !all.getFirst().viewer().captionProperty().get().isEmpty();
    }

    /// Leaves the first label alone to be seen, or shows everything again.
    ///
    /// Until there was an answer the other outputs take no room either; from then on they keep
    /// theirs, so that nothing moves again.
    void blank(boolean now) {
        answered |= !now;
        blank = now;
        arrange();
    }

    /// Shows one output at a time, from now on this one.
    void choose(int index) {
        tabbed = true;
        chosen = index;
        arrange();
    }

    private void arrange() {
        for (int i = 0; i < all.size(); i++) {
            PortField field = all.get(i).field();
            boolean first = i == chosen;
            field.blank(blank);
            field.setVisible((!blank && !tabbed) || first);
            field.setManaged((answered && !tabbed) || first);
        }
    }

    /// The labels of the outputs.
    List<String> labels() {
        return all.stream().map(one -> one.port().label()).toList();
    }

    @Override
    public void close() {
        all.forEach(one -> one.field().close());
    }

    /// The model gives values of the kind's type only: the runner has checked them.
    @SuppressWarnings("unchecked")
    private static Viewer<Object> viewer(Port port, Desktop desktop) {
        return (Viewer<Object>) Faces.of(port).viewer(port, desktop);
    }
}
