package dev.vitrine.kind.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tables as CSV (RFC 4180), in UTF-8; separated by commas, read with semicolons and tabs too, as
/// spreadsheets write them; decimals may then stand behind a comma.
///
/// What is quoted is text, as in pandas' `QUOTE_NONNUMERIC`; what is not is read as a number,
/// `true` or `false`, or nothing, where it looks like one. So a table that goes out comes back the
/// same.
public final class TableCsv {
    /// In so many first characters what parts cells is looked for.
    private static final int HEAD = 1 << 16;

    private static final String SEPARATORS = ",;\t";
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,18}");
    private static final Pattern COMMA = Pattern.compile("-?(0|[1-9]\\d*),\\d+");
    private static final Pattern GROUPED = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+,\\d+");

    /// In English these are thousands.
    private static final Pattern THOUSANDS = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");

    /// The line with which Excel says what parts cells.
    private static final Pattern SAID = Pattern.compile("sep=([,;\t])\\R");

    private static final Pattern REAL =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+([eE][+-]?\\d+)?|[eE][+-]?\\d+)");

    private TableCsv() {}

    /// The file of a table.
    public static byte[] write(Table table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Quotes quotes = new Quotes();
        try (CsvWriter csv =
                CsvWriter.builder().quoteStrategy(quotes).build(bytes, StandardCharsets.UTF_8)) {
            if (!table.headers().isEmpty()) {
                write(csv, quotes, table.headers());
            }
            table.rows().forEach(row -> write(csv, quotes, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Rows with tabs between the cells, as spreadsheets paste them.
    public static String tabbed(List<List<@Nullable Object>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder()
                        .fieldSeparator('\t')
                        .lineDelimiter(LineDelimiter.LF)
                        .build(text)) {
            rows.forEach(row -> csv.writeRecord(texts(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException with what is wrong where it is no table
    static Table read(String text) {
        String start = text.substring(0, Math.min(HEAD, text.length()));
        try {
            return read(start, new StringReader(text));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("characters are read, not bytes", e);
        }
    }

    /// Reads a file as it is, without a second copy of it as text.
    ///
    /// @throws CharacterCodingException where it is not UTF-8
    /// @throws IllegalArgumentException with what is wrong where it is no table
    static Table read(byte[] file) throws CharacterCodingException {
        String start = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.UTF_8);
        return read(
                start,
                new InputStreamReader(
                        new ByteArrayInputStream(file), StandardCharsets.UTF_8.newDecoder()));
    }

    /// @param start the beginning of what the reader reads
    private static Table read(String start, Reader text) throws CharacterCodingException {
        int skipped = start.startsWith("\uFEFF") ? 1 : 0;
        Matcher said = SAID.matcher(start).region(skipped, start.length());
        boolean says = said.lookingAt();
        return table(
                lines(
                        text,
                        says ? said.end() : skipped,
                        says ? said.group(1).charAt(0) : separator(start.substring(skipped))));
    }

    /// The cells of a spreadsheet as it puts them on the clipboard, without a header.
    ///
    /// @throws IllegalArgumentException with what is wrong where they are none
    public static List<List<@Nullable Object>> cells(String text) {
        char separator = text.indexOf('\t') >= 0 || !text.contains(";") ? '\t' : ';';
        try {
            return List.copyOf(lines(new StringReader(text), 0, separator));
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("characters are read, not bytes", e);
        }
    }

    /// What a person means who types it into a cell.
    public static @Nullable Object cell(String typed) {
        return value(typed.strip(), '\t');
    }

    /// @param skipped how many characters stand before the first line
    private static List<Row> lines(Reader text, int skipped, char separator)
            throws CharacterCodingException {
        try {
            text.skip(skipped);
            try (CsvReader<Row> reader =
                            CsvReader.builder()
                                    .fieldSeparator(separator)
                                    .skipEmptyLines(false)
                                    .allowUnclosedQuote(false)
                                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                                    .build(new CellReader(separator), text);
                    Stream<Row> lines = reader.stream()) {
                return lines.toList();
            }
        } catch (CsvParseException e) {
            throw new IllegalArgumentException("it is no CSV; check its quotation marks.", e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException wrong) {
                throw wrong;
            }
            throw e;
        } catch (CharacterCodingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(List<Row> lines) {
        if (lines.isEmpty()) {
            return new Table(List.of(), List.of());
        }
        List<String> headers =
                lines.getFirst().stream().map(cell -> cell == null ? "" : cell.toString()).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>(lines.size());
        for (Row line : lines.subList(1, lines.size())) {
            // With more columns than one an empty line is no row; it often ends a file.
            if (!line.isEmpty() || headers.size() == 1) {
                rows.add(line.isEmpty() ? Collections.singletonList(null) : line);
            }
        }
        return new Table(headers, rows);
    }

    /// The separator that stands most often in the first line, outside quotation marks.
    private static char separator(String csv) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            int which = SEPARATORS.indexOf(c);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    private static void write(CsvWriter csv, Quotes quotes, List<? extends @Nullable Object> row) {
        quotes.row = row;
        csv.writeRecord(texts(row));
    }

    private static List<@Nullable String> texts(List<? extends @Nullable Object> row) {
        List<@Nullable String> cells = new ArrayList<>(row.size());
        row.forEach(cell -> cells.add(cell == null ? null : cell.toString()));
        return cells;
    }

    /// What an unquoted field stands for.
    private static @Nullable Object value(String field) {
        return value(field, ',');
    }

    static @Nullable Object value(String field, char separator) {
        if (field.isEmpty()) {
            return null;
        }
        char first = field.charAt(0);
        if (first != '-' && (first < '0' || first > '9')) {
            // most cells of large files are words
            return field.equalsIgnoreCase("true") || field.equalsIgnoreCase("false")
                    ? (Object) Boolean.valueOf(field)
                    : (Object) field;
        }
        if (WHOLE.matcher(field).matches()) {
            try {
                return Long.valueOf(field);
            } catch (NumberFormatException e) {
                return field;
            }
        }
        if (REAL.matcher(field).matches()) {
            double n = Double.parseDouble(field);
            return Double.isFinite(n) ? (Object) n : (Object) field;
        }
        if (separator != ',' && isDecimal(field, separator)) {
            return Double.parseDouble(field.replace(".", "").replace(',', '.'));
        }
        return field;
    }

    /// Whether a field is a number with a decimal comma. With tabs it may be one in thousands,
    /// which then stays text.
    private static boolean isDecimal(String field, char separator) {
        return GROUPED.matcher(field).matches()
                || COMMA.matcher(field).matches()
                        && (separator == ';' || !THOUSANDS.matcher(field).matches());
    }

    /// Puts text in quotation marks where it would be read as something else without.
    private static final class Quotes implements QuoteStrategy {
        private List<? extends @Nullable Object> row = List.of();

        @Override
        public boolean quoteNull(int line, int field) {
            return false;
        }

        @Override
        public boolean quoteEmpty(int line, int field) {
            return true;
        }

        @Override
        public boolean quoteValue(int line, int field, String text) {
            return row.get(field) instanceof String
                    && (!text.equals(value(text))
                            || text.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0)
                            || "[{\uFEFF".indexOf(text.charAt(0)) >= 0);
        }
    }
}
