package dev.vitrine.kind.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class ColourKindTest {
    private static final ColourKind KIND = new ColourKind();
    private static final Port INK = Port.of("ink", "colour");
    private static final Port GLASS = INK.withOptions(Map.of("alpha", true));

    @ParameterizedTest
    @CsvSource({
        "#1F6FEB, #1f6feb",
        "#abc, #aabbcc",
        "' #000000 ', #000000",
        "#11223380, #11223380"
    })
    void aColourIsReadInAnyCaseAndWithThreeDigits(String text, String colour) {
        assertThat(KIND.decode(INK, new Raw.Text(text))).isEqualTo(colour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "1f6feb", "#12345", "#gggggg", "#1234567", "rgb(1,2,3)"})
    void whatIsNoColourIsRefusedWithOne(String text) {
        assertThatThrownBy(() -> KIND.decode(INK, new Raw.Text(text)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'Ink' is not a colour; give one such as #1f6feb.");
    }

    @Test
    void onlyAPortThatSaysSoTakesWhatShinesThrough() {
        assertThat(KIND.check(GLASS, "#11223380")).isEmpty();
        assertThat(KIND.check(GLASS, "#112233")).isEmpty();
        assertThat(KIND.check(INK, "#11223380"))
                .extracting(Problem::message)
                .containsExactly(
                        "'Ink' is #11223380, which shines through; give six digits, as in"
                                + " #112233.");
        assertThat(KIND.check(INK, "red")).hasSize(1);
    }
}
