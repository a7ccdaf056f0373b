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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files in a model's own folder, as data from strangers: plain names only, no links, no more
/// than some megabytes; what cannot be read is passed over with a reason.
final class Beside {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_REASONS = 8;
    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,200}");

    private final Path model;
    private final List<String> passedOver = new ArrayList<>();

    /// @param model the model's file
    Beside(Path model) {
        this.model = model;
    }

    /// The text of a file; nothing where there is none, or none that can be used.
    Optional<String> text(String name) {
        if (!PLAIN_NAME.matcher(name).matches() || name.equals("..") || name.equals(".")) {
            passOver("A file of another folder", "only the model's own folder is read");
            return Optional.empty();
        }
        try {
            Path file = model.resolveSibling(name);
            if (Files.isSymbolicLink(file)) {
                passOver(name, "it is a link, which may lead out of the folder");
                return Optional.empty();
            }
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? bounded(name, file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            passOver(name, "it is no UTF-8 text");
        } catch (IOException e) {
            passOver(name, "it cannot be read");
        }
        return Optional.empty();
    }

    /// The object in a file of JSON.
    Optional<JsonNode> json(String name) {
        return text(name)
                .flatMap(text -> {
                    try {
                        return object(name, Json.MAPPER.readTree(text));
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

    /// What was passed over and why, in sentences.
    List<String> passedOver() {
        return List.copyOf(passedOver);
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
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
