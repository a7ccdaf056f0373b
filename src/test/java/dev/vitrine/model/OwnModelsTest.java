package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.signature.ProblemException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class OwnModelsTest {
    private static final Path FINE = Path.of("src/test/resources/trial/fine.onnx");

    @TempDir Path scratch;

    private Path folder;
    private Catalog catalog;
    private OwnModels own;

    @BeforeEach
    void open() {
        folder = scratch.resolve("data/models");
        catalog = new Catalog(List.of(folder), new OnnxRuntime());
        own = new OwnModels(folder, catalog);
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aFileIsBroughtInWithWhatBelongsToIt() throws IOException {
        Path elsewhere = Files.createDirectories(scratch.resolve("Meine Modelle ü"));
        Path file = Files.copy(FINE, elsewhere.resolve("My net.onnx"));
        Files.writeString(elsewhere.resolve("My net.signature.yaml"), "vitrine: 1\ntitle: Net\n");
        Files.writeString(elsewhere.resolve("My net.onnx.data"), "weights");
        Files.writeString(elsewhere.resolve("My network.txt"), "another's");
        Path copy = own.add(file);
        assertThat(copy).isEqualTo(folder.resolve("My net"));
        assertThat(names(copy))
                .containsExactly("My net.onnx", "My net.onnx.data", "signature.yaml");
        assertThat(file).exists();
        assertThat(own.has(copy)).isTrue();
        assertThat(own.has(file)).isFalse();
        // the same again is another
        assertThat(own.add(file)).isEqualTo(folder.resolve("My net-2"));
        assertThat(catalog.entries()).extracting(Catalog.Entry::id).contains("my-net", "my-net-2");
    }

    @Test
    void whatIsNoModelIsRefusedInASentence() throws IOException {
        Path text = Files.writeString(scratch.resolve("notes.txt"), "hi");
        assertThatThrownBy(() -> own.add(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'notes.txt' is no model; drop an .onnx file");
        Path empty = Files.createDirectories(scratch.resolve("empty"));
        assertThatThrownBy(() -> own.add(empty))
                .hasMessageContaining("The folder 'empty' holds no model");
        Path mine = own.add(FINE);
        assertThatThrownBy(() -> own.add(mine))
                .hasMessageContaining("is one of your models already");
        assertThat(names(folder)).containsExactly("fine");
    }

    @Test
    void whatIsTakenOutIsPutAsideAndComesBackWhole() throws IOException {
        Path copy = own.add(FINE);
        Model model = catalog.model("fine");
        OwnModels.Removed removed = own.remove(copy);
        assertThat(copy).doesNotExist();
        assertThat(removed.box()).startsWith(scratch.resolve("data/removed"));
        assertThat(catalog.entries()).isEmpty();
        own.restore(removed);
        assertThat(names(copy)).containsExactly("fine.onnx");
        assertThat(removed.box()).doesNotExist();
        assertThat(catalog.model("fine")).isNotSameAs(model);
    }

    @Test
    void aLoneFileGoesAndComesWithItsCompany() throws IOException {
        Files.createDirectories(folder);
        Path file = Files.copy(FINE, folder.resolve("a.b.onnx"));
        Files.writeString(folder.resolve("a.b.signature.yaml"), "vitrine: 1\ntitle: AB\n");
        Files.copy(FINE, folder.resolve("a.onnx"));
        OwnModels.Removed removed = own.remove(file);
        assertThat(names(folder)).containsExactly("a.onnx");
        own.restore(removed);
        assertThat(names(folder)).containsExactly("a.b.onnx", "a.b.signature.yaml", "a.onnx");
    }

    @Test
    void aNameIsThatOfTheFolderUnlessSomebodyWroteATitle() throws IOException {
        Path copy = own.add(FINE);
        Path renamed = own.rename("fine", copy, " What / it: does ");
        assertThat(renamed).isEqualTo(folder.resolve("What - it- does"));
        assertThat(names(renamed)).containsExactly("fine.onnx");
        String id = catalog.entries().getFirst().id();
        assertThat(catalog.model(id).signature().title()).isEqualTo("What it does");
        // with a signature the files stay where they are
        Editable signature = catalog.editable(id);
        signature.save(signature.state().current());
        assertThat(own.rename(id, renamed, "Überraschung")).isEqualTo(renamed);
        assertThat(catalog.model(id).signature().title()).isEqualTo("Überraschung");
        assertThatThrownBy(() -> own.rename(id, renamed, "  "))
                .hasMessageContaining("A model needs a name; type one.");
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        Path first = own.add(FINE);
        own.add(FINE);
        assertThatThrownBy(() -> own.rename("fine", first, "fine-2"))
                .hasMessageContaining("There is a model 'fine-2' already");
        assertThat(first).exists();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
