package dev.vitrine.describe;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Task;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.TensorInfo;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A model as Vitrine understood it, as JSON: what `describe --json` prints and `GET /models/{id}`
/// answers.
public final class Description {
    private Description() {}

    /// Everything a signature says, with the tensors that its networks declare.
    public static ObjectNode json(Model model) {
        return json(model.id(), model.signature(), model.declared());
    }

    /// Everything a signature says.
    ///
    /// @param id what the endpoint calls the model
    /// @param networks what each network declares, by its name in [Signature#models()]; a tensor
    ///   that is not among them is told by name alone
    public static ObjectNode json(
            String id, Signature signature, Map<String, Task.Declared> networks) {
        ObjectNode all = brief(id, signature);
        all.put("licence", signature.licence());
        all.put("because", signature.because());
        all.put("live", signature.live());
        all.put("outputLayout", signature.outputLayout().word());
        ports(all.putArray("inputs"), signature.inputs(), networks);
        ports(all.putArray("outputs"), signature.outputs(), networks);
        ArrayNode examples = all.putArray("examples");
        signature.examples().stream().map(Example::name).forEach(examples::add);
        return all;
    }

    /// What a list of models says of one: `id`, `title`, `summary` and `task`.
    public static ObjectNode brief(Model model) {
        return brief(model.id(), model.signature());
    }

    private static ObjectNode brief(String id, Signature signature) {
        return Json.object()
                .put("id", id)
                .put("title", signature.title())
                .put("summary", signature.summary())
                .put("task", signature.task());
    }

    private static void ports(ArrayNode to, List<Port> ports, Map<String, Task.Declared> networks) {
        ports.forEach(port -> to.add(port(port, networks)));
    }

    private static ObjectNode port(Port port, Map<String, Task.Declared> networks) {
        ObjectNode all =
                Json.object()
                        .put("name", port.name())
                        .put("kind", port.kind())
                        .put("label", port.label())
                        .put("help", port.help())
                        .put("required", port.required());
        if (port.standard() != null) {
            all.set("default", Json.of(port.standard()));
        }
        limits(all, port.limits());
        if (MediaPorts.isMedia(port)) {
            all.set("accepts", Json.of(Kinds.of(port).accepts()));
        }
        if (!port.group().isEmpty()) {
            all.put("group", port.group());
        }
        if (port.advanced()) {
            all.put("advanced", true);
        }
        // A kind's own words never take the place of a word that every port has.
        port.options().forEach((word, value) -> all.putIfAbsent(word, Json.of(value)));
        if (port.tensor() != null) {
            all.set("tensor", tensor(port.tensor(), networks.get(port.tensor().network())));
        }
        return all.put("because", port.because());
    }

    private static void limits(ObjectNode to, Limits limits) {
        limits.min().ifPresent(n -> to.put("min", n));
        limits.max().ifPresent(n -> to.put("max", n));
        limits.step().ifPresent(n -> to.put("step", n));
        limits.minLength().ifPresent(n -> to.put("minLength", n));
        limits.maxLength().ifPresent(n -> to.put("maxLength", n));
        if (limits.pattern() != null) {
            to.put("pattern", limits.pattern());
        }
        limits.maxPixels().ifPresent(n -> to.put("maxPixels", n));
        limits.maxSeconds().ifPresent(n -> to.put("maxSeconds", n));
        if (!limits.choices().isEmpty()) {
            to.set("choices", Json.of(limits.choices()));
        }
    }

    private static ObjectNode tensor(Binding binding, Task.@Nullable Declared network) {
        ObjectNode all = Json.object();
        all.set("name", Json.of(binding.parts().isEmpty() ? binding.name() : binding.parts()));
        if (!binding.network().equals(Signature.MAIN)) {
            all.put("network", binding.network());
        }
        find(binding.name(), network)
                .ifPresent(info -> {
                    all.put("type", info.type().text());
                    ArrayNode shape = all.putArray("shape");
                    info.shape().dimensions().forEach(d -> dimension(shape, d));
                });
        binding.processing().forEach((word, value) -> all.putIfAbsent(word, Json.of(value)));
        return all;
    }

    private static Optional<TensorInfo> find(String name, Task.@Nullable Declared network) {
        return network == null
                ? Optional.empty()
                : Stream.concat(network.inputs().stream(), network.outputs().stream())
                        .filter(info -> info.name().equals(name))
                        .findFirst();
    }

    private static void dimension(ArrayNode shape, Dimension dimension) {
        if (dimension.isFree()) {
            shape.add(dimension.name());
        } else {
            shape.add(dimension.size());
        }
    }
}
