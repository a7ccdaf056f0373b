package dev.vitrine.kind.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Tensor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class VectorKindTest {
    private static final VectorKind KIND = new VectorKind();
    private static final Port PORT = Port.of("features", "vector");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5 -2 3000",
                "0.5, -2, 3000",
                "0.5;-2;3000",
                "0.5\n-2\n3000\n",
                "[0.5, -2, 3e3]",
                "[ 5.e-01 -2.e+00\n  3.e+03]",
                "array([0.5, -2. , 3000.], dtype=float32)",
                "np.array([[ 0.5, -2., 3000.]])",
                "tensor([0.5000, -2.0000, 3000.0000], device='cuda:0')"
            })
    void numbersAreReadAsOtherProgramsWriteThem(String text) {
        assertThat(KIND.decode(PORT, new Raw.Text(text))).isEqualTo(Vector.of(0.5, -2, 3000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 two 3 | has two, which is no number",
                "[1 2 ... 9] | has '...' where numbers were left out",
                "1d 2 | has 1d, which is no number"
            })
    void aWordThatIsNoNumberIsNamed(String text, String sentence) {
        assertThatThrownBy(() -> KIND.decode(PORT, new Raw.Text(text)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "'Features' " + sentence + "; give numbers such as [0.5, -0.25, 1].");
    }

    @Test
    void aListInAListIsTheListAndMoreAreNone() {
        assertThat(KIND.decode(PORT, new Raw.Json(Json.of(List.of(List.of(1, 2))))))
                .isEqualTo(Vector.of(1, 2));
        assertThatThrownBy(() ->
                        KIND.decode(PORT, new Raw.Json(Json.of(List.of(List.of(1), List.of(2))))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsSavedIsOpenedAgain() {
        Vector vector = Vector.of(0.1, -2, 1e-7, 3);
        for (byte[] bytes :
                List.of(
                        VectorKind.npy(vector),
                        VectorKind.csv(PORT, vector),
                        VectorKind.list(vector).getBytes(StandardCharsets.UTF_8))) {
            assertThat(KIND.decode(PORT, new Raw.Upload(bytes, "x", null))).isEqualTo(vector);
        }
    }

    @Test
    void lengthAndBoundsAreHeldAndTold() {
        Port port = PORT.withOptions(Map.of("length", 3L)).withLimits(Limits.between(0, 1));
        assertThat(messages(port, Vector.of(0, 1, 0.5))).isEmpty();
        assertThat(messages(port, Vector.of(0, 1)))
                .containsExactly("'Features' has 2 numbers; give 3.");
        assertThat(messages(port, Vector.of(0, 1.5, -1)))
                .containsExactly("'Features' has 1.5 at place 2; give numbers from 0 to 1.");
        assertThat(messages(PORT, Vector.of(1, Double.NaN)))
                .containsExactly("'Features' has NaN at place 2; give numbers that are finite.");
    }

    @Test
    void theFiguresAreThoseOfTheNumbers() {
        Summary s = Summary.of(Vector.of(3, -4));
        assertThat(s).isEqualTo(new Summary(2, -4, 3, -0.5, 5));
        assertThat(Summary.of(Vector.of(3e200, 4e200)).norm() / 1e200)
                .isBetween(4.999999, 5.000001);
        assertThat(Summary.of(Vector.of()).norm()).isZero();
        assertThat(Summary.of(Vector.of()).mean()).isNaN();
    }

    @Test
    void singlePrecisionHasNoMoreDigitsThanItHad() {
        assertThat(VectorKind.of(Tensor.of(new float[] {0.1f, -2}, 1, 2)))
                .isEqualTo(Vector.of(0.1, -2));
    }

    @Test
    void manyNumbersComeBackAsTheyWere() {
        Vector many = Vector.of(IntStream.range(0, 100_000).mapToDouble(Math::sin).toArray());
        assertThat(KIND.decode(PORT, new Raw.Text(VectorKind.list(many)))).isEqualTo(many);
        assertThat(KIND.check(PORT, many)).isEmpty();
        assertThat(KIND.text(PORT, many)).startsWith("100,000 numbers");
    }

    private static List<String> messages(Port port, Vector value) {
        return KIND.check(port, value).stream().map(Problem::message).toList();
    }
}
