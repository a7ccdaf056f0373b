package dev.vitrine.onnx;

import dev.vitrine.kind.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The files in a model's own folder, as data from strangers: plain names only, no links, no more
/// than some megabytes; what cannot be read is passed over with a reason.
///
/// Where the folder is one that a tool puts the network in alone, Triton's `1` or the `onnx` of
/// Hugging Face's exports, the folder above it is the model's own as well.
final class Beside {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_REASONS = 8;
    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,200}");

    /// A folder for the network alone, whose description stands above it.
    private static final Pattern INNER = Pattern.compile("onnx|\\d{1,9}");

    private final Path model;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<String> passedOver = new ArrayList<>();

    /// @param model the model's file
    Beside(Path model) {
        this.model = model;
    }

    /// The text of a file; nothing where there is none, or none that can be used.
    Optional<String> text(String name) {
        if (!isPlain(name)) {
            passOver("A file of another folder", "only the model's own folder is read");
            return Optional.empty();
        }
        try {
            for (Path place : places()) {
                Path file = place.resolveSibling(name);
                if (Files.isSymbolicLink(file)) {
                    passOver(name, "it is a link, which may lead out of the folder");
                    return Optional.empty();
                }
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    return bounded(name, file);
                }
            }
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            passOver(name, "it is no UTF-8 text");
        } catch (IOException e) {
            passOver(name, "it cannot be read");
        }
        return Optional.empty();
    }

    /// Beside which the files are looked for.
    private List<Path> places() {
        Path folder = model.toAbsolutePath().getParent();
        return folder != null && INNER.matcher(String.valueOf(folder.getFileName())).matches()
                ? List.of(model, folder)
                : List.of(model);
    }

    /// Whether there is a file of this name, in the folder itself.
    boolean has(String name) {
        try {
            return isPlain(name)
                    && Files.isRegularFile(model.resolveSibling(name), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// The object in a file of JSON.
    Optional<JsonNode> json(String name) {
        return anyJson(name).flatMap(node -> object(name, node));
    }

    /// What a file of JSON holds.
    Optional<JsonNode> anyJson(String name) {
        return text(name)
                .flatMap(text -> {
                    try {
                        return Optional.of(Json.MAPPER.readTree(text));
                    } catch (JacksonException e) {
                        passOver(name, "it is no JSON");
                        return Optional.empty();
                    }
                });
    }

    /// The object in a file of YAML.
    Optional<JsonNode> yaml(String name) {
        return text(name).flatMap(text -> yaml(name, text));
    }

    /// The object in a part of a file that is YAML.
    Optional<JsonNode> yaml(String name, String text) {
        try {
            return object(name, Yaml.read(text));
        } catch (Yaml.Unreadable e) {
            passOver(name, "it is no YAML that Vitrine reads");
            return Optional.empty();
        }
    }

    /// Remembers why something was not used.
    void passOver(String what, String why) {
        String sentence = "%s was passed over: %s.".formatted(what, why);
        if (passedOver.size() < MOST_REASONS && !passedOver.contains(sentence)) {
            passedOver.add(sentence);
        }
    }

    /// The files that could be read, in order.
    List<String> read() {
        return List.copyOf(read);
    }

    /// What was passed over and why, in sentences.
    List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    private static boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches() && !name.equals("..") && !name.equals(".");
    }

    private Optional<JsonNode> object(String name, JsonNode node) {
        if (!node.isObject()) {
            passOver(name, "it holds no words with values");
            return Optional.empty();
        }
        return Optional.of(node);
    }

    private Optional<String> bounded(String name, Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            passOver(name, "it is larger than %d MB".formatted(MOST_BYTES >> 20));
            return Optional.empty();
        }
        read.add(name);
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
