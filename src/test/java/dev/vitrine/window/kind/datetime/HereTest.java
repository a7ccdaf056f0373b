package dev.vitrine.window.kind.datetime;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

class HereTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of(
                Arrays.stream(Locale.getAvailableLocales())
                        .sorted(Comparator.comparing(Locale::toLanguageTag))
                        .toList());
    }

    @Property(tries = 2000)
    void whatAFieldShowsIsReadAgainInEveryLocale(
            @ForAll("locales") Locale locale,
            @ForAll @LongRange(min = -719_528, max = 2_932_896) long day,
            @ForAll @IntRange(min = 0, max = 86_399) int second,
            @ForAll @IntRange(min = 0, max = 999) int milli) {
        Here here = new Here(locale, BERLIN);
        LocalDate date = LocalDate.ofEpochDay(day);
        assertThat(here.readDay(here.day(date))).as(here.day(date)).contains(date);
        LocalTime time = LocalTime.ofSecondOfDay(second).plusNanos(1_000_000L * milli);
        assertThat(here.readClock(here.clock(time))).as(here.clock(time)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 11/27/2026, 2026-11-27",
        "en-US, 2/3/2026, 2026-02-03",
        "en-GB, 2/3/2026, 2026-03-02",
        "de-DE, 2.3.2026, 2026-03-02",
        "de-DE, 02.03.2026, 2026-03-02",
        "ja-JP, 2026/3/2, 2026-03-02",
        "en-US, 2026-3-2, 2026-03-02",
        "en-US, 2.3.2026, 2026-03-02",
        "en-US, 2/29/2024, 2024-02-29"
    })
    void aDateIsTypedAsThoseWhoLiveThereWriteIt(String locale, String text, LocalDate date) {
        assertThat(here(locale).readDay(text)).contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 2/29/2025",
        "en-US, 13/1/2026",
        "de-DE, 31.4.2026",
        "en-US, 1/2/26",
        "en-US, ''"
    })
    void aDayThatThereIsNotIsNotBentToAnother(String locale, String text) {
        assertThat(here(locale).readDay(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 2:30 PM, 14:30",
        "en-US, 2:30pm, 14:30",
        "en-US, 2pm, 14:00",
        "en-US, 14:30, 14:30",
        "de-DE, 9:05, 09:05",
        "fi-FI, 9.05, 09:05",
        "en-US, 14:30:05.25, ''",
        "en-US, 25:00, ''"
    })
    void aTimeIsTypedAsThoseWhoLiveThereWriteIt(String locale, String text, String time) {
        assertThat(here(locale).readClock(text).map(LocalTime::toString).orElse(""))
                .isEqualTo(time);
    }

    @Test
    void wordsAreInTheZoneAndTheFormOfTheReader() {
        OffsetDateTime moment = OffsetDateTime.parse("2026-11-27T23:30:00Z");
        assertThat(here("de-DE").words(moment)).isEqualTo("28.11.2026, 00:30");
        assertThat(here("en-US").words(LocalDate.of(2026, 11, 27))).isEqualTo("November 27, 2026");
        assertThat(here("de-DE").offset(moment)).isEqualTo("UTC+01:00");
    }

    private static Here here(String locale) {
        return new Here(Locale.forLanguageTag(locale), BERLIN);
    }
}
