package dev.vitrine.signature;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One declared input or output: a name, the kind of thing it holds, and every bound on it.
///
/// @param name unique among the inputs or among the outputs of a signature
/// @param kind the id of a kind, such as `image`
/// @param label the name a person reads
/// @param help one sentence under the field; may be empty
/// @param required whether a run needs a value; outputs are always required
/// @param standard the value in JSON's plain Java form (`String`, `Boolean`, `Double`, `Long`,
///   `List`, `Map`) that stands where none is given; null where there is none (`default` in the
///   file)
/// @param limits the bounds that every face checks and shows
/// @param group the heading it stands under; may be empty
/// @param advanced whether it is folded away at first
/// @param options what only its kind understands, such as `top` of a label or `sources` of an
///   image, in plain Java form
/// @param tensor the tensor behind it; null where a port has none of its own, as a setting of a
///   task or a function
/// @param because why it is what it is, where it was guessed; empty where somebody declared it
public record Port(
        String name,
        String kind,
        String label,
        String help,
        boolean required,
        @Nullable Object standard,
        Limits limits,
        String group,
        boolean advanced,
        Map<String, Object> options,
        @Nullable Binding tensor,
        String because) {

    public Port {
        options = Values.ordered(options);
    }

    /// A required port without bounds; the `with` methods add what else it has.
    public static Port of(String name, String kind) {
        return new Port(
                name,
                kind,
                labelOf(name),
                "",
                true,
                null,
                Limits.NONE,
                "",
                false,
                Map.of(),
                null,
                "");
    }

    /// The option of this name where it is there and of this type.
    public <T> Optional<T> option(String key, Class<T> type) {
        return Optional.ofNullable(options.get(key)).filter(type::isInstance).map(type::cast);
    }

    public Port withLabel(String text) {
        return new Port(
                name, kind, text, help, required, standard, limits, group, advanced, options,
                tensor, because);
    }

    public Port withHelp(String text) {
        return new Port(
                name, kind, label, text, required, standard, limits, group, advanced, options,
                tensor, because);
    }

    /// The same port, with a value that stands where none is given; it is then no longer required.
    public Port withDefault(@Nullable Object value) {
        return new Port(
                name, kind, label, help, false, value, limits, group, advanced, options, tensor,
                because);
    }

    public Port withLimits(Limits bounds) {
        return new Port(
                name, kind, label, help, required, standard, bounds, group, advanced, options,
                tensor, because);
    }

    public Port withOptions(Map<String, Object> all) {
        return new Port(
                name, kind, label, help, required, standard, limits, group, advanced, all, tensor,
                because);
    }

    public Port withTensor(Binding binding) {
        return new Port(
                name, kind, label, help, required, standard, limits, group, advanced, options,
                binding, because);
    }

    /// The same port under a heading.
    public Port withGroup(String heading) {
        return new Port(
                name, kind, label, help, required, standard, limits, heading, advanced, options,
                tensor, because);
    }

    /// The same port, folded away at first or not.
    public Port withAdvanced(boolean folded) {
        return new Port(
                name, kind, label, help, required, standard, limits, group, folded, options, tensor,
                because);
    }

    public Port withBecause(String reason) {
        return new Port(
                name, kind, label, help, required, standard, limits, group, advanced, options,
                tensor, reason);
    }

    /// The label of a port that declares none: its name, as a person would write it.
    public static String labelOf(String name) {
        String words = name.replaceAll("[_\\-.:/\\s]+", " ").strip();
        return words.isEmpty()
                ? name
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
