package dev.vitrine.model;

import dev.vitrine.kind.Raw;
import dev.vitrine.model.format.Folder;
import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.onnx.TestTensors;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.LoopTask;
import dev.vitrine.task.RunContext;
import dev.vitrine.task.SimpleTask;
import dev.vitrine.task.Task;
import dev.vitrine.task.Tasks;
import dev.vitrine.task.Tokenizer;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Networks from files, with the task that turns values into their tensors and back.
///
/// The networks are opened by the first run or by [#load], and once for all threads. After [#close]
/// the runs in flight end as they would have; the next run opens the networks again.
final class NetworkModel implements Model {
    private final String id;
    private final Signature signature;
    private final Task task;
    private final Map<String, Task.Declared> declared;
    private final About about;
    private final Folder folder;
    private final OpenNetworks networks;

    /// The network that a simple task runs.
    private final String main;

    private final Map<String, Signature> tensors;
    private final Optional<SimpleTask.Steps> steps;
    private final Optional<Batching> batching;

    /// @param id what the endpoint calls it
    /// @param signature complete, and held against what the networks declare
    /// @param task the signature's task
    /// @param declared what each network declares, by the names of the signature
    /// @param files the networks' files, by the same names
    /// @param tokenizers the files of the tokenizers that its ports want
    /// @param about what is worth knowing beside the signature
    /// @param folder where the files of its examples are
    /// @param residents what makes networks of files, and says how long they stay open
    /// @param tensors each of its networks as its tensors, by the same names
    NetworkModel(
            String id,
            Signature signature,
            Task task,
            Map<String, Task.Declared> declared,
            Map<String, Path> files,
            Map<Tokenizer.Wanted, Path> tokenizers,
            About about,
            Folder folder,
            Residents residents,
            Map<String, Signature> tensors) {
        this(
                id,
                signature,
                task,
                Collections.unmodifiableMap(new LinkedHashMap<>(declared)),
                about,
                folder,
                new OpenNetworks(files, tokenizers, about, residents),
                files.keySet().iterator().next(),
                tensors);
    }

    private NetworkModel(
            String id,
            Signature signature,
            Task task,
            Map<String, Task.Declared> declared,
            About about,
            Folder folder,
            OpenNetworks networks,
            String main,
            Map<String, Signature> tensors) {
        this.id = id;
        this.signature = signature;
        this.task = task;
        this.declared = declared;
        this.about = about;
        this.folder = folder;
        this.networks = networks;
        this.main = main;
        this.tensors = tensors;
        this.steps =
                task instanceof SimpleTask simple
                        ? Optional.of(simple.bind(signature, main()))
                        : Optional.empty();
        // The view with a port for each tensor is made anew for each call, too often to measure.
        this.batching =
                tensors.containsValue(signature)
                        ? Optional.empty()
                        : steps.flatMap(s -> SimpleSteps.of(s, signature, declared, networks));
    }

    /// This model over the networks of another, so that a change of the signature opens nothing
    /// again; this one itself where the other has other files.
    NetworkModel over(NetworkModel other) {
        return networks.hasFilesOf(other.networks)
                ? new NetworkModel(
                        id, signature, task, declared, about, folder, other.networks, main, tensors)
                : this;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public Map<String, Task.Declared> declared() {
        return declared;
    }

    @Override
    public About about() {
        return about;
    }

    @Override
    public void load(RunContext context) {
        networks.use(context, open -> open);
    }

    @Override
    public Values predict(Values inputs, RunContext context) {
        return networks.use(
                context,
                open ->
                        switch (task) {
                            case SimpleTask _ ->
                                    once(steps.orElseThrow(), open, inputs, context.stop());
                            case LoopTask loop ->
                                    loop.run(signature, open.networks(), open, inputs, context);
                        });
    }

    private Values once(SimpleTask.Steps steps, OpenNetworks.Open open, Values inputs, Stop stop) {
        Map<String, Tensor> given = steps.before(inputs, open);
        stop.check();
        Map<String, Tensor> all = new HashMap<>(given);
        all.putAll(open.network(main).run(given, stop));
        stop.check();
        return steps.after(inputs, all, stop);
    }

    private Task.Declared main() {
        return declared.values().iterator().next();
    }

    @Override
    public Optional<Network> network() {
        return declared.size() == 1 ? Optional.of(new Only()) : Optional.empty();
    }

    @Override
    public Map<String, Model> networks() {
        Map<String, Model> all = new LinkedHashMap<>();
        tensors.forEach((name, ports) ->
                all.put(
                        name,
                        new NetworkModel(
                                tensors.size() == 1 ? id : id + "." + name,
                                ports,
                                Tasks.of(ports.task()),
                                Map.of(Signature.MAIN, only(name)),
                                about,
                                folder,
                                networks,
                                name,
                                Map.of(name, ports))));
        return all;
    }

    private Task.Declared only(String name) {
        return Objects.requireNonNull(declared.get(name));
    }

    @Override
    public Optional<Batching> batching() {
        return batching;
    }

    @Override
    public List<Model> tests() {
        Path file = networks.main();
        return tensors.size() != 1
                ? List.of()
                : TestTensors.beside(OnnxFile.read(file), file, tensors.values().iterator().next())
                        .stream()
                        .<Model>map(this::tested)
                        .toList();
    }

    private NetworkModel tested(Signature tests) {
        Path parent = networks.main().getParent();
        return new NetworkModel(
                id,
                tests,
                Tasks.of(tests.task()),
                declared,
                about,
                new Folder(parent == null ? Path.of("") : parent),
                networks,
                main,
                Map.of(main, tests));
    }

    @Override
    public Map<String, Raw> read(Example example) {
        return ExampleFiles.read(signature, folder, example);
    }

    @Override
    public Map<String, JsonNode> expected(Example example) {
        return ExampleFiles.expected(signature, folder, example);
    }

    @Override
    public void close() {
        networks.close();
    }

    @Override
    public String toString() {
        return id;
    }

    /// The only network, opened when it first runs; closing it is the model's matter.
    private final class Only implements Network {
        @Override
        public List<TensorInfo> inputs() {
            return main().inputs();
        }

        @Override
        public List<TensorInfo> outputs() {
            return main().outputs();
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs, Stop stop) {
            return networks.use(
                    RunContext.silent(stop), open -> open.network(main).run(inputs, stop));
        }

        @Override
        public void close() {}
    }
}
