package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.Network;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `describe --write` on a file that nobody described.
class DescribeWriteTest {
    private static final Network.Opener NONE =
            file -> {
                throw new AssertionError("A description opened " + file);
            };

    @TempDir Path home;

    private FakeFaces.Said run(String... arguments) {
        return new FakeFaces() {
            @Override
            public Catalog catalog() {
                return new Catalog(List.of(), NONE);
            }
        }.run(arguments);
    }

    private Path lone(String name) throws Exception {
        return Files.copy(Path.of("models/penguins/model.onnx"), home.resolve(name));
    }

    @Test
    void whatItWritesReadsBackToWhatItSaid() throws Exception {
        Path file = lone("ü: 日本.onnx");
        Signature guessed = signature(file);
        FakeFaces.Said said = run("describe", file.toString(), "--yaml", "--write");
        assertThat(said.code()).isZero();
        assertThat(said.err()).isEqualTo("Wrote %s.signature.yaml.%n".formatted(file));
        Signature read = signature(file);
        assertThat(read.because()).isEmpty();
        assertThat(read.inputs().stream().map(Port::because)).containsOnly("");
        assertThat(read.inputs())
                .isEqualTo(guessed.inputs().stream().map(p -> p.withBecause("")).toList());
        assertThat(read.outputs())
                .isEqualTo(guessed.outputs().stream().map(p -> p.withBecause("")).toList());
        assertThat(home.resolve(file.getFileName() + ".signature.yaml"))
                .content()
                .startsWith("# Nobody ");
    }

    private static Signature signature(Path file) {
        Model model = ModelFolder.read(file, NONE);
        return model.signature();
    }

    @Test
    void aSignatureThatIsThereStays() throws Exception {
        Path file = lone("a.onnx");
        assertThat(run("describe", file.toString(), "--write").code()).isZero();
        Path written = home.resolve("a.onnx.signature.yaml");
        String before = Files.readString(written) + "# mine\n";
        Files.writeString(written, before);
        run("describe", file.toString(), "--write").assertWrong("a.onnx.signature.yaml");
        assertThat(written).content().isEqualTo(before);
    }

    @Test
    void whereItCannotWriteItSaysSoInASentence() throws Exception {
        Path file = lone("a.onnx");
        Files.createFile(
                Files.createDirectory(home.resolve(".a.onnx.signature.yaml.part")).resolve("full"));
        FakeFaces.Said said = run("describe", file.toString(), "--write");
        assertThat(said.code()).isEqualTo(Cli.FAILED);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).contains("cannot be written");
    }
}
