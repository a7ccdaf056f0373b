package dev.vitrine.model;

import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;
import dev.vitrine.task.Task;
import dev.vitrine.tensor.Network;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model under another id, because its own was taken.
///
/// @param id the id it got
/// @param model the model
record Renamed(String id, Model model) implements Model {
    @Override
    public Signature signature() {
        return model.signature();
    }

    @Override
    public void load(RunContext context) {
        model.load(context);
    }

    @Override
    public Values predict(Values inputs, RunContext context) {
        return model.predict(inputs, context);
    }

    @Override
    public Optional<Network> network() {
        return model.network();
    }

    @Override
    public Optional<Batching> batching() {
        return model.batching();
    }

    @Override
    public Map<String, Model> networks() {
        Map<String, Model> all = new LinkedHashMap<>();
        model.networks()
                .forEach((name, network) ->
                        all.put(
                                name,
                                new Renamed(
                                        id + network.id().substring(model.id().length()),
                                        network)));
        return all;
    }

    @Override
    public List<Model> tests() {
        return model.tests().stream().<Model>map(tests -> new Renamed(id, tests)).toList();
    }

    @Override
    public Map<String, Task.Declared> declared() {
        return model.declared();
    }

    @Override
    public Map<String, Raw> read(Example example) {
        return model.read(example);
    }

    @Override
    public Map<String, JsonNode> expected(Example example) {
        return model.expected(example);
    }

    @Override
    public About about() {
        return model.about();
    }

    @Override
    public void close() {
        model.close();
    }
}
