package dev.vitrine.kind.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.log.LogLines.Level;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLinesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-27 12:00:01 ERROR no disk, ERROR",
        "[error] no disk, ERROR",
        "time=1 level=warn msg=slow, WARNING",
        "WARNING:root:slow, WARNING",
        "INFO: Started server process, INFO",
        "12:00 DEBUG x, DEBUG",
        "An error is no level in a sentence, NONE",
        "INFORMATION, NONE",
        "[17/40] compiling, NONE"
    })
    void aLineHasTheLevelThatItSays(String line, Level level) {
        assertThat(LogLines.of(line).lines()).singleElement().returns(level, LogLines.Line::level);
    }

    @Test
    void aStackTraceBelongsToItsLine() {
        LogLines log = LogLines.of("ERROR x\n\tat a.b\nCaused by: y\n\tat c.d\nready\n");
        assertThat(log.lines())
                .extracting(LogLines.Line::level)
                .containsExactly(Level.ERROR, Level.ERROR, Level.ERROR, Level.ERROR, Level.NONE);
    }

    @Test
    void whatATerminalObeysIsNotShownAndAProgressBarIsItsLastState() {
        LogLines log =
                LogLines.of(
                        "\u001b[1;31mred\u001b[0m\r\n"
                                + "\u001b]0;title\u0007 10 %\r"
                                + " 55 %\r"
                                + "100 %\n"
                                + "b\u0007ell\n");
        assertThat(log.lines())
                .extracting(LogLines.Line::text)
                .containsExactly("red", "100 %", "bell");
        assertThat(log.total()).isEqualTo(3);
    }

    @Test
    void ofManyLinesTheLastAreThere() {
        LogLines log = LogLines.of("line\n".repeat(123_456) + "the end");
        assertThat(log.total()).isEqualTo(123_457);
        assertThat(log.lines()).hasSize(LogLines.MOST);
        assertThat(log.lines().getLast().text()).isEqualTo("the end");
    }

    @Property
    void nothingThatATerminalObeysIsLeft(@ForAll("logs") String log) {
        String plain = LogLines.plain(log);
        assertThat(plain).doesNotContainPattern("[\\p{Cc}&&[^\\t\\n]]");
        assertThat(LogLines.plain(plain)).isEqualTo(plain);
    }

    @Provide
    Arbitrary<String> logs() {
        return Arbitraries.strings().withChars("\u001b[]0;31mK\r\n\t\u0007\\aé ").ofMaxLength(60);
    }
}
