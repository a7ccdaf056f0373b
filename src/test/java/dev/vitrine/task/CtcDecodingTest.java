package dev.vitrine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class CtcDecodingTest {
    private static final List<String> LETTERS = List.of("a", "b", "c");

    /// A step for each letter, repeated, and a blank between two that are alike.
    @Property
    void anyTextComesBackHoweverLongItsStepsAre(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 12) String text,
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll @IntRange(min = 0, max = 3) int blank) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && text.charAt(i) == text.charAt(i - 1)) {
                steps.append('-');
            }
            steps.append(String.valueOf(text.charAt(i)).repeat(times));
        }
        CtcDecoding.Read read = ctc(blank).decode(steps(steps.toString(), blank));
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.score()).isCloseTo(text.isEmpty() ? 0 : 0.75, within(1e-6));
    }

    @Test
    void labelsThatAreTooFewAreSaid() {
        Port port = Port.of("text", "text").withOptions(Map.of("labels", List.of("a")));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() ->
                        CtcDecoding.of(
                                new Words(port, Binding.of("y", Map.of("decode", "ctc"))),
                                new TensorInfo("y", ElementType.FLOAT32, Shape.of(1, -1, 4))))
                .withMessageContaining("has 1 characters and a blank");
    }

    private static CtcDecoding ctc(int blank) {
        Port port = Port.of("text", "text").withOptions(Map.of("labels", LETTERS));
        return CtcDecoding.of(
                new Words(port, Binding.of("y", Map.of("decode", "ctc", "blank", (long) blank))),
                new TensorInfo("y", ElementType.FLOAT32, Shape.of(1, -1, 4)));
    }

    private static Tensor steps(String steps, int blank) {
        float[] values = new float[4 * steps.length()];
        for (int i = 0; i < steps.length(); i++) {
            int letter = steps.charAt(i) - 'a';
            int index = steps.charAt(i) == '-' ? blank : letter < blank ? letter : letter + 1;
            values[4 * i + index] = 0.75f;
        }
        return Tensor.of(values, 1, steps.length(), 4);
    }
}
