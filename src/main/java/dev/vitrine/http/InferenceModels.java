package dev.vitrine.http;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The networks of a catalogue by the names that the Open Inference Protocol has for them: the
/// model's id where it has one network, and `reader.det` for each of several.
///
/// @param catalog the models
record InferenceModels(Catalog catalog) {
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
        boolean isModel = catalog.entries().stream().anyMatch(e -> e.id().equals(name));
        return isModel
                ? only(catalog.model(name))
                : part(name).orElseGet(() -> only(catalog.model(name)));
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
        return catalog.entries().stream()
                .filter(entry -> name.startsWith(entry.id() + "."))
                .flatMap(entry -> catalog.model(entry.id()).networks().values().stream())
                .filter(network -> network.id().equals(name))
                .findFirst();
    }
}
