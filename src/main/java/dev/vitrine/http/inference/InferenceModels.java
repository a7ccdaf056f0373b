package dev.vitrine.http.inference;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The networks of a catalogue by the names that the Open Inference Protocol has for them: the
/// model's id where it has one network, and `reader.det` for each of several.
///
/// Safe to use from any thread.
final class InferenceModels {
    private final Catalog catalog;

    /// The models of networks that were found before: to look for one lists folders.
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    /// @param catalog the models
    InferenceModels(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Every name, in the order of the catalogue.
    List<String> names() {
        return catalog.models().stream()
                .flatMap(model -> model.networks().values().stream())
                .map(Model::id)
                .distinct()
                .toList();
    }

    /// The network of this name, as a model with a port for each tensor.
    ///
    /// @throws ProblemException where there is none ([Fault#ABSENT])
    Model find(String name) {
        String owner = owners.get(name);
        if (owner != null) {
            return part(owner, name).orElseThrow(() -> absent(name));
        }
        try {
            return only(catalog.model(name));
        } catch (ProblemException e) {
            if (e.fault() != Fault.ABSENT) {
                throw e;
            }
            return part(name).orElseThrow(() -> e);
        }
    }

    private static Model only(Model model) {
        Map<String, Model> networks = model.networks();
        if (networks.size() == 1) {
            return networks.values().iterator().next();
        }
        throw new ProblemException(
                Fault.ABSENT,
                Problem.of(
                        "network",
                        networks.isEmpty()
                                ? "'%s' is a function and has no tensors; call it at /models/%s/predict."
                                        .formatted(model.id(), model.id())
                                : "'%s' is made of several networks; call %s, or the whole at /models/%s/predict."
                                        .formatted(
                                                model.id(),
                                                listed(networks.values()),
                                                model.id())));
    }

    private static String listed(Collection<Model> networks) {
        return networks.stream().map(Model::id).collect(Collectors.joining(" or "));
    }

    /// One of several networks of a model, whose name begins with the model's id.
    private Optional<Model> part(String name) {
        for (Catalog.Entry entry : catalog.entries()) {
            if (name.startsWith(entry.id() + ".")) {
                Optional<Model> network = part(entry.id(), name);
                if (network.isPresent()) {
                    owners.put(name, entry.id());
                    return network;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Model> part(String owner, String name) {
        return catalog.model(owner).networks().values().stream()
                .filter(network -> network.id().equals(name))
                .findFirst();
    }

    private static ProblemException absent(String name) {
        return new ProblemException(
                Fault.ABSENT,
                Problem.of("network", "There is no network '%s' any more.".formatted(name)));
    }
}
