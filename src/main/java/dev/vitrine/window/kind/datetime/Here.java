package dev.vitrine.window.kind.datetime;

import dev.vitrine.kind.datetime.Moment;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// How dates and times are written where the reader is, and read as people there write them.
///
/// @param locale whose forms are used
/// @param zone in which moments are shown
record Here(Locale locale, ZoneId zone) {
    private static final String ISO_DAY = "u-M-d";

    /// Where the computer says that it is.
    static Here now() {
        return new Here(Locale.getDefault(Locale.Category.FORMAT), ZoneId.systemDefault());
    }

    /// A date as a field has it: in digits, in the order of the locale, with the whole year.
    String day(LocalDate day) {
        return day.getYear() < 1000
                ? DateTimeFormatter.ISO_LOCAL_DATE.format(day)
                : DateTimeFormatter.ofPattern(dayPattern(), locale).format(day);
    }

    /// A time of day as a field has it, with no more digits than it needs.
    String clock(LocalTime time) {
        return time.toString();
    }

    /// The date that somebody typed in the order of the locale, or as RFC 3339 has it, or with
    /// points; nothing where there is no such day.
    Optional<LocalDate> readDay(String text) {
        String typed = text.strip();
        return Stream.of(dayPattern(), ISO_DAY, "d.M.u")
                .map(pattern -> pattern.replace("dd", "d").replace("MM", "M"))
                .map(pattern -> parsed(pattern, typed, LocalDate::from))
                .flatMap(Optional::stream)
                .filter(day -> day.getYear() >= 1000 || typed.matches("\\d{4}-.*"))
                .findFirst();
    }

    /// The time of day that somebody typed: `14:30`, or as the locale has it, such as `2:30 pm`.
    Optional<LocalTime> readClock(String text) {
        String typed = text.replaceAll("[\\s\\u00a0\\u202f]", "");
        return Stream.of(
                        "H:mm",
                        "H:mm:ss",
                        "H:mm:ss.SSS",
                        "H:mm:ss.SSSSSS",
                        "H:mm:ss.SSSSSSSSS",
                        "H.mm",
                        clockPattern(FormatStyle.SHORT),
                        clockPattern(FormatStyle.MEDIUM),
                        "h:mma",
                        "ha")
                .map(pattern -> parsed(pattern, typed, LocalTime::from))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// A value as people read it.
    String words(Temporal value) {
        return switch (value) {
            case LocalDate day ->
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(locale)
                            .format(day);
            case LocalTime time -> time(time);
            case OffsetDateTime moment ->
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                    .withLocale(locale)
                                    .format(at(moment))
                            + ", "
                            + time(at(moment).toLocalTime());
            default -> value.toString();
        };
    }

    /// The same moment where the reader is.
    OffsetDateTime at(OffsetDateTime moment) {
        return moment.atZoneSameInstant(zone).toOffsetDateTime();
    }

    /// How far the clock here is from that of Greenwich at a moment.
    String offset(OffsetDateTime moment) {
        String id = at(moment).getOffset().getId();
        return id.equals("Z") ? "UTC" : "UTC" + id;
    }

    /// What there is now, to the second.
    Temporal now(Moment moment) {
        OffsetDateTime now = OffsetDateTime.now(zone).withNano(0);
        return switch (moment) {
            case DATE -> now.toLocalDate();
            case TIME -> now.toLocalTime();
            case DATE_TIME -> now;
        };
    }

    private String time(LocalTime time) {
        return time.getNano() != 0
                ? time.toString()
                : DateTimeFormatter.ofLocalizedTime(
                                time.getSecond() == 0 ? FormatStyle.SHORT : FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(time);
    }

    /// A locale whose calendar counts otherwise has the form of RFC 3339.
    private String dayPattern() {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
                        .replaceAll("[yu]+", "uuuu");
        return pattern.matches("[^a-zA-Z']*(?:(?:uuuu|MM?|dd?)[^a-zA-Z']*){3}")
                ? pattern
                : "uuuu-MM-dd";
    }

    private String clockPattern(FormatStyle style) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        null, style, IsoChronology.INSTANCE, locale)
                .replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    /// No day is bent to the last one of its month.
    private <T> Optional<T> parsed(String pattern, String text, Function<TemporalAccessor, T> as) {
        try {
            return Optional.of(
                    as.apply(
                            new DateTimeFormatterBuilder()
                                    .parseCaseInsensitive()
                                    .appendPattern(pattern)
                                    .toFormatter(locale)
                                    .withResolverStyle(ResolverStyle.STRICT)
                                    .parse(text)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What a person typed into both fields; null where it is nothing.
    @Nullable Temporal read(Moment moment, String day, String clock) {
        Optional<LocalDate> date = readDay(day);
        Optional<LocalTime> time =
                clock.isBlank() && moment == Moment.DATE_TIME
                        ? Optional.of(LocalTime.MIDNIGHT)
                        : readClock(clock);
        return switch (moment) {
            case DATE -> date.orElse(null);
            case TIME -> time.orElse(null);
            case DATE_TIME ->
                    date.isPresent() && time.isPresent()
                            ? Moment.at(date.get().atTime(time.get()), zone)
                            : null;
        };
    }
}
