package dev.vitrine.model;

import dev.vitrine.model.format.Folder;
import dev.vitrine.model.format.SignatureDraft;
import dev.vitrine.onnx.Guess;
import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.Task;
import dev.vitrine.task.Tasks;
import dev.vitrine.task.Tokenizer;
import dev.vitrine.task.Tokenizers;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Puts a model together: signature, networks and task, held against one another.
///
/// @param id what the endpoint will call it
/// @param residents what makes networks of files, later
/// @param known what files declare that were read already
record Reading(String id, Residents residents, Map<Path, OnnxFile> known) {
    Reading(String id, Residents residents) {
        this(id, residents, Map.of());
    }

    /// The same where what a file declares is known.
    Reading with(Path file, OnnxFile declared) {
        return new Reading(id, residents, Map.of(file, declared));
    }

    /// A model with a signature that somebody wrote.
    ///
    /// @param draft what was written
    /// @param files where the files it names are
    /// @param only the network where the signature names none
    /// @param title what the model is called where the signature does not say
    /// @param origin the folder or file it is read from
    /// @param card the model card
    Model declared(
            SignatureDraft draft,
            Folder files,
            Supplier<Path> only,
            String title,
            Path origin,
            String card) {
        Signature written = draft.signature();
        Map<String, Path> paths = new LinkedHashMap<>();
        Map<String, String> models = new LinkedHashMap<>(written.models());
        models.forEach((name, file) -> paths.put(name, draft.find(file, "models", name)));
        if (models.isEmpty()) {
            Path file = only.get();
            paths.put(Signature.MAIN, file);
            models.put(Signature.MAIN, String.valueOf(file.getFileName()));
        }
        Networks networks = Networks.read(paths, known);
        Signature complete =
                networks.complete(
                        new Signature(
                                written.title().isEmpty() ? title : written.title(),
                                written.summary(),
                                written.task(),
                                models,
                                written.inputs(),
                                written.outputs(),
                                written.examples(),
                                written.live(),
                                written.licence(),
                                written.because(),
                                written.outputLayout()));
        draft.check(complete);
        Task task = Tasks.of(complete.task());
        List<Problem> problems = task.check(complete, networks.declared());
        if (!problems.isEmpty()) {
            throw draft.refusal(problems);
        }
        return model(
                complete,
                task,
                networks,
                wanted(
                        complete,
                        networks,
                        (port, file) ->
                                draft.find(file, "inputs", port.name(), "tensor", "tokenizer")),
                origin,
                files,
                card);
    }

    /// The files of the tokenizers that the ports want.
    private static Map<Tokenizer.Wanted, Path> wanted(
            Signature signature, Networks networks, BiFunction<Port, String, Path> find) {
        Map<Tokenizer.Wanted, Path> paths = new LinkedHashMap<>();
        Tokenizers.wanted(signature, networks.declared())
                .forEach((wanted, port) -> paths.put(wanted, find.apply(port, wanted.file())));
        return paths;
    }

    /// A model of which only the network is known.
    Model guessed(Path file, String title, Path origin, Folder files, String card) {
        Networks networks = Networks.read(Map.of(Signature.MAIN, file), known);
        OnnxFile onnx = networks.byName().values().iterator().next();
        Signature signature = networks.complete(placed(Guess.of(onnx, title, file), files, file));
        Task task = Tasks.of(signature.task());
        List<Problem> problems = task.check(signature, networks.declared());
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    ProblemException.Fault.MODEL,
                    problems.stream()
                            .map(p ->
                                    new Problem(
                                            p.type(),
                                            p.port(),
                                            p.path(),
                                            file + ": " + p.message(),
                                            p.input(),
                                            p.context()))
                            .toList(),
                    null);
        }
        return model(
                signature,
                task,
                networks,
                wanted(signature, networks, (port, name) -> files.find(name)),
                origin,
                files,
                card);
    }

    /// The guess with the network's place in the folder, so that it reads back once it is saved.
    private static Signature placed(Signature guess, Folder files, Path file) {
        Path root = files.root();
        if (!file.startsWith(root) || root.toString().isEmpty()) {
            return guess;
        }
        String place = root.relativize(file).toString().replace('\\', '/');
        return new Signature(
                guess.title(),
                guess.summary(),
                guess.task(),
                Map.of(Signature.MAIN, place),
                guess.inputs(),
                guess.outputs(),
                guess.examples(),
                guess.live(),
                guess.licence(),
                guess.because(),
                guess.outputLayout());
    }

    private Model model(
            Signature signature,
            Task task,
            Networks networks,
            Map<Tokenizer.Wanted, Path> tokenizers,
            Path origin,
            Folder files,
            String card) {
        return new NetworkModel(
                id,
                signature,
                task,
                networks.declared(),
                networks.paths(),
                tokenizers,
                new About(Optional.of(origin), networks.bytes(), card),
                files,
                residents,
                networks.asTensors(signature.title()));
    }
}
