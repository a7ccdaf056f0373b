package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.label.Label;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.KindFit;
import dev.vitrine.model.Model;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A signature that somebody changes, on a real model that nobody described.
class SignatureViewModelTest {
    private static final Path DIGITS = Path.of("models", "digits", "model.onnx");
    private static final List<String> SCORES = List.of("outputs", "scores");
    private static final List<String> LABEL = List.of("outputs", "scores", "label");
    private static final List<String> TOP = List.of("outputs", "scores", "top");
    private static final List<String> NAMES = List.of("outputs", "scores", "labels");

    @TempDir Path home;

    private final Runner runner = new Runner(2);
    private final Desk desk = new Desk();
    private final List<Path> opened = new ArrayList<>();
    private final List<Model> settled = new ArrayList<>();
    private Catalog catalog;
    private DemoViewModel demo;
    private SignatureViewModel signature;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        Path lone = Files.copy(DIGITS, home.resolve("lone.onnx"));
        file = home.resolve("lone.onnx.signature.yaml");
        catalog = new Catalog(List.of(), new OnnxRuntime());
        open(lone, false);
    }

    private void open(Path path, boolean installed) {
        Model model = catalog.open(path.toString());
        demo =
                new DemoViewModel(
                        model,
                        DemoViewModel.standard(model),
                        runner,
                        desk,
                        new Workshop(
                                catalog.editable(model.id()),
                                installed,
                                home.resolve("own"),
                                opened::add,
                                settled::add));
        signature = demo.signature();
        signature.open();
        desk.until(() -> sheet() != Sheet.EMPTY);
    }

    @AfterEach
    void close() {
        demo.close();
        runner.close();
        catalog.close();
    }

    private Sheet sheet() {
        return signature.sheetProperty().get();
    }

    private Port output() {
        return demo.model().signature().outputs().getFirst();
    }

    private Port input() {
        return demo.model().signature().inputs().getFirst();
    }

    private void put(List<String> place, Object value) {
        signature.set(place, value);
        Model before = demo.model();
        desk.until(() -> demo.model() != before || !sheet().problems().isEmpty());
    }

    @Test
    void aGuessSaysWhyAndCanBeSavedAsItIs() {
        assertThat(sheet().draft().reasons()).containsKey(SCORES);
        assertThat(sheet().isChanged()).isFalse();
        assertThat(sheet().canSave()).isTrue();
    }

    @Test
    void aChangeIsInForceHereAndForTheOtherFaces() {
        put(LABEL, "Reading");
        assertThat(output().label()).isEqualTo("Reading");
        assertThat(catalog.model("lone.onnx".replace(".onnx", ""))).isSameAs(demo.model());
        assertThat(sheet().isChanged()).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsWrongStaysAsItWasTypedAndTheLastThatWasRightStaysInForce() {
        put(TOP, 3L);
        put(TOP, "many");
        assertThat(sheet().draft().at(TOP)).contains("many");
        assertThat(sheet().wrongAt(TOP))
                .containsExactly("'top' is 'many', but must be a whole number of at least 1.");
        assertThat(sheet().canSave()).isFalse();
        assertThat(output().options()).containsEntry("top", 3L);

        signature.set(LABEL, "Reading");
        signature.set(TOP, 2L);
        desk.until(() -> sheet().problems().isEmpty());
        assertThat(output().options()).containsEntry("top", 2L);
        assertThat(output().label()).isEqualTo("Reading");
    }

    @Test
    void whatIsWrongWithAPortAsAWholeIsSaidUnderTheWordThatMadeItSo() {
        List<String> mean = List.of("inputs", "image", "tensor", "mean");
        put(mean, List.of(1L, 2L, 3L));
        assertThat(sheet().wrongAt(mean)).hasSize(1).first().asString().contains("3 numbers");
    }

    @Test
    void undoAndRedoGoThroughEveryChangeAndRevertIsOneOfThem() {
        put(LABEL, "Reading");
        put(TOP, 3L);
        signature.revert();
        desk.until(() -> !sheet().isChanged());
        assertThat(output().label()).isEqualTo("Scores");
        signature.undo();
        desk.until(() -> output().label().equals("Reading"));
        assertThat(output().options()).containsEntry("top", 3L);
        signature.undo();
        desk.until(() -> !output().options().containsKey("top"));
        signature.undo();
        desk.until(() -> !output().label().equals("Reading"));
        assertThat(sheet().draft().reasons()).containsKey(SCORES);
        signature.redo();
        desk.until(() -> output().label().equals("Reading"));
    }

    @Test
    void inputsKeepTheirValuesWhereTheseFitAndFindThemAgainWhereTheyDidNot() {
        Tensor tensor = Tensor.of(new float[28 * 28], 1, 1, 28, 28);
        become("tensor");
        assertThat(input().kind()).isEqualTo("tensor");
        demo.put("image", tensor);
        put(List.of("inputs", "image", "label"), "Numbers");
        assertThat(demo.inputsProperty().get().find("image")).contains(tensor);
        become("image");
        assertThat(demo.inputsProperty().get().find("image")).isEmpty();
        become("tensor");
        assertThat(demo.inputsProperty().get().find("image")).contains(tensor);
    }

    private void become(String kind) {
        AtomicReference<List<KindFit>> fits = new AtomicReference<>(List.of());
        signature.kinds(List.of("inputs", "image"), fits::set);
        desk.until(() -> !fits.get().isEmpty());
        signature.setKind(
                List.of("inputs", "image"),
                fits.get().stream().filter(f -> f.kind().equals(kind)).findFirst().orElseThrow());
        desk.until(() -> input().kind().equals(kind));
    }

    @Test
    void anAnswerStaysWhereOnlyWordsAroundItChange() {
        become("tensor");
        demo.put("image", Tensor.of(new float[28 * 28], 1, 1, 28, 28));
        demo.run();
        desk.until(() -> demo.outcomeProperty().get().phase() == Outcome.Phase.RESULT);
        Outcome answer = demo.outcomeProperty().get();
        put(LABEL, "Reading");
        // the live run of the same inputs may have answered once more
        assertThat(demo.outcomeProperty().get().phase()).isEqualTo(Outcome.Phase.RESULT);
        assertThat(demo.outcomeProperty().get().outputs()).isEqualTo(answer.outputs());
        demo.undo();
        assertThat(demo.inputsProperty().get().find("image")).isEmpty();
    }

    @Test
    void liveIsOnOnceTheSignatureSaysSo() {
        put(List.of("live"), true);
        assertThat(demo.liveProperty().get()).isTrue();
        signature.undo();
        desk.until(() -> !demo.liveProperty().get());
    }

    @Test
    void classNamesFromAFileAreInTheAnswerThatIsThere() throws IOException {
        become("tensor");
        demo.put("image", Tensor.of(new float[28 * 28], 1, 1, 28, 28));
        demo.run();
        desk.until(() -> demo.outcomeProperty().get().phase() == Outcome.Phase.RESULT);
        Path names = home.resolve("ziffern.txt");
        Files.writeString(
                names,
                "null\r\n"
                        + "eins\r\n"
                        + "zwei\r\n"
                        + "drei\r\n"
                        + "vier\r\n"
                        + "fünf\r\n"
                        + "sechs\r\n"
                        + "sieben\r\n"
                        + "acht\r\n"
                        + "neun\r\n");
        signature.readLines(NAMES, names);
        desk.until(() ->
                demo.outcomeProperty().get().outputs().find("scores").orElse(null)
                                instanceof Label label
                        && List.of(
                                        "null", "eins", "zwei", "drei", "vier", "fünf", "sechs",
                                        "sieben", "acht", "neun")
                                .contains(label.label()));
    }

    @Test
    void whatIsSavedIsThereWhenTheModelIsOpenedAgain() {
        put(LABEL, "Reading");
        signature.save();
        desk.until(() -> !sheet().news().isEmpty());
        assertThat(sheet().news()).isEqualTo("Saved as lone.onnx.signature.yaml.");
        assertThat(settled).containsExactly(demo.model());
        assertThat(sheet().isChanged()).isFalse();
        assertThat(sheet().canSave()).isFalse();
        try (Catalog again = new Catalog(List.of(), new OnnxRuntime())) {
            assertThat(
                            again.open(home.resolve("lone.onnx").toString())
                                    .signature()
                                    .outputs()
                                    .getFirst()
                                    .label())
                    .isEqualTo("Reading");
        }
        put(LABEL, "Other");
        signature.revert();
        desk.until(() -> output().label().equals("Reading"));
    }

    @Test
    void aFolderNobodyMayWriteToIsToldAndAnotherPlaceTaken() throws IOException {
        Files.createFile(
                Files.createDirectory(home.resolve(".lone.onnx.signature.yaml.part"))
                        .resolve("full"));
        put(LABEL, "Reading");
        signature.save();
        desk.until(() -> sheet().refused());
        assertThat(sheet().news()).contains("cannot be written");
        assertThat(output().label()).isEqualTo("Reading");
        signature.saveAs(home.resolve("elsewhere.yaml"));
        desk.until(() -> !sheet().refused());
        assertThat(home.resolve("elsewhere.yaml")).content().isEqualTo(signature.yaml());
    }

    @Test
    void aModelThatCameWithTheProgramStaysAndItsCopyIsTheirs() {
        demo.close();
        open(Path.of("models", "digits"), true);
        assertThat(sheet().isFixed()).isTrue();
        signature.set(LABEL, "Mine");
        desk.hearAll();
        assertThat(output().label()).isEqualTo("Reading");
        signature.copyModel();
        desk.until(() -> !opened.isEmpty());
        assertThat(opened).containsExactly(home.resolve("own").resolve("digits"));
        assertThat(catalog.open(opened.getFirst().toString()).signature())
                .isEqualTo(demo.model().signature());
    }

    @Test
    void aFunctionsSignatureIsShownAndNotChanged() {
        Model function = Functions.of(false, Functions::echo);
        String id = catalog.add(function);
        DemoViewModel echo =
                new DemoViewModel(
                        function,
                        DemoViewModel.standard(function),
                        runner,
                        desk,
                        new Workshop(catalog.editable(id), false, home, opened::add, settled::add));
        echo.signature().open();
        assertThat(echo.signature().sheetProperty().get().base().fixed()).contains("Java function");
        assertThat(echo.signature().sheetProperty().get().draft().ports("inputs"))
                .containsExactly("text", "count");
        echo.close();
    }
}
