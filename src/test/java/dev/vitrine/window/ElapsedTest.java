package dev.vitrine.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class ElapsedTest {
    @ParameterizedTest
    @CsvSource({
        "0.04, 0.0 ms",
        "3.14, 3.1 ms",
        "9.96, 10 ms",
        "214.4, 214 ms",
        "999.6, 1.0 s",
        "1240, 1.2 s",
        "59960, 1 min 0 s",
        "125000, 2 min 5 s"
    })
    void isShortAndInTheUnitAPersonExpects(double millis, String text) {
        assertThat(Elapsed.text(Duration.ofNanos((long) (millis * 1e6)))).isEqualTo(text);
    }
}
