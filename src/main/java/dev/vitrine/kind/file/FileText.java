package dev.vitrine.kind.file;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A file as JSON has it: a data URI (RFC 2397) with the parameter `name`, such as
/// `data:text/plain;name=notes.txt;base64,aGVsbG8=`.
///
/// Bare base64 is refused, unlike for pictures: a path such as `/etc/passwd` is base64 too, and
/// would be taken for what the file holds.
public final class FileText {
    /// A file and what its data URI calls it, folders and all.
    public record Named(String path, Attachment file) {}

    private static final String SCHEME = "data:";
    private static final String BASE64 = "base64";
    private static final String NAME = "name=";

    private FileText() {}

    static JsonNode write(Attachment file) {
        return write(file.name(), file);
    }

    /// A file as JSON under a path.
    public static JsonNode write(String path, Attachment file) {
        return StringNode.valueOf(
                head(path, file) + Base64.getEncoder().encodeToString(file.bytes()));
    }

    /// The data URI up to its bytes.
    static String head(Attachment file) {
        return head(file.name(), file);
    }

    private static String head(String path, Attachment file) {
        String name = URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
        return "data:%s;name=%s;base64,".formatted(file.mediaType(), name);
    }

    /// @throws ProblemException where it is no data URI
    public static Named read(Port port, JsonNode node) {
        if (!node.isString()) {
            throw ProblemException.input(
                    Problem.at(port.name(), "string_type", sentence(port))
                            .withInput(Json.plain(node)));
        }
        return read(port, node.stringValue());
    }

    /// @throws ProblemException where it is no data URI
    public static Named read(Port port, String text) {
        int comma = text.indexOf(',');
        if (!text.startsWith(SCHEME) || comma < 0) {
            throw wrong(port);
        }
        List<String> head = Arrays.asList(text.substring(SCHEME.length(), comma).split(";"));
        try {
            if (!head.getLast().strip().equalsIgnoreCase(BASE64)) {
                throw wrong(port);
            }
            String name =
                    head.stream()
                            .map(String::strip)
                            .filter(word -> word.startsWith(NAME))
                            .findFirst()
                            .map(word -> decoded(word.substring(NAME.length())))
                            .orElse(FileName.NONE);
            byte[] bytes = Base64.getDecoder().decode(text.substring(comma + 1));
            return new Named(name, new Attachment(name, head.getFirst(), bytes));
        } catch (IllegalArgumentException e) {
            throw wrong(port);
        }
    }

    private static String decoded(String name) {
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static ProblemException wrong(Port port) {
        return ProblemException.input(Problem.at(port.name(), "file_decode", sentence(port)));
    }

    private static String sentence(Port port) {
        return "'%s' is no file; give it as a data URI with base64, such as data:text/plain;name=notes.txt;base64,aGVsbG8=."
                .formatted(port.label());
    }
}
