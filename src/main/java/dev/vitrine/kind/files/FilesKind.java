package dev.vitrine.kind.files;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.ZipBytes;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.kind.file.FileSize;
import dev.vitrine.kind.file.FileText;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Several files, and folders with all that is in them: `["data:text/csv;name=a.csv;base64,…",
/// "data:image/png;name=photos%2Fcat.png;base64,…"]`, each as the kind `file` has it, with its
/// folders in its name.
///
/// `types` says what each may be as for `file`; `maxBytes` bounds all together, `maxItems` their
/// number.
public final class FilesKind implements Kind<FileList> {
    private static final FileKind FILE = new FileKind();
    private static final String MOST = "maxItems";

    /// How many files there may be where the port does not say.
    private static final int MOST_FILES = 1000;

    /// How many names a list tells.
    private static final int FEW = 10;

    @Override
    public String id() {
        return "files";
    }

    @Override
    public Class<FileList> type() {
        return FileList.class;
    }

    @Override
    public FileList decode(Port port, Raw raw) {
        return switch (raw) {
            case Raw.Json(JsonNode node) -> list(port, node);
            case Raw.Text(String text) when text.strip().startsWith("[") -> list(port, text);
            case Raw.Text(String text) -> list(port, Json.array().add(text));
            case Raw.Upload upload when isList(upload.bytes()) ->
                    list(port, new String(upload.bytes(), StandardCharsets.UTF_8));
            case Raw.Upload upload -> new FileList(List.of(item(port, upload)));
        };
    }

    /// Whether a file holds files as JSON has them, which no other file begins like.
    private static boolean isList(byte[] bytes) {
        int length = Math.min(bytes.length, HEAD);
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        return head.matches("(?s)\\[\\s*\"data:[^,]*;name=[^,]*;base64,.*");
    }

    private static FileList.Item item(Port port, Raw.Upload upload) {
        String path = Objects.requireNonNullElse(upload.fileName(), "");
        return FileList.Item.at(path, FILE.decode(port, upload));
    }

    private static FileList list(Port port, String json) {
        try {
            return list(port, Json.MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw wrong(port);
        }
    }

    private static FileList list(Port port, JsonNode node) {
        if (!node.isArray()) {
            throw wrong(port);
        }
        count(port, node.size());
        List<FileList.Item> items = new ArrayList<>();
        for (JsonNode one : node) {
            try {
                FileText.Named named = FileText.read(port, one);
                items.add(FileList.Item.at(named.path(), named.file()));
            } catch (ProblemException e) {
                Problem problem = e.problems().getFirst();
                throw ProblemException.input(
                        new Problem(
                                problem.type(),
                                port.name(),
                                List.of(items.size()),
                                "File %d: %s".formatted(items.size() + 1, problem.message()),
                                null,
                                Map.of()));
            }
        }
        return new FileList(items);
    }

    @Override
    public boolean takesSeveral() {
        return true;
    }

    /// One file after the other.
    @Override
    public Raw together(List<Raw> several) {
        ArrayNode all = Json.array();
        for (Raw raw : several) {
            switch (raw) {
                case Raw.Json(JsonNode node) when node.isArray() -> node.forEach(all::add);
                case Raw.Json(JsonNode node) -> all.add(node);
                case Raw.Text(String text) -> all.add(text);
                case Raw.Upload upload -> {
                    FileList.Item item = item(Port.of(id(), id()), upload);
                    all.add(FileText.write(item.path(), item.file()));
                }
            }
        }
        return new Raw.Json(all);
    }

    /// The files of a folder and of the folders in it, see [Folder].
    @Override
    public Optional<Raw> folder(Port port, Path folder) {
        FileList files = Folder.read(port, FileList.EMPTY, List.of(folder));
        return Optional.of(new Raw.Json(encode(port, files)));
    }

    @Override
    public JsonNode encode(Port port, FileList value) {
        ArrayNode all = Json.array();
        value.items().forEach(item -> all.add(FileText.write(item.path(), item.file())));
        return all;
    }

    @Override
    public List<Problem> declare(Port port) {
        return FILE.declare(port);
    }

    @Override
    public List<Problem> check(Port port, FileList value) {
        List<Problem> problems = new ArrayList<>();
        tooMany(port, value.size()).ifPresent(problems::add);
        value.items().stream()
                .flatMap(item -> FILE.check(port, item.file()).stream())
                .findFirst()
                .ifPresent(problems::add);
        if (problems.isEmpty()) {
            tooLarge(port, value.bytes()).ifPresent(problems::add);
        }
        return problems;
    }

    /// Refuses more files than the port takes.
    static void count(Port port, long files) {
        tooMany(port, files)
                .ifPresent(problem -> {
                    throw ProblemException.input(problem);
                });
    }

    private static Optional<Problem> tooMany(Port port, long files) {
        int most = most(port);
        return files <= most
                ? Optional.empty()
                : Optional.of(
                        Problem.at(
                                        port.name(),
                                        "too_long",
                                        "'%s' has %d files; give at most %d."
                                                .formatted(port.label(), files, most))
                                .withContext(Map.of("max_length", most)));
    }

    /// Why files of so many bytes are too large together; empty where they are not.
    static Optional<Problem> tooLarge(Port port, long bytes) {
        long most = FileKind.maxBytes(port);
        return bytes <= most
                ? Optional.empty()
                : Optional.of(
                        Problem.at(
                                        port.name(),
                                        "file_too_large",
                                        "The files of '%s' have %s together; give at most %s."
                                                .formatted(
                                                        port.label(),
                                                        FileSize.words(bytes),
                                                        FileSize.words(most)))
                                .withContext(Map.of("max_bytes", most)));
    }

    /// Refuses a file that is too large for a port, or none of its types.
    @Override
    public void look(Port port, byte[] head, long size, String fileName) {
        FILE.look(port, head, size, fileName);
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema = Json.object().put("type", "array").put("maxItems", most(port));
        schema.set("items", FILE.schema(port));
        return schema.put(
                "description",
                "Files of at most %s together, each as a data URI with its name, folders and all: data:text/plain;name=docs%%2Fnotes.txt;base64,aGVsbG8="
                        .formatted(FileSize.words(FileKind.maxBytes(port))));
    }

    @Override
    public FileList example(Port port) {
        return most(port) < 1
                ? FileList.EMPTY
                : new FileList(List.of(new FileList.Item("docs", FILE.example(port))));
    }

    @Override
    public String text(Port port, FileList value) {
        String more = value.size() > FEW ? ", and %d more".formatted(value.size() - FEW) : "";
        return value.items().stream()
                        .limit(FEW)
                        .map(FileList.Item::path)
                        .collect(Collectors.joining(", "))
                + more;
    }

    /// A ZIP file with all files in their folders.
    @Override
    public Optional<Media> file(Port port, FileList value) {
        return Optional.of(new Media(zip(value), "application/zip", "zip"));
    }

    /// All files in their folders as the bytes of a ZIP file.
    public static byte[] zip(FileList value) {
        Map<String, Callable<byte[]>> entries = new LinkedHashMap<>();
        value.items().forEach(item -> entries.put(item.path(), item.file()::bytes));
        return ZipBytes.deflated(entries);
    }

    @Override
    public List<String> accepts() {
        return FILE.accepts();
    }

    @Override
    public long weight(FileList value) {
        return value.items().stream().mapToLong(i -> 64 + FILE.weight(i.file())).sum();
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = FileKind.typesOption();
        all.putObject("maxBytes")
                .put("type", "integer")
                .put("minimum", 1)
                .put(
                        "description",
                        "How many bytes all may have together; 100 000 000 where nothing is said.");
        all.putObject(MOST)
                .put("type", "integer")
                .put("minimum", 0)
                .put(
                        "description",
                        "How many files there may be; %d where nothing is said."
                                .formatted(MOST_FILES));
        return all;
    }

    /// How many files a port takes.
    public static int most(Port port) {
        return port.option(MOST, Number.class).map(Number::intValue).orElse(MOST_FILES);
    }

    private static ProblemException wrong(Port port) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "list_type",
                        "'%s' is no list of files; give each as a data URI with its name, such as [\"data:text/plain;name=notes.txt;base64,aGVsbG8=\"]."
                                .formatted(port.label())));
    }
}
