package dev.vitrine.kind.datetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class DatetimeKindTest {
    private static final DatetimeKind KIND = new DatetimeKind();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Port MOMENT = Port.of("when", "datetime");
    private static final Port DAY = MOMENT.withOptions(Map.of("format", "date"));
    private static final Port CLOCK = MOMENT.withOptions(Map.of("format", "time"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-27T10:00:00+01:00",
                "2026-11-27t10:00:00+01:00",
                "2026-11-27 10:00:00+01:00",
                "2026-11-27T10:00+01:00",
                " 2026-11-27T10:00:00.000+01:00 "
            })
    void aMomentIsReadInAllFormsOfRfc3339(String text) {
        assertThat(KIND.decode(MOMENT, new Raw.Json(Json.of(text))))
                .isEqualTo(OffsetDateTime.parse("2026-11-27T10:00+01:00"));
        assertThat(KIND.encode(MOMENT, KIND.decode(MOMENT, new Raw.Text(text))).stringValue())
                .isEqualTo("2026-11-27T10:00:00+01:00");
    }

    @ParameterizedTest
    @CsvSource({
        // as the clock shows it
        "2026-07-01T12:00, 2026-07-01T12:00+02:00",
        "2026-01-01 12:00:30, 2026-01-01T12:00:30+01:00",
        "2026-01-01, 2026-01-01T00:00+01:00",
        // skipped in spring, twice in autumn
        "2026-03-29T02:30, 2026-03-29T03:30+02:00",
        "2026-10-25T02:30, 2026-10-25T02:30+02:00",
        // before there were zones the clock was 53 minutes and 28 seconds ahead
        "1850-01-01T12:00, 1850-01-01T11:59:32+00:53"
    })
    void aMomentWithoutAnOffsetIsOneOfTheZoneOfWhoReadsIt(String text, String moment) {
        assertThat(Moment.DATE_TIME.read(text, BERLIN)).isEqualTo(OffsetDateTime.parse(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "when, 2026-11-27T25:00:00Z",
        "when, 2026-11-27T10:00:00+1",
        "when, 10000-01-01T00:00:00Z",
        "when, 27.11.2026",
        "date, 2025-02-29",
        "date, 1900-02-29",
        "date, 2026-04-31",
        "date, 2026-11-27T10:00:00Z",
        "date, 10000-01-01",
        "date, 0",
        "time, 24:00",
        "time, 10:00:00Z",
        "time, ten"
    })
    void whatIsNoneIsRefusedWithOneThatIs(String format, String text) {
        Port port = MOMENT.withOptions(Map.of("format", format));
        assertThatThrownBy(() -> KIND.decode(port, new Raw.Text(text)))
                .isInstanceOf(ProblemException.class)
                .hasMessageMatching(
                        "'When' is no (date|date and time|time of day); give one such as .*\\.");
    }

    @Test
    void onlyTextIsADate() {
        assertThatThrownBy(() -> KIND.decode(DAY, new Raw.Json(Json.of(20_261_127L))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theBoundsAreInclusiveAndTold() {
        Port port =
                MOMENT.withOptions(
                        Map.of("format", "date", "min", "2026-01-01", "max", "2026-12-31"));
        assertThat(messages(port, LocalDate.of(2026, 1, 1))).isEmpty();
        assertThat(messages(port, LocalDate.of(2026, 12, 31))).isEmpty();
        assertThat(messages(port, LocalDate.of(2025, 12, 31)))
                .containsExactly(
                        "'When' is 2025-12-31; give a date from 2026-01-01 to 2026-12-31.");
        Port late = CLOCK.withOptions(Map.of("format", "time", "min", "18:00"));
        assertThat(messages(late, LocalTime.of(17, 59)))
                .containsExactly("'When' is 17:59:00; give a time of day from 18:00:00 on.");
        assertThat(messages(DAY, LocalTime.NOON)).hasSize(1);
        assertThat(messages(DAY, LocalDate.of(10_000, 1, 1))).hasSize(1);
        assertThat(messages(DAY, LocalDate.of(-1, 1, 1))).hasSize(1);
        assertThat(KIND.schema(port).toString())
                .isEqualTo(
                        "{\"type\":\"string\",\"format\":\"date\",\"formatMinimum\":\"2026-01-01\","
                                + "\"formatMaximum\":\"2026-12-31\"}");
    }

    @Test
    void boundsThatAreNoneAreDeclaredWrong() {
        assertThat(declared(Map.of("format", "date", "min", "1.1.2026")))
                .containsExactly("The min of 'when' is no date; write one such as 2026-11-27.");
        assertThat(declared(Map.of("format", "time", "min", "10:00", "max", "09:00")))
                .containsExactly("The min of 'when' is after its max; swap them.");
        assertThat(declared(Map.of())).isEmpty();
    }

    @Property
    void aYearHasItsLeapDayOrIsRefused(@ForAll @IntRange(min = 0, max = 9999) int year) {
        String text = String.format(Locale.ROOT, "%04d-02-29", year);
        if (Year.isLeap(year)) {
            assertThat(KIND.decode(DAY, new Raw.Text(text))).isEqualTo(LocalDate.of(year, 2, 29));
        } else {
            assertThatThrownBy(() -> KIND.decode(DAY, new Raw.Text(text)))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    }

    /// What a clock shows is what is meant; what it skips is moved on by what was skipped; what it
    /// shows twice is the first.
    @Property(tries = 2000)
    void aMomentOfAZoneIsOneThatItsClockShows(
            @ForAll("zones") String id,
            @ForAll @LongRange(min = -2_000_000_000L, max = 4_000_000_000L) long seconds) {
        ZoneId zone = ZoneId.of(id);
        LocalDateTime local = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        OffsetDateTime moment = (OffsetDateTime) Moment.DATE_TIME.read(local.toString(), zone);
        LocalDateTime shown = moment.atZoneSameInstant(zone).toLocalDateTime();
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            Duration gap = zone.getRules().getTransition(local).getDuration();
            assertThat(shown).isEqualTo(local.plus(gap));
        } else {
            assertThat(shown).isEqualTo(local);
            assertThat(moment.toInstant()).isEqualTo(local.toInstant(offsets.getFirst()));
        }
        assertThat(Moment.DATE_TIME.write(moment))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([+-]\\d\\d:\\d\\d|Z)");
    }

    /// The hours around each change of the clocks, where the law above hardly comes by chance.
    @Property
    void theChangesOfTheClockAreSuchMoments(
            @ForAll("zones") String id,
            @ForAll @IntRange(min = 1970, max = 2060) int year,
            @ForAll @IntRange(min = -7200, max = 7200) int seconds) {
        var change =
                ZoneId.of(id)
                        .getRules()
                        .nextTransition(
                                Year.of(year).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        Assume.that(change != null);
        aMomentOfAZoneIsOneThatItsClockShows(
                id, change.getDateTimeBefore().plusSeconds(seconds).toEpochSecond(ZoneOffset.UTC));
    }

    private static List<String> messages(Port port, Temporal value) {
        return KIND.check(port, value).stream().map(Problem::message).toList();
    }

    private static List<String> declared(Map<String, Object> options) {
        return KIND.declare(MOMENT.withOptions(options)).stream().map(Problem::message).toList();
    }
}
