package dev.vitrine.window.kind.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Npz;
import dev.vitrine.tensor.ProtoBytes;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.FakeDesktop;
import dev.vitrine.window.kind.Fx;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The window's tensors: every file, every type and rank, a slice at a time, and nothing that keeps
/// the window waiting.
class TensorFacesTest {
    @TempDir Path folder;

    @Test
    void everyFileIsOpenedAndDropped() throws IOException {
        Tensor some = Tensor.of(new float[] {1.5f, -2}, 2);
        Map<String, byte[]> files =
                Map.of(
                        "x.npy", Npy.write(some),
                        "x.npz", Npz.write(Map.of("arr_0", some)),
                        "X.PB", ProtoBytes.tensor("x", some, ProtoBytes.Form.SINGLE));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = Files.write(folder.resolve(file.getKey()), file.getValue());
            FakeDesktop desktop = new FakeDesktop();
            desktop.choice = Optional.of(path);
            TensorEditor editor = Fx.get(() -> new TensorEditor(port(some), desktop));
            Fx.run(() -> ((Button) editor.tools().getFirst()).fire());
            Fx.await("opened " + path, () -> some.equals(editor.valueProperty().get()));
            Fx.run(() -> editor.set(null));
            Offer offer = Offer.of(List.of(path));
            assertThat(Fx.get(() -> desktop.drop(editor.node(), offer))).isTrue();
            Fx.await("dropped " + path, () -> some.equals(editor.valueProperty().get()));
            Fx.run(editor::close);
        }
    }

    @Test
    void everyTypeAndRankIsShownAndTakenBack() {
        for (ElementType type : ElementType.values()) {
            for (int rank = 0; rank <= 8; rank++) {
                long[] shape = new long[rank];
                Arrays.fill(shape, 2);
                Tensor tensor =
                        type == ElementType.STRING
                                ? Tensor.of(java.util.Collections.nCopies(1 << rank, "ü"), shape)
                                : Tensor.of(type, new double[1 << rank], shape);
                Fx.run(() -> {
                    try (TensorEditor editor = new TensorEditor(port(tensor), new FakeDesktop());
                            TensorViewer viewer =
                                    new TensorViewer(port(tensor), new FakeDesktop())) {
                        editor.set(tensor);
                        assertThat(editor.valueProperty().get()).isSameAs(tensor);
                        assertThat(editor.problemProperty().get()).isNull();
                        viewer.show(tensor);
                        assertThat(viewer.captionProperty().get()).isEqualTo(tensor.form());
                    }
                });
            }
        }
    }

    @Test
    void aSliceIsChosenByItsNumber() {
        float[] numbers = new float[2 * 3 * 2 * 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        Tensor tensor = Tensor.of(numbers, 2, 3, 2, 2);
        Fx.run(() -> {
            try (TensorViewer viewer = new TensorViewer(port(tensor), new FakeDesktop())) {
                viewer.show(tensor);
                assertThat(texts(viewer.node())).anyMatch(t -> t.startsWith("[0, 0, :, :]"));
                Spinner<?> spinner = (Spinner<?>) viewer.node().lookup(".pager");
                spinner.increment(4);
                assertThat(texts(viewer.node()))
                        .anyMatch(t -> t.startsWith("[1, 1, :, :]"))
                        .contains("of 6", "16  17\n18  19");
                spinner.increment(2);
                assertThat(texts(viewer.node())).anyMatch(t -> t.startsWith("[0, 0, :, :]"));
                viewer.show(tensor.reshape(4, 6));
                assertThat(spinner.getParent().isVisible()).isFalse();
            }
        });
    }

    /// 200 MB; a bound that no slow machine passes by working on the FX thread.
    @Test
    void aLargeTensorKeepsNobodyWaiting() {
        Tensor large = Tensor.of(ElementType.FLOAT32, Tensor.allocate(200L << 20), 50, 1024, 1024);
        TensorViewer viewer = Fx.get(() -> new TensorViewer(port(large), new FakeDesktop()));
        long begin = System.nanoTime();
        Fx.run(() -> viewer.show(large));
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(2_000);
        Fx.await(
                "statistics", () -> texts(viewer.node()).stream().anyMatch(t -> t.startsWith("0")));
        Fx.run(viewer::close);
    }

    private static Port port(Tensor tensor) {
        return Port.of("x", "tensor")
                .withOptions(TensorKind.options(tensor.type(), Shape.of(tensor.shape())));
    }

    private static List<String> texts(Node node) {
        return nodes(node).filter(Label.class::isInstance).map(n -> ((Label) n).getText()).toList();
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof javafx.scene.Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(TensorFacesTest::nodes))
                : Stream.of(node);
    }
}
