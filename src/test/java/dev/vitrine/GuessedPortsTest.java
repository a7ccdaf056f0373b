package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.onnx.Guess;
import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.task.LoopTask;
import dev.vitrine.task.Tasks;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What is guessed of a model that was copied without its signature, held against what somebody who
/// knows it wrote, tensor by tensor.
///
/// Half of the models are the gallery's, whose signatures say it; of the others only the
/// declaration is here, and `expected.csv` says it.
class GuessedPortsTest {
    private static final Path GALLERY = Path.of("models");
    private static final Path KNOWN = Path.of("src", "test", "resources", "guesses");
    private static final Path DECLARED = Path.of("src", "test", "resources", "onnx", "declared");

    /// Files that other tools leave beside a model.
    private static final List<String> BESIDE =
            List.of("labels.txt", "keys.txt", "tokenizer.json", "config.json");

    private static final String APART = "apart";

    /// Kinds that differ in how they look only.
    private static final Map<String, String> ALIKE = Map.of("slider", "number", "choice", "text");

    /// Words with which a guess says that it is one.
    private static final List<String> DOUBT =
            List.of("as the tensor it is", "no bounds", "may be", "assumed", "looks like");

    private static final List<Row> ROWS = new ArrayList<>();

    @TempDir static Path folder;

    /// One tensor.
    ///
    /// @param guessed the kind of the port that is guessed for it, with its reason
    /// @param known the kind that somebody wrote; [#APART] where it stands for no whole tensor
    private record Row(String model, String side, String tensor, Port guessed, String known) {
        boolean counts() {
            return !known.equals(APART);
        }

        boolean isSame() {
            return alike(guessed.kind()).equals(alike(known));
        }

        private static String alike(String kind) {
            return ALIKE.getOrDefault(kind, kind);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-18s %-6s %-26s %-8s %-8s %s",
                    model,
                    side,
                    tensor,
                    guessed.kind(),
                    known,
                    counts() ? isSame() ? "same" : "OTHER" : "");
        }
    }

    @BeforeAll
    static void guess() throws IOException {
        List<String[]> lines =
                Files.readAllLines(KNOWN.resolve("expected.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .toList();
        for (String model : new TreeSet<>(lines.stream().map(l -> l[0]).toList())) {
            Signature guess = guessed(DECLARED.resolve(model + ".onnx"), KNOWN.resolve(model));
            lines.stream()
                    .filter(line -> line[0].equals(model))
                    .forEach(line -> ROWS.add(row(model, line[1], line[2], guess, line[3])));
        }
        for (Path demo : gallery()) {
            Signature known = signature(demo);
            if (known.models().size() == 1 && Files.exists(demo.resolve("model.onnx"))) {
                ofGallery(
                        String.valueOf(demo.getFileName()),
                        known,
                        guessed(demo.resolve("model.onnx"), demo));
            }
        }
    }

    private static void ofGallery(String model, Signature known, Signature guess) {
        boolean loop = Tasks.of(known.task()) instanceof LoopTask;
        Stream.of("input", "output")
                .forEach(side -> {
                    List<Port> ports = side.equals("input") ? known.inputs() : known.outputs();
                    for (Port port : ports) {
                        Binding tensor = port.tensor();
                        if (tensor == null) {
                            continue;
                        }
                        boolean whole =
                                !loop
                                        && tensor.parts().isEmpty()
                                        && !tensor.processing().containsKey("index");
                        tensor.names()
                                .forEach(name ->
                                        ROWS.add(
                                                row(
                                                        model,
                                                        side,
                                                        name,
                                                        guess,
                                                        whole ? port.kind() : APART)));
                    }
                });
    }

    @Test
    void nineInTenAreOfTheKindThatSomebodyWouldWrite() {
        ROWS.forEach(System.out::println);
        List<Row> counted = ROWS.stream().filter(Row::counts).toList();
        long same = counted.stream().filter(Row::isSame).count();
        System.out.printf(
                Locale.ROOT,
                "%d of %d tensors, %.1f %%; %d apart%n",
                same,
                counted.size(),
                100.0 * same / counted.size(),
                ROWS.size() - counted.size());
        assertThat(counted).hasSizeGreaterThanOrEqualTo(38);
        assertThat(same * 10).isGreaterThanOrEqualTo(counted.size() * 9L);
    }

    @Test
    void aGuessThatIsWrongSaysThatItIsAGuess() {
        assertThat(ROWS)
                .filteredOn(row -> row.counts() && !row.isSame())
                .allSatisfy(row ->
                        assertThat(DOUBT)
                                .as(row + ": " + row.guessed().because())
                                .anyMatch(row.guessed().because()::contains));
    }

    @Test
    void aPictureIsReadByTheGraphOrAnAssumptionThatIsTold() {
        assertThat(ROWS)
                .filteredOn(row -> row.side().equals("input"))
                .filteredOn(row -> row.guessed().kind().equals("image"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.guessed().because())
                                .containsAnyOf("assumed", "The graph first "));
    }

    private static Row row(
            String model, String side, String tensor, Signature guess, String known) {
        Port port =
                (side.equals("input") ? guess.inputs() : guess.outputs())
                        .stream()
                                .filter(p -> p.tensor() != null)
                                .filter(p -> p.tensor().names().contains(tensor))
                                .findFirst()
                                .orElseThrow(() ->
                                        new AssertionError(
                                                "Nothing is guessed for %s of %s"
                                                        .formatted(tensor, model)));
        return new Row(model, side, tensor, port, known);
    }

    /// What is guessed of a model in a folder of its own, with the files that others leave there.
    private static Signature guessed(Path model, Path from) throws IOException {
        Path alone = Files.createTempDirectory(folder, "alone");
        Path file = Files.copy(model, alone.resolve("model.onnx"));
        for (String name : BESIDE) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), alone.resolve(name));
            }
        }
        return Guess.of(OnnxFile.read(file), "A model", file);
    }

    private static Signature signature(Path demo) {
        try (Model model = ModelFolder.read(demo, new OnnxRuntime(), new HuggingFaceTokenizers())) {
            return model.signature();
        }
    }

    private static List<Path> gallery() throws IOException {
        try (Stream<Path> all = Files.list(GALLERY)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}
