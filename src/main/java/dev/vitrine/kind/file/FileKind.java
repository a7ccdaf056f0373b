package dev.vitrine.kind.file;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Files of any type, or of those that the option `types` lists: taken as an upload, a path or a
/// data URI with a name (see [Attachment]), and given back the same way.
public final class FileKind implements Kind<Attachment> {
    /// How many bytes a file may have where the port sets no bound: 100 MB.
    public static final long MAX_BYTES = 100_000_000;

    private static final String TYPES = "types";
    private static final String MOST = "maxBytes";

    @Override
    public String id() {
        return "file";
    }

    @Override
    public Class<Attachment> type() {
        return Attachment.class;
    }

    @Override
    public Attachment decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Upload(byte[] bytes, @Nullable String name, @Nullable String mediaType) ->
                    new Attachment(
                            name == null ? FileName.NONE : name,
                            mediaType == null ? "" : mediaType,
                            bytes);
            case Raw.Text(String text) -> FileText.read(port, text).file();
            case Raw.Json(JsonNode node) -> FileText.read(port, node).file();
        };
    }

    @Override
    public JsonNode encode(Port port, Attachment value) {
        return FileText.write(value);
    }

    @Override
    public List<Problem> declare(Port port) {
        return types(port).stream()
                .filter(type -> !type.matches("\\.[^./\\\\\\s]+|[^/\\s]+/[^/\\s]+"))
                .findFirst()
                .map(type ->
                        List.of(
                                Problem.at(
                                        port.name(),
                                        TYPES,
                                        "'%s' is no type of a file; write an extension such as '.csv' or a media type such as 'image/*'."
                                                .formatted(type))))
                .orElse(List.of());
    }

    @Override
    public List<Problem> check(Port port, Attachment value) {
        return problem(port, value.name(), value.mediaType(), value.bytes().length).stream()
                .toList();
    }

    /// Refuses a file that is too large for a port, or none of its types.
    @Override
    public void look(Port port, byte[] head, long size, String fileName) {
        Attachment empty = Attachment.of(fileName, new byte[0]);
        problem(port, empty.name(), empty.mediaType(), size)
                .ifPresent(problem -> {
                    throw ProblemException.input(problem);
                });
    }

    private static Optional<Problem> problem(Port port, String name, String type, long size) {
        List<String> types = types(port);
        if (!types.isEmpty() && types.stream().noneMatch(one -> fits(one, name, type))) {
            return Optional.of(
                    Problem.at(
                                    port.name(),
                                    "file_type",
                                    "'%s' takes %s, and '%s' is none of them; give another file."
                                            .formatted(
                                                    port.label(), String.join(", ", types), name))
                            .withContext(Map.of(TYPES, types)));
        }
        long most = maxBytes(port);
        return size <= most
                ? Optional.empty()
                : Optional.of(
                        Problem.at(
                                        port.name(),
                                        "file_too_large",
                                        "'%s' has %s; give a file of at most %s."
                                                .formatted(
                                                        name,
                                                        FileSize.words(size),
                                                        FileSize.words(most)))
                                .withContext(Map.of("max_bytes", most)));
    }

    private static boolean fits(String wanted, String name, String type) {
        String want = wanted.toLowerCase(Locale.ROOT);
        if (want.startsWith(".")) {
            return FileName.extension(name).isEmpty()
                    // a bare body has a type and no name
                    ? Attachment.of("a" + want, new byte[0]).mediaType().equals(type)
                            && !type.equals(Attachment.UNKNOWN)
                    : name.toLowerCase(Locale.ROOT).endsWith(want);
        }
        return want.endsWith("/*")
                ? type.startsWith(want.substring(0, want.length() - 1))
                : type.equals(want);
    }

    @Override
    public ObjectNode schema(Port port) {
        List<String> types = types(port);
        return Json.object()
                .put("type", "string")
                .put("format", "uri")
                .put(
                        "contentMediaType",
                        types.size() == 1 && types.getFirst().contains("/")
                                ? types.getFirst()
                                : "*/*")
                .put("contentEncoding", "base64")
                .put(
                        "description",
                        "A file%s of at most %s, as a data URI with its name: data:text/plain;name=notes.txt;base64,aGVsbG8="
                                .formatted(
                                        types.isEmpty()
                                                ? ""
                                                : " (" + String.join(", ", types) + ")",
                                        FileSize.words(maxBytes(port))));
    }

    @Override
    public Attachment example(Port port) {
        byte[] words = "An example.\n".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(words, (int) Math.min(words.length, maxBytes(port)));
        String type = types(port).stream().findFirst().orElse(".txt");
        return type.startsWith(".")
                ? Attachment.of("example" + type, bytes)
                : new Attachment("example", type.replace("*", "example"), bytes);
    }

    @Override
    public String text(Port port, Attachment value) {
        return value.toString();
    }

    @Override
    public Optional<Media> media(Port port, Attachment value) {
        String extension = value.extension();
        return Optional.of(
                new Media(
                        value.bytes(),
                        value.mediaType(),
                        extension.isEmpty() ? "bin" : extension,
                        value.name()));
    }

    @Override
    public List<String> accepts() {
        return List.of("*/*");
    }

    @Override
    public long weight(Attachment value) {
        return 64L + value.bytes().length;
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.setAll(typesOption());
        all.putObject(MOST)
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "How many bytes it may have; 100 000 000 where nothing is said.");
        return all;
    }

    /// The option that says which types a port takes.
    public static ObjectNode typesOption() {
        ObjectNode all = Json.object();
        ObjectNode types = all.putObject(TYPES);
        types.put("type", "array")
                .put(
                        "description",
                        "The types it takes: extensions such as '.csv', or media types such as"
                                + " 'image/*'; any where nothing is said.");
        types.putObject("items").put("type", "string");
        return all;
    }

    /// How large a file is, in a few words.
    public String size(Attachment value) {
        return FileSize.words(value.bytes().length);
    }

    /// The extensions and media types that a port takes; any where there are none.
    public static List<String> types(Port port) {
        return port.option(TYPES, List.class).stream()
                .flatMap(all -> ((List<?>) all).stream())
                .map(String::valueOf)
                .toList();
    }

    /// How many bytes a file of a port may have.
    public static long maxBytes(Port port) {
        return port.option(MOST, Number.class).map(Number::longValue).orElse(MAX_BYTES);
    }
}
