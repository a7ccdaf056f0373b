package dev.vitrine.kind.datetime;

import dev.vitrine.signature.Port;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a port's option `format` asks for, as RFC 3339 writes it.
///
/// A moment without an offset is one of a zone that the reader names. Where that zone's clock skips
/// it, it is moved on by what was skipped; where the clock shows it twice, the first is meant. A
/// time of day has no offset, for without a date nobody knows which one.
public enum Moment {
    DATE("date", "date", LocalDate.class, "2026-11-27"),
    DATE_TIME("date-time", "date and time", OffsetDateTime.class, "2026-11-27T14:30:00Z"),
    TIME("time", "time of day", LocalTime.class, "14:30:00");

    /// The word under which a port says it.
    static final String WORD = "format";

    private static final String DAY = "(\\d{4}-\\d\\d-\\d\\d)";
    private static final String CLOCK = "(\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)";
    private static final Pattern WHOLE =
            Pattern.compile(DAY + "(?:[Tt ]" + CLOCK + "([Zz]|[+-]\\d\\d:\\d\\d)?)?");
    private static final int MINUTE = 60;

    private final String id;
    private final String noun;
    private final Class<? extends Temporal> type;
    private final String sample;

    Moment(String id, String noun, Class<? extends Temporal> type, String sample) {
        this.id = id;
        this.noun = noun;
        this.type = type;
        this.sample = sample;
    }

    /// What a port asks for; a date and time where it says nothing.
    public static Moment of(Port port) {
        String word = port.option(WORD, String.class).orElse("");
        return Arrays.stream(values()).filter(m -> m.id.equals(word)).findFirst().orElse(DATE_TIME);
    }

    /// JSON Schema's name of it.
    public String id() {
        return id;
    }

    public boolean hasDay() {
        return this != TIME;
    }

    public boolean hasClock() {
        return this != DATE;
    }

    String noun() {
        return noun;
    }

    String sample() {
        return sample;
    }

    boolean is(Temporal value) {
        return type.isInstance(value);
    }

    /// Whether RFC 3339 can write the year, which has four digits there.
    static boolean isWritable(Temporal value) {
        if (!value.isSupported(ChronoField.YEAR)) {
            return true;
        }
        int year =
                value instanceof OffsetDateTime moment
                        ? atMinutes(moment).getYear()
                        : value.get(ChronoField.YEAR);
        return year >= 0 && year <= 9999;
    }

    /// Reads what RFC 3339 writes, a moment without its offset or its seconds too, and with a space
    /// before its time.
    ///
    /// @param zone of a moment that has no offset
    /// @throws DateTimeException where it is none, or there is no such day
    Temporal read(String text, ZoneId zone) {
        String trimmed = text.strip();
        return switch (this) {
            case DATE -> LocalDate.parse(trimmed, DateTimeFormatter.ISO_LOCAL_DATE);
            case TIME -> LocalTime.parse(trimmed, DateTimeFormatter.ISO_LOCAL_TIME);
            case DATE_TIME -> moment(trimmed, zone);
        };
    }

    /// What [#read] gives back, in the form of RFC 3339.
    String write(Temporal value) {
        return switch (value) {
            case LocalDate day -> DateTimeFormatter.ISO_LOCAL_DATE.format(day);
            case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
            case OffsetDateTime moment ->
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(atMinutes(moment));
            default -> value.toString();
        };
    }

    /// Which of two comes first.
    static int compare(Temporal one, Temporal other) {
        return switch (one) {
            case LocalDate day when other instanceof LocalDate second -> day.compareTo(second);
            case LocalTime time when other instanceof LocalTime second -> time.compareTo(second);
            case OffsetDateTime moment when other instanceof OffsetDateTime second ->
                    moment.toInstant().compareTo(second.toInstant());
            default -> throw new IllegalArgumentException(one + " and " + other);
        };
    }

    /// The moment at which a zone's clock shows this.
    public static OffsetDateTime at(LocalDateTime local, ZoneId zone) {
        return atMinutes(ZonedDateTime.of(local, zone).toOffsetDateTime());
    }

    /// The same moment at an offset without seconds, which RFC 3339 cannot write and clocks had
    /// before there were zones.
    private static OffsetDateTime atMinutes(OffsetDateTime moment) {
        int seconds = moment.getOffset().getTotalSeconds();
        return seconds % MINUTE == 0
                ? moment
                : moment.withOffsetSameInstant(
                        ZoneOffset.ofTotalSeconds(seconds / MINUTE * MINUTE));
    }

    private static OffsetDateTime moment(String text, ZoneId zone) {
        Matcher parts = WHOLE.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException(text);
        }
        LocalDate day = LocalDate.parse(parts.group(1));
        LocalTime clock =
                parts.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(parts.group(2));
        String offset = parts.group(3);
        return offset == null
                ? at(day.atTime(clock), zone)
                : day.atTime(clock).atOffset(ZoneOffset.of(offset.toUpperCase(Locale.ROOT)));
    }
}
