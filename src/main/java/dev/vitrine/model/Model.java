package dev.vitrine.model;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.task.Task;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A function with a declared signature.
///
/// Only [dev.vitrine.run.Runner] calls [#predict]; it may do so from several threads at once.
public interface Model extends AutoCloseable {
    /// What the endpoint and the command line call it: ASCII letters in lower case, digits, `.`,
    /// `_` and `-`.
    String id();

    /// What it declares.
    Signature signature();

    /// Makes the first run ready, such as by reading weights; blocks. A second call does nothing.
    ///
    /// @param context hears what takes long, and may ask to end it
    /// @throws dev.vitrine.signature.ProblemException where the model cannot be run
    /// @throws dev.vitrine.tensor.StoppedException where it was stopped
    default void load(RunContext context) {}

    /// The same where nobody listens.
    default void load() {
        load(RunContext.silent(new Stop()));
    }

    /// Runs once, on the calling thread.
    ///
    /// @param inputs values that fit the signature
    /// @param context how to speak while it runs
    /// @return a value for each declared output
    /// @throws dev.vitrine.signature.ProblemException where the run fails
    /// @throws dev.vitrine.tensor.StoppedException where it was stopped
    Values predict(Values inputs, RunContext context);

    /// The network behind it, for protocols that speak tensors; nothing for functions and
    /// pipelines.
    default Optional<Network> network() {
        return Optional.empty();
    }

    /// The same with a port for each tensor of its network, sharing that network, for test tensors
    /// and protocols that speak tensors; nothing for functions and pipelines.
    default Optional<Model> asTensors() {
        Map<String, Model> all = networks();
        return all.size() == 1 ? all.values().stream().findFirst() : Optional.empty();
    }

    /// Each of its networks as a model with a port for each tensor, sharing what is open, by its
    /// name in [Signature#models()]; empty for functions. The only one has this model's id, several
    /// have their name behind it, as in `reader.det`.
    default Map<String, Model> networks() {
        return Map.of();
    }

    /// How several runs can share one call of the network; nothing where they cannot.
    default Optional<Batching> batching() {
        return Optional.empty();
    }

    /// The same as [#asTensors()], with the test tensors that stand beside it as examples; several
    /// where they are made ready in several ways, none where there are none. Looks into the model's
    /// folder; blocks.
    default List<Model> tests() {
        return List.of();
    }

    /// What its networks declare, by their names in [Signature#models()], told without native code;
    /// empty for functions.
    default Map<String, Task.Declared> declared() {
        return Map.of();
    }

    /// The inputs of an example as they would arrive, files of the model's folder read; blocks.
    ///
    /// @throws dev.vitrine.signature.ProblemException where a file is missing or lies outside the
    ///   folder
    default Map<String, Raw> read(Example example) {
        Map<String, Raw> raws = new LinkedHashMap<>();
        example.inputs().forEach((port, value) -> raws.put(port, new Raw.Json(Json.of(value))));
        return raws;
    }

    /// What an example expects of outputs, the part of each one's JSON that is known, files of the
    /// model's folder read; blocks.
    ///
    /// @throws dev.vitrine.signature.ProblemException where a file is missing or lies outside the
    ///   folder
    default Map<String, JsonNode> expected(Example example) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        example.expect().forEach((port, value) -> nodes.put(port, Json.of(value)));
        return nodes;
    }

    /// What is worth knowing beside the signature.
    default About about() {
        return About.NOTHING;
    }

    /// Gives back what [#load] took; the next run loads again.
    @Override
    void close();
}
