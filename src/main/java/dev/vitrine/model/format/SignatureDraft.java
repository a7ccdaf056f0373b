package dev.vitrine.model.format;

import dev.vitrine.kind.Kinds;
import dev.vitrine.model.format.Located.Entry;
import dev.vitrine.model.format.Located.Group;
import dev.vitrine.model.format.Located.Row;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.OutputLayout;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A signature as a file declares it, with the lines of its words.
///
/// Reading goes in two steps because the second needs what the networks declare: [#read] holds the
/// file against the form; [#check] holds defaults, examples and file names against the signature
/// once its networks have completed it.
public final class SignatureDraft {
    private static final int MOST_FINDINGS = 20;
    private static final long MOST_BYTES = 4L << 20;

    private final Located root;
    private final Function<List<Finding>, ProblemException> refusal;
    private final Folder folder;
    private final Map<List<String>, String> reasons;
    private final Signature signature;

    private SignatureDraft(
            Located root,
            Folder folder,
            Map<List<String>, String> reasons,
            Function<List<Finding>, ProblemException> refusal) {
        this.root = root;
        this.refusal = refusal;
        this.folder = folder;
        this.reasons = reasons;
        List<Finding> findings = new ArrayList<>();
        this.signature = build(findings);
        refuse(findings);
    }

    /// Reads a file's bytes.
    ///
    /// @param bytes YAML or JSON in UTF-8
    /// @param file what sentences call the file
    /// @param folder where the files it names are
    /// @throws ProblemException with each line that is wrong
    public static SignatureDraft read(byte[] bytes, String file, Folder folder) {
        return read(Folder.text(bytes, file), file, folder);
    }

    /// Reads a file.
    ///
    /// @throws ProblemException with each line that is wrong
    public static SignatureDraft read(Path file, Folder folder) {
        String title = file.toString();
        return read(Folder.bytes(file, title, MOST_BYTES), title, folder);
    }

    /// Reads text.
    ///
    /// @param text YAML or JSON
    /// @param file what sentences call it
    /// @param folder where the files it names are
    /// @throws ProblemException with each line that is wrong
    public static SignatureDraft read(String text, String file, Folder folder) {
        try {
            Located root = YamlTree.read(text);
            List<Finding> findings = SpecCheck.check(root, SignatureFormat.SPEC, "the file");
            if (!findings.isEmpty()) {
                throw refusal(file, findings);
            }
            return new SignatureDraft(root, folder, Map.of(), wrong -> refusal(file, wrong));
        } catch (YamlTree.Unreadable e) {
            throw refusal(file, List.of(e.finding()));
        }
    }

    /// Takes words that are still being written.
    ///
    /// @param folder where the files they name are
    /// @throws ProblemException with what is wrong at which place, as [Problem#path()]; the same is
    ///   thrown by what is found out later
    public static SignatureDraft of(Draft draft, Folder folder) {
        DraftTree tree = new DraftTree(draft);
        List<Finding> findings =
                SpecCheck.check(tree.root(), SignatureFormat.SPEC, "the signature");
        if (!findings.isEmpty()) {
            throw tree.refusal(findings);
        }
        return new SignatureDraft(tree.root(), folder, draft.reasons(), tree::refusal);
    }

    /// What the file holds, to be changed.
    public Draft draft() {
        return Draft.of(root);
    }

    /// Everything wrong with a signature that no file holds: it is held against the same rules, as
    /// the file it would be.
    public static List<String> problems(Signature signature) {
        try {
            Located root = PlainTree.of(SignatureWriter.words(signature));
            List<Finding> findings = SpecCheck.check(root, SignatureFormat.SPEC, "the demo");
            return (findings.isEmpty()
                            ? new SignatureCheck(root, new Folder(Path.of("")), signature)
                                    .findings()
                            : findings)
                    .stream().map(Finding::message).toList();
        } catch (YamlTree.Unreadable e) {
            return List.of(e.finding().message());
        }
    }

    /// The file that an example's value names: for kinds that are media, text is the name of a file
    /// in the model's folder, unless it is a data URI.
    public static Optional<String> fileOf(Port port, Object value) {
        return !Kinds.of(port).accepts().isEmpty()
                        && value instanceof String name
                        && !name.startsWith("data:")
                ? Optional.of(name)
                : Optional.empty();
    }

    /// What the file declares; without `models` where it names none.
    public Signature signature() {
        return signature;
    }

    /// Holds defaults, examples and file names against the completed signature.
    ///
    /// @param complete this signature with what its networks add
    /// @throws ProblemException with each line that is wrong
    public void check(Signature complete) {
        refuse(new SignatureCheck(root, folder, complete).findings());
    }

    /// A file that the signature names, such as a network.
    ///
    /// @param name its name in the folder
    /// @param words the words under which the name stands
    /// @throws ProblemException with the line where it is not inside the folder
    public Path find(String name, Object... words) {
        try {
            return folder.find(name);
        } catch (ProblemException e) {
            throw refusal.apply(
                    List.of(new Finding(root.lineOf(words), String.valueOf(e.getMessage()))));
        }
    }

    /// Problems of the signature's ports, with the file and the line of each port.
    public ProblemException refusal(List<Problem> problems) {
        return refusal.apply(
                problems.stream().map(p -> new Finding(line(p), p.message())).toList());
    }

    private int line(Problem problem) {
        if (problem.port().isEmpty()) {
            return root.lineOf(problem.type());
        }
        Object side =
                problem.context()
                        .getOrDefault(
                                Problem.SIDE,
                                signature.input(problem.port()).isPresent() ? "inputs" : "outputs");
        List<Object> words = new ArrayList<>(List.of(side, problem.port(), problem.type()));
        words.addAll(problem.path());
        return root.lineOf(words.toArray());
    }

    private Signature build(List<Finding> findings) {
        Words words = Words.of(root);
        Map<String, String> models = new LinkedHashMap<>();
        Words.group(words.all().get("models"))
                .forEach((name, model) -> models.put(name, String.valueOf(model)));
        return new Signature(
                words.text("title", ""),
                words.text("summary", ""),
                words.text("task", "other"),
                models,
                ports("inputs", findings),
                ports("outputs", findings),
                examples(),
                words.flag("live", false),
                words.text("licence", ""),
                reasons.getOrDefault(List.of(), ""),
                OutputLayout.of(words.text("outputLayout", "")));
    }

    private List<Port> ports(String side, List<Finding> findings) {
        List<Port> ports = new ArrayList<>();
        if (root.under(side).orElse(root) instanceof Group(int ignored, Map<String, Entry> all)) {
            all.forEach((name, entry) ->
                    ports.add(
                            new PortReader(
                                            folder,
                                            (word, sentence) ->
                                                    findings.add(
                                                            new Finding(
                                                                    root.lineOf(side, name, word),
                                                                    sentence)))
                                    .read(name, entry.value())
                                    .withBecause(reasons.getOrDefault(List.of(side, name), ""))));
        }
        return ports;
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        if (root.under("examples").orElse(root) instanceof Row(int ignored, List<Located> items)) {
            for (Located item : items) {
                Words words = Words.of(item);
                examples.add(
                        new Example(
                                words.text("name", Integer.toString(examples.size() + 1)),
                                values(words, "inputs"),
                                values(words, "expect"),
                                words.number("tolerance").orElse(Example.TOLERANCE)));
            }
        }
        return examples;
    }

    private static Map<String, Object> values(Words words, String word) {
        Map<String, Object> values = new LinkedHashMap<>();
        Words.group(words.all().get(word))
                .forEach((port, value) -> {
                    if (value != null) {
                        values.put(port, value);
                    }
                });
        return values;
    }

    private void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw refusal.apply(findings);
        }
    }

    private static ProblemException refusal(String file, List<Finding> findings) {
        List<Finding> sorted =
                findings.stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(Finding::line))
                        .toList();
        List<Problem> problems = new ArrayList<>();
        sorted.stream()
                .limit(MOST_FINDINGS)
                .map(f ->
                        Problem.of(
                                "signature",
                                "%s line %s: %s".formatted(file, f.line(), f.message())))
                .forEach(problems::add);
        if (sorted.size() > MOST_FINDINGS) {
            problems.add(
                    Problem.of(
                            "signature",
                            "%s has %s more lines to mend; begin with these."
                                    .formatted(file, sorted.size() - MOST_FINDINGS)));
        }
        return new ProblemException(ProblemException.Fault.MODEL, problems, null);
    }
}
