package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class ActionTest {
    @Test
    void noKeyDoesTwoThings() {
        List<String> keys =
                Arrays.stream(Action.values())
                        .flatMap(action -> action.keys().stream())
                        .map(Object::toString)
                        .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void everyActionSaysWhatItDoesInAPhraseWithoutAStop() {
        assertThat(Action.values())
                .allSatisfy(action -> {
                    assertThat(action.what()).matches("[A-Z].*[^.]");
                    assertThat(action.title()).isNotBlank();
                    assertThat(action.text()).isNotBlank();
                });
    }
}
