package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Weights beside a model: only files of its own folder are ever read, and what is wrong with one
/// is said before native code sees the model.
class ExternalWeightsTest {
    @TempDir Path outside;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectory(outside.resolve("model"));
        Files.write(outside.resolve("w.bin"), new byte[16]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w.bin", "./w.bin", "deep/w.bin", "ü 日本.bin"})
    void aFileOfTheFolderCounts(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[16]);
        Path model = model(initializer(name));
        try (Model read = read(model)) {
            assertThat(read.about().bytes()).isEqualTo(Files.size(model) + 16);
        }
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path model = model(initializer("missing.bin"));
        assertThat(refused(model))
                .isEqualTo(
                        "%s keeps its weights in another file, and 'missing.bin' is no file in the folder; put it there or change the name."
                                .formatted(model));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../w.bin",
                "a/../../w.bin",
                "..",
                ".",
                "",
                "/etc/passwd",
                "C:\\w.bin",
                "C:w.bin",
                "..\\w.bin",
                "\\\\host\\share\\w.bin",
                "//host/share/w.bin",
                "NUL",
                "w.bin\u0000.txt",
                "file:///etc/passwd",
                "*/_ORT_MEM_ADDR_/*",
                "w.bin/"
            })
    void noNameLeadsOut(String name) throws IOException {
        assertThat(refused(model(initializer(name)))).contains("keeps its weights in another file");
    }

    @Test
    void noLinkLeadsOut() throws IOException {
        Files.createSymbolicLink(folder.resolve("w.bin"), outside.resolve("w.bin"));
        assertThat(refused(model(initializer("w.bin"))))
                .endsWith("'w.bin' is a link out of the folder; copy the file into it.");
        Files.createSymbolicLink(folder.resolve("away"), outside);
        assertThat(refused(model(initializer("away/w.bin")))).contains("is a link out");
    }

    @Test
    void noneIsOverlooked() throws IOException {
        Proto constant =
                Proto.message().text(1, "value").field(5, tensor().field(13, location("../w.bin")));
        Proto node = Proto.message().text(2, "c").text(4, "Constant").field(5, constant);
        Proto body =
                Proto.message().text(1, "then_branch").field(6, Proto.message().field(1, node));
        Proto twice = tensor().field(13, location("../w.bin")).field(13, location("w.bin"));
        Files.write(folder.resolve("w.bin"), new byte[16]);
        for (Proto part :
                new Proto[] {
                    Proto.message().field(1, node),
                    Proto.message().field(1, Proto.message().text(4, "If").field(5, body)),
                    Proto.message().field(5, twice),
                    Proto.message().field(15, Proto.message().field(1, twice)),
                }) {
            assertThat(refused(model(part))).contains("'../w.bin' leads out of the folder");
        }
        Proto function = Proto.message().text(1, "f").field(7, node);
        assertThat(refused(write(Proto.model(graph()).field(25, function))))
                .contains("'../w.bin' leads out of the folder");
    }

    private Path model(Proto part) throws IOException {
        return write(Proto.model(graph().raw(part.bytes())));
    }

    private Path write(Proto model) throws IOException {
        return Files.write(folder.resolve("m.onnx"), model.bytes());
    }

    private static Proto graph() {
        return Proto.message().field(11, Proto.value("x", 1, 4)).field(12, Proto.value("y", 1, 4));
    }

    private static Proto initializer(String name) {
        return Proto.message().field(5, tensor().field(13, location(name)));
    }

    private static Proto tensor() {
        return Proto.message().text(8, "w").integer(2, 1).integer(1, 4).integer(14, 1);
    }

    private static Proto location(String name) {
        return Proto.message().text(1, "location").text(2, name);
    }

    private static Model read(Path model) {
        return ModelFolder.read(
                model,
                path -> {
                    throw new AssertionError("native code is not asked");
                });
    }

    private static String refused(Path model) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> read(model));
        assertThat(e.fault()).isEqualTo(Fault.MODEL);
        return String.valueOf(e.getMessage());
    }
}
