package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.describe.Description;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.format.Draft;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Signature;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Signatures that are changed, tried, written and read again, on the real models.
class EditableTest {
    private static final Path MODELS = Path.of("models");
    private static final List<String> SCORES = List.of("outputs", "scores");

    @TempDir Path home;

    private Path lone;
    private Catalog catalog;
    private String id;
    private Editable signature;

    @BeforeEach
    void open() throws IOException {
        lone = Files.copy(MODELS.resolve("digits/model.onnx"), home.resolve("lone.onnx"));
        catalog = new Catalog(List.of(), NetworkModelTest.NONE);
        id = catalog.open(lone.toString()).id();
        signature = catalog.editable(id);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    static Stream<Path> models() throws IOException {
        try (Stream<Path> all = Files.list(MODELS)) {
            return all.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsWrittenOfAModelOfTheGalleryReadsBackTheSame(Path model) {
        Model read = catalog.open(model.toString());
        Editable.State state = catalog.editable(read.id()).state();
        assertThat(state.written()).isTrue();
        assertThat(signature(read, Draft.of(read.signature()))).isEqualTo(read.signature());
        assertThat(SignatureYaml.read(state.saved().yaml(), "written", model))
                .isEqualTo(SignatureYaml.read(state.saved().json(), "written", model))
                .isEqualTo(SignatureYaml.read(SignatureYaml.write(read.signature()), "w", model));
    }

    private Signature signature(Model model, Draft draft) {
        return catalog.editable(model.id()).revise(draft).signature();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsWrittenOfALoneFileReadsBackTheSameButForTheReasons(Path model) throws IOException {
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".onnx")).toList()) {
                Path alone = Files.createDirectory(home.resolve(file.getFileName() + ".d"));
                Path copy = Files.copy(file, alone.resolve("copy: ü 日本.onnx"));
                Model guessed = catalog.open(copy.toString());
                Editable editable = catalog.editable(guessed.id());
                editable.save(editable.state().current());
                assertThat(Files.readString(editable.file())).contains("# Nobody ");
                assertThat(ModelFolder.read(copy, NetworkModelTest.NONE).signature())
                        .isEqualTo(unexplained(guessed.signature()));
            }
        }
    }

    private static Signature unexplained(Signature s) {
        return new Signature(
                s.title(),
                s.summary(),
                s.task(),
                s.models(),
                s.inputs().stream().map(p -> p.withBecause("")).toList(),
                s.outputs().stream().map(p -> p.withBecause("")).toList(),
                s.examples(),
                s.live(),
                s.licence(),
                "");
    }

    @Test
    void aChangeIsInForceForWhoeverAsksTheCatalogueAndKeepsTheReasonsOfTheRest() {
        Draft draft = signature.state().current();
        Model before = catalog.model(id);
        signature.revise(draft.with(List.of("outputs", "scores", "label"), "Reading"));
        Model after = catalog.model(id);
        assertThat(after.signature().outputs().getFirst().label()).isEqualTo("Reading");
        assertThat(after.signature().outputs().getFirst().because())
                .isEqualTo(before.signature().outputs().getFirst().because())
                .isNotEmpty();
        assertThat(signature.state().saved()).isEqualTo(draft);
        assertThat(signature.state().current()).isNotEqualTo(draft);
        assertThat(Files.exists(signature.file())).isFalse();

        signature.restore();
        assertThat(catalog.model(id).signature()).isEqualTo(before.signature());
        assertThat(signature.state().current()).isEqualTo(draft);
    }

    @Test
    void aChangeOpensNoNetworkAgain() {
        AtomicInteger opened = new AtomicInteger();
        try (Catalog counting =
                new Catalog(
                        List.of(),
                        file -> {
                            opened.incrementAndGet();
                            return new OnnxRuntime().open(file);
                        })) {
            Model model = counting.open(lone.toString());
            model.load();
            Editable editable = counting.editable(model.id());
            Draft draft = editable.state().current();
            for (int i = 0; i < 5; i++) {
                editable.revise(draft.with(List.of("title"), "Take " + i)).load();
            }
            editable.restore().load();
            editable.save(draft);
            editable.model().load();
            assertThat(opened).hasValue(1);
        }
    }

    @Test
    void otherFacesDescribeTheChangedModel() {
        signature.revise(
                signature.state().current().with(List.of("outputs", "scores", "label"), "Reading"));
        assertThat(Description.json(catalog.model(id)).toString()).contains("Reading");
        assertThat(catalog.models())
                .extracting(m -> m.signature().outputs().getFirst().label())
                .containsExactly("Reading");
    }

    @Test
    void examplesThatNameAPortOfAnotherKindGoWithIt() {
        Model digits = catalog.open(MODELS.resolve("digits").toString());
        Editable editable = catalog.editable(digits.id());
        Draft draft = editable.state().current();
        Signature label =
                editable.revise(
                                draft.withKind(SCORES, "tensor", Map.of())
                                        .with(List.of("task"), "other"))
                        .signature();
        assertThat(label.examples()).hasSameSizeAs(digits.signature().examples());
        assertThat(label.examples()).allMatch(e -> e.expect().isEmpty());
    }

    @Test
    void theReasonOfAGuessGoesWithWhatItExplains() {
        Draft draft = signature.state().current();
        assertThat(draft.reasons()).containsKey(SCORES);
        assertThat(draft.with(List.of("outputs", "scores", "help"), "x").reasons())
                .containsKey(SCORES);
        assertThat(draft.with(List.of("outputs", "scores", "tensor", "apply"), "none").reasons())
                .doesNotContainKey(SCORES);
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceAndTheModelStaysAsItWas() {
        Draft draft = signature.state().current();
        Model before = catalog.model(id);
        assertThat(problem(draft.with(List.of("outputs", "scores", "top"), "many")))
                .extracting(Problem::path, Problem::message)
                .containsExactly(
                        List.of("outputs", "scores", "top"),
                        "'top' is 'many', but must be a whole number of at least 1.");
        assertThat(problem(draft.with(List.of("inputs", "image", "tensor", "mean"), List.of(1, 2))))
                .extracting(Problem::path)
                .isEqualTo(List.of("inputs", "image", "tensor"));
        assertThat(catalog.model(id)).isSameAs(before);
    }

    private Problem problem(Draft wrong) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> signature.revise(wrong));
        assertThat(e.problems()).hasSize(1);
        return e.problems().getFirst();
    }

    @Test
    void aHandWrittenFileIsKeptBesideTheOneThatIsWritten() throws IOException {
        String hand = SignatureYaml.write(catalog.model(id).signature()) + "# mine\n";
        Path file = Files.writeString(signature.file(), hand);
        catalog.reload(id);
        Draft draft = signature.state().current().with(List.of("title"), "Ziffern");
        SignatureFile.Written written = signature.save(draft);
        assertThat(written.file()).isEqualTo(file);
        assertThat(Files.readString(written.backup().orElseThrow())).isEqualTo(hand);
        assertThat(catalog.model(id).signature().title()).isEqualTo("Ziffern");
        assertThat(signature.save(draft).backup()).as("the same again").isEmpty();
        try (Stream<Path> all = Files.list(home)) {
            assertThat(all.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "lone.onnx",
                            "lone.onnx.signature.yaml",
                            "lone.onnx.signature.yaml.bak");
        }
    }

    @Test
    void aJsonFileStaysJsonAndFilesThatAWordNamesStayNamed() throws IOException {
        Files.writeString(home.resolve("names.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
        Path file = home.resolve("lone.signature.json");
        Draft draft =
                signature
                        .state()
                        .current()
                        .with(List.of("outputs", "scores", "labels"), "names.txt");
        Files.writeString(file, draft.json());
        catalog.reload(id);
        assertThat(catalog.model(id).signature().outputs().getFirst().options().get("labels"))
                .isEqualTo(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
        signature.save(signature.state().current().with(List.of("title"), "T"));
        assertThat(Files.readString(file)).startsWith("{").contains("\"names.txt\"", "\"T\"");
    }

    @Test
    void whatCannotBeWrittenIsToldInASentenceAndNothingIsLeftBehind() throws IOException {
        // What a folder that nobody may write to does, which root may all the same.
        Path inTheWay = Files.createDirectory(home.resolve(".lone.onnx.signature.yaml.part"));
        Files.createFile(inTheWay.resolve("full"));
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class, () -> signature.save(signature.state().current()));
        assertThat(e.fault()).isEqualTo(Fault.SYSTEM);
        assertThat(e).hasMessageContaining("lone.onnx.signature.yaml' cannot be written");
        assertThat(signature.file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "tensor"})
    void aPictureCanStandForItsTensorAndForNoOtherKind(String kind) {
        assertThat(fits(KindFit.of(catalog.model(id), "image", true))).contains(kind);
    }

    @Test
    void whatCannotStandForATensorSaysWhy() {
        List<KindFit> input = KindFit.of(catalog.model(id), "image", true);
        assertThat(fits(input)).containsExactly("image", "tensor");
        assertThat(input.stream().filter(f -> f.kind().equals("number")).findFirst())
                .hasValueSatisfying(f -> assertThat(f.reason()).contains("holds one value"));
        assertThat(fits(KindFit.of(catalog.model(id), "scores", false)))
                .contains("label", "tensor")
                .doesNotContain("table", "markdown");
    }

    private static List<String> fits(List<KindFit> all) {
        return all.stream().filter(KindFit::fits).map(KindFit::kind).toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyKindThatFitsCanBeTakenOrSaysAtItsPlaceWhatItNeeds(Path model) {
        Model read = catalog.open(model.toString());
        Editable editable = catalog.editable(read.id());
        Draft draft = editable.state().current();
        for (String side : List.of("inputs", "outputs")) {
            for (String port : draft.ports(side)) {
                for (KindFit fit : KindFit.of(read, port, side.equals("inputs"))) {
                    if (fit.fits()) {
                        take(editable, draft, List.of(side, port), fit);
                    }
                }
            }
        }
        assertThat(editable.restore().signature()).isEqualTo(read.signature());
    }

    private static void take(Editable editable, Draft draft, List<String> port, KindFit fit) {
        Draft other = draft.withKind(port, fit.kind(), fit.processing());
        try {
            Signature now = editable.revise(other).signature();
            assertThat(
                            port.getFirst().equals("inputs")
                                    ? now.input(port.getLast())
                                    : now.output(port.getLast()))
                    .hasValueSatisfying(p -> assertThat(p.kind()).isEqualTo(fit.kind()));
        } catch (ProblemException e) {
            assertThat(e.problems())
                    .allSatisfy(p -> {
                        assertThat(p.path()).as(p.message()).isNotEmpty();
                        assertThat(p.message()).endsWith(".");
                    });
        }
    }

    @Test
    void aPortOfAnotherKindKeepsWhatThatUnderstandsAndCanBeTried() {
        Draft draft =
                signature.state().current().with(List.of("outputs", "scores", "label"), "Reading");
        Draft tensor = draft.withKind(SCORES, "tensor", Map.of());
        Port port =
                signature
                        .revise(tensor.with(List.of("task"), "other"))
                        .signature()
                        .outputs()
                        .getFirst();
        assertThat(port.kind()).isEqualTo("tensor");
        assertThat(port.label()).isEqualTo("Reading");
        assertThat(port.options()).containsKeys("type", "shape");
        assertThat(port.because()).isEmpty();
    }
}
