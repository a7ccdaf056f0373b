package dev.vitrine.kind.toggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToggleKindTest {
    private static final ToggleKind KIND = new ToggleKind();
    private static final Port PORT = Port.of("value", "toggle");

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "true", "1", "YES", " On "})
    void allWordsForYesAreYes(String word) {
        assertThat(KIND.decode(PORT, new Raw.Text(word))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "off", "false", "0", "NO", " Off "})
    void allWordsForNoAreNo(String word) {
        assertThat(KIND.decode(PORT, new Raw.Text(word))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "2", "yes please", "tru"})
    void anyOtherWordIsRefused(String word) {
        assertThatThrownBy(() -> KIND.decode(PORT, new Raw.Text(word)))
                .hasMessage("'Value' is neither yes nor no; give true or false.");
    }

    @Test
    void jsonTakesTrueAndFalseOnly() {
        assertThat(KIND.decode(PORT, new Raw.Json(Json.of(true)))).isTrue();
        assertThatThrownBy(() -> KIND.decode(PORT, new Raw.Json(Json.of(1))))
                .hasMessageContaining("'Value'");
        assertThatThrownBy(() -> KIND.decode(PORT, new Raw.Json(Json.of("true"))))
                .hasMessageContaining("'Value'");
    }

    @Test
    void whatItSaysIsWhatItReads() {
        assertThat(KIND.decode(PORT, new Raw.Text(KIND.text(PORT, true)))).isTrue();
        assertThat(KIND.decode(PORT, new Raw.Text(KIND.text(PORT, false)))).isFalse();
    }
}
