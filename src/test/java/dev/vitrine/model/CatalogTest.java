package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class CatalogTest {
    private static final Path DIGITS = Path.of("models/digits");

    @TempDir Path home;

    private Catalog catalog(Path... folders) {
        return new Catalog(List.of(folders), NetworkModelTest.NONE);
    }

    private static void copyDigits(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(DIGITS)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(DIGITS.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static Model function(String id) {
        Signature signature =
                new Signature(
                        id,
                        "",
                        "other",
                        Map.of(),
                        List.of(),
                        List.of(Port.of("y", "text")),
                        List.of(),
                        false,
                        "",
                        "");
        return new FunctionModel(id, signature, (inputs, context) -> inputs);
    }

    private static List<String> ids(Catalog catalog) {
        return catalog.entries().stream().map(Catalog.Entry::id).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "digits, digits",
        "Two Words, two-words",
        "foo.onnx, foo",
        "Foo.ONNX, foo",
        ".onnx, .onnx",
        "v1.2_b, v1.2_b",
        "größe, gr--e",
        "日本, --",
        "\u212Aelvin, -elvin",
        "a/b, b",
    })
    void anIdIsTheNameInLowerCaseWithDashesForTheRest(String name, String id) {
        assertThat(ModelId.of(Path.of(name))).isEqualTo(id);
    }

    @Test
    void modelsAreListedByNameWithoutBeingReadAndOthersLeftOut() throws Exception {
        Files.createDirectory(home.resolve("beta"));
        Files.createDirectory(home.resolve("Alpha"));
        Files.createDirectory(home.resolve(".hidden"));
        Files.createFile(home.resolve("gamma.onnx"));
        Files.createFile(home.resolve("README.md"));
        Catalog catalog = catalog(home, home.resolve("missing"));
        assertThat(ids(catalog)).containsExactly("alpha", "beta", "gamma");
        assertThat(catalog.entries())
                .extracting(Catalog.Entry::path)
                .containsExactly(
                        home.resolve("Alpha"), home.resolve("beta"), home.resolve("gamma.onnx"));
    }

    @Test
    void aSecondOfTheSameNameGetsTheNextNumberAndIdsStayWhenMoreCome() throws Exception {
        Path installed = Files.createDirectory(home.resolve("installed"));
        Path own = Files.createDirectory(home.resolve("own"));
        Files.createDirectory(own.resolve("My Model"));
        Catalog catalog = catalog(installed, own);
        assertThat(ids(catalog)).containsExactly("my-model");
        Files.createDirectory(installed.resolve("my-model"));
        Files.createDirectory(own.resolve("my-model-2"));
        assertThat(catalog.entries())
                .extracting(e -> e.id() + " " + e.name())
                .containsExactlyInAnyOrder(
                        "my-model My Model", "my-model-2 my-model", "my-model-2-2 my-model-2");
        Files.delete(own.resolve("My Model"));
        assertThat(ids(catalog)).containsExactlyInAnyOrder("my-model-2", "my-model-2-2");
    }

    @Test
    void aModelIsReadOnceHoweverManyAskAtOnce() throws Exception {
        copyDigits(home.resolve("digits"));
        try (Catalog catalog = catalog(home);
                var threads = Executors.newFixedThreadPool(8)) {
            CyclicBarrier together = new CyclicBarrier(8);
            Callable<Model> ask =
                    () -> {
                        together.await();
                        return catalog.model("digits");
                    };
            List<Future<Model>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(threads.submit(ask));
            }
            Model first = asked.getFirst().get();
            for (Future<Model> each : asked) {
                assertThat(each.get()).isSameAs(first);
            }
        }
    }

    @Test
    void openingTakesAFolderAFileOrAnIdAndKnowsWhatItHas() throws Exception {
        copyDigits(home.resolve("digits"));
        Catalog catalog = catalog(home);
        Model byId = catalog.open("digits");
        assertThat(catalog.open(home.resolve("digits").toString())).isSameAs(byId);
        assertThat(catalog.open(home.resolve("digits/../digits").toString())).isSameAs(byId);
        Model file = catalog.open(home.resolve("digits/model.onnx").toString());
        assertThat(file.id()).isEqualTo("model");
        assertThat(catalog.model("model")).isSameAs(file);
        assertThat(ids(catalog)).containsExactly("digits", "model");
        Model second = catalog.open(DIGITS.toString());
        assertThat(second.id()).isEqualTo("digits-2");
        assertThat(catalog.models()).containsExactlyInAnyOrder(byId, second, file);
    }

    @Test
    void aSignatureOpensItsFolder() throws Exception {
        copyDigits(home.resolve("digits"));
        Catalog catalog = catalog(home);
        assertThat(catalog.open(home.resolve("digits/signature.yaml").toString()))
                .isSameAs(catalog.model("digits"));
    }

    @Test
    void whatIsUnknownIsSaidWithTheNearest() throws Exception {
        Files.createDirectory(home.resolve("digits"));
        Files.createDirectory(home.resolve("faces"));
        Catalog catalog = catalog(home);
        ProblemException absent =
                catchThrowableOfType(ProblemException.class, () -> catalog.model("digit"));
        assertThat(absent.fault()).isEqualTo(Fault.ABSENT);
        assertThat(absent).hasMessage("There is no model 'digit'; did you mean digits?");
        ProblemException input =
                catchThrowableOfType(ProblemException.class, () -> catalog.open("nope\0"));
        assertThat(input.fault()).isEqualTo(Fault.INPUT);
        assertThat(input)
                .hasMessageEndingWith("give a folder, an .onnx file, or one of digits, faces.");
        assertThatThrownBy(() -> catalog().open("x.onnx"))
                .hasMessage("There is no file or folder 'x.onnx'; give a folder or an .onnx file.");
    }

    @Test
    void aBrokenModelIsListedAndRefusedAndTheOthersGoOn() throws Exception {
        copyDigits(home.resolve("digits"));
        Path broken = Files.createDirectory(home.resolve("broken"));
        Catalog catalog = catalog(home);
        assertThat(ids(catalog)).containsExactly("broken", "digits");
        assertThatThrownBy(() -> catalog.model("broken"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(broken.toString());
        assertThat(catalog.models()).extracting(Model::id).containsExactly("digits");
        Files.copy(DIGITS.resolve("model.onnx"), broken.resolve("model.onnx"));
        assertThat(catalog.model("broken").signature().inputs()).hasSize(1);
    }

    @Test
    void reloadingReadsWhatHasChangedAndABrokenChangeKeepsTheOld() throws Exception {
        Path digits = home.resolve("digits");
        copyDigits(digits);
        Catalog catalog = catalog(home);
        Model before = catalog.model("digits");
        Path written = digits.resolve("signature.yaml");
        String text = Files.readString(written);
        Files.writeString(written, text.replace("title: Digits", "title: Ziffern"));
        assertThat(catalog.model("digits")).isSameAs(before);
        Model after = catalog.reload("digits");
        assertThat(after.signature().title()).isEqualTo("Ziffern");
        assertThat(catalog.model("digits")).isSameAs(after);
        Files.writeString(written, "vitrine: [");
        assertThatThrownBy(() -> catalog.reload("digits")).isInstanceOf(ProblemException.class);
        assertThat(catalog.model("digits")).isSameAs(after);
    }

    @Test
    void functionsAreAddedUnderFreeIds() {
        Catalog catalog = catalog();
        Model first = function("greet");
        assertThat(catalog.add(first)).isEqualTo("greet");
        assertThat(catalog.add(function("greet"))).isEqualTo("greet-2");
        assertThat(catalog.model("greet")).isSameAs(first);
        assertThat(catalog.model("greet-2").id()).isEqualTo("greet-2");
        assertThat(catalog.reload("greet")).isSameAs(first);
        assertThat(catalog.models()).extracting(Model::id).containsExactly("greet", "greet-2");
    }
}
