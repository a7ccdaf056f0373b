package dev.vitrine.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.label.LabelKind;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

class ModelFolderTest {
    private static final Path DIGITS = Path.of("models/digits");

    private static Model digits() {
        return ModelFolder.read(
                DIGITS,
                file -> {
                    throw new AssertionError("Reading opened " + file);
                });
    }

    @Test
    void readsTheDigitsDemoWithoutOpeningItsNetwork() throws Exception {
        Model digits = digits();
        assertThat(digits.id()).isEqualTo("digits");
        assertThat(digits.signature().title()).isEqualTo("Digits");
        assertThat(LabelKind.labels(digits.signature().outputs().getFirst()))
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(digits.about().bytes()).isEqualTo(Files.size(DIGITS.resolve("model.onnx")));
        assertThat(digits.about().origin()).contains(DIGITS);
        assertThat(digits.about().card()).isEqualTo(Files.readString(DIGITS.resolve("README.md")));
        assertThat(digits.declared().get("main").inputs()).hasSize(1);
    }

    @Test
    void readsTheMediaOfAnExampleAsUploadsWithTheirNames() throws Exception {
        Model digits = digits();
        Raw raw = digits.read(digits.signature().examples().getFirst()).get("image");
        assertThat(raw).isInstanceOf(Raw.Upload.class);
        Raw.Upload upload = (Raw.Upload) raw;
        assertThat(upload.fileName()).isEqualTo("digit_0.png");
        assertThat(upload.bytes())
                .isEqualTo(Files.readAllBytes(DIGITS.resolve("examples/digit_0.png")));
    }
}
