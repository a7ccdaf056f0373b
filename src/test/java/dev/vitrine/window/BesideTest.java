package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.window.kind.Fx;

import javafx.scene.Node;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// What is drawn over another input follows that input in the form.
class BesideTest {
    @Test
    void boxesAreDrawnOnThePictureOfTheInputTheyName() {
        Signature signature =
                new Signature(
                        "Where",
                        "",
                        "other",
                        Map.of(),
                        List.of(
                                Port.of("first", "image"),
                                Port.of("second", "image"),
                                Port.of("where", "boxes").withOptions(Map.of("over", "second"))),
                        List.of(Port.of("answer", "text")),
                        List.of(),
                        false,
                        "",
                        "");
        try (FunctionModel model = new FunctionModel("where", signature, (in, run) -> Values.NONE);
                Runner runner = new Runner(1)) {
            Fx.run(() -> {
                DemoViewModel demo =
                        new DemoViewModel(
                                model, DemoViewModel.standard(model), runner, FxThread.BACKGROUND);
                try (InputForm form = new InputForm(demo, new FakeDesktop())) {
                    PortField field = form.field("where").orElseThrow();
                    assertThat(addBox(field).isDisabled()).isTrue();
                    demo.put("first", Picture.of(9, 9, 1, new byte[81]));
                    assertThat(addBox(field).isDisabled()).isTrue();
                    demo.put("second", Picture.of(4, 4, 1, new byte[16]));
                    assertThat(addBox(field).isDisabled()).isFalse();
                    demo.put("second", null);
                    assertThat(addBox(field).isDisabled()).isTrue();
                }
            });
        }
    }

    private static Node addBox(PortField field) {
        return field.lookupAll(".tool").stream()
                .filter(n -> n instanceof Labeled l && "Add box".equals(l.getText()))
                .findFirst()
                .orElseThrow();
    }
}
