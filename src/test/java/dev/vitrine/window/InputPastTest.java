package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class InputPastTest {
    private static final Signature SIGNATURE = Functions.of(false, (in, context) -> in).signature();

    private long now;
    private final Inputs inputs = new Inputs(SIGNATURE, Values.of("count", 2.0), () -> now);

    @Test
    void aPullOfASliderIsOneStepAndTheNextPullAnother() {
        pull("count", 3.0, 4.0, 5.0);
        later();
        pull("count", 6.0, 7.0);
        assertThat(inputs.undo()).isTrue();
        assertThat(count()).isEqualTo(5.0);
        assertThat(inputs.undo()).isTrue();
        assertThat(count()).isEqualTo(2.0);
        assertThat(inputs.undo()).isFalse();
        assertThat(inputs.redo()).isTrue();
        assertThat(inputs.redo()).isTrue();
        assertThat(inputs.redo()).isFalse();
        assertThat(count()).isEqualTo(7.0);
    }

    @Test
    void anExampleIsOneStepAndKnownAgainWhenItIsRedone() {
        Values mine = Values.of("text", "mine").with("count", 3.0);
        inputs.put(mine, 0);
        inputs.put(Values.of("text", "theirs").with("count", 1.0), 2);
        inputs.undo();
        assertThat(inputs.get()).isEqualTo(mine);
        assertThat(inputs.exampleProperty().get()).isZero();
        inputs.redo();
        assertThat(text()).isEqualTo("theirs");
        assertThat(inputs.exampleProperty().get()).isEqualTo(2);
    }

    @Test
    void whatAnEditorTookBackItselfNeedsNotBeUndoneAgain() {
        pull("count", 4.0);
        pull("text", "hello");
        later();
        pull("text", "hello world");
        inputs.put("text", "hello", true);
        inputs.put("text", null, true);
        inputs.undo();
        assertThat(count()).isEqualTo(2.0);
        assertThat(inputs.undo()).isFalse();
    }

    @Test
    void whereASliderStandsByItselfIsNoStepAndClearIsUndoneAtOnce() {
        inputs.adopt("text", "by itself");
        assertThat(inputs.undo()).isFalse();
        pull("text", "mine");
        inputs.put(Values.of("count", 2.0), 0);
        inputs.adopt("text", "by itself");
        inputs.undo();
        assertThat(text()).isEqualTo("mine");
    }

    @Test
    void whatAnEditorTookBackInPartIsUndoneWithTheRest() {
        pull("text", "hello");
        later();
        pull("text", "hello world");
        inputs.put("text", "hell", true);
        inputs.undo();
        assertThat(inputs.get().find("text")).isEmpty();
    }

    @Property
    void undoGoesBackToTheStartAndRedoToTheEndWhateverWasDone(
            @ForAll @Size(max = 150) List<@IntRange(max = 5) Integer> deeds) {
        Inputs form = new Inputs(SIGNATURE, Values.of("count", 2.0), () -> now);
        List<Values> seen = new ArrayList<>(List.of(form.get()));
        for (int deed : deeds) {
            later();
            switch (deed) {
                case 0 -> form.put("count", (double) seen.size(), false);
                case 1 -> form.put("text", "text " + seen.size(), false);
                case 2 -> form.put("text", null, false);
                default -> form.put(Values.of("text", "example " + seen.size()), deed);
            }
            if (form.get() != seen.getLast()) {
                seen.add(form.get());
            }
        }
        int steps = Math.min(InputPast.MOST, seen.size() - 1);
        for (int i = 1; i <= steps; i++) {
            assertThat(form.undo()).isTrue();
            assertThat(form.get()).isEqualTo(seen.get(seen.size() - 1 - i));
        }
        assertThat(form.undo()).isFalse();
        for (int i = steps - 1; i >= 0; i--) {
            assertThat(form.redo()).isTrue();
            assertThat(form.get()).isEqualTo(seen.get(seen.size() - 1 - i));
        }
        assertThat(form.redo()).isFalse();
    }

    private void pull(String port, Object... values) {
        for (Object value : values) {
            now += InputPast.CLOSE.toNanos() / 2;
            inputs.put(port, value, false);
        }
    }

    private void later() {
        now += 2 * InputPast.CLOSE.toNanos();
    }

    private Object count() {
        return inputs.get().get("count", Double.class);
    }

    private String text() {
        return inputs.get().get("text", String.class);
    }
}
