package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.run.SelfTest;
import dev.vitrine.signature.Example;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every model of the gallery, from its folder through the engine to its outputs.
class GalleryTest {
    static Stream<Path> gallery() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("models"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void everyExampleGivesWhatItsSignatureExpects(Path folder) {
        try (Runner runner = new Runner();
                Model model = ModelFolder.read(folder, new OnnxRuntime())) {
            List<SelfTest.Result> results = SelfTest.run(runner, model);
            assertThat(results)
                    .isNotEmpty()
                    .allMatch(SelfTest.Result::compared)
                    .allMatch(SelfTest.Result::passed);
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void outputsAreReadBackFromTheirJson(Path folder) {
        try (Runner runner = new Runner();
                Model model = ModelFolder.read(folder, new OnnxRuntime())) {
            Example example = model.signature().examples().getFirst();
            var inputs = Form.decode(model.signature(), model.read(example));
            var outputs = runner.submit(model, inputs, Origin.HTTP).await();
            model.signature()
                    .outputs()
                    .forEach(port -> {
                        var kind = Kinds.of(port);
                        var json = Kinds.encode(port, outputs.find(port.name()).orElseThrow());
                        assertThat(kind.decode(port, new Raw.Json(json)))
                                .isEqualTo(outputs.find(port.name()).orElseThrow());
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("gallery")
    void hasACardALicenceAndWhereItComesFrom(Path folder) throws IOException {
        try (Model model = ModelFolder.read(folder, new OnnxRuntime())) {
            assertThat(model.about().card()).startsWith("# " + model.signature().title());
            assertThat(model.signature().licence()).isNotEmpty();
            assertThat(Files.readString(folder.resolve("PROVENANCE.md"))).contains("sha256");
        }
    }
}
