package dev.vitrine.http;

import dev.vitrine.kind.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/// Makes bodies that are wrong in some way of JSON that is right.
final class Mangler {
    private static final int DEEPEST = 400_000;

    private final Random random;

    Mangler(Random random) {
        this.random = random;
    }

    /// A body that may be wrong in what it says or in how it says it.
    byte[] body(ObjectNode right) {
        ObjectNode object = right.deepCopy();
        int ways = 1 + random.nextInt(2);
        for (int i = 0; i < ways; i++) {
            change(object);
        }
        byte[] bytes = object.toString().getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> flipped(bytes);
            case 2 -> inserted(bytes);
            case 3 -> gzip(bytes);
            case 4 -> ("[" + object + "]").getBytes(StandardCharsets.UTF_8);
            case 5 -> random.nextInt(40) == 0 ? deep() : scalar().getBytes(StandardCharsets.UTF_8);
            default -> bytes;
        };
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty() || random.nextInt(6) == 0) {
            object.set(word(), Json.MAPPER.readTree(value(2)));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + word(), object.remove(name));
            default -> object.set(name, Json.MAPPER.readTree(value(4)));
        }
    }

    /// JSON of any type.
    private String value(int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return scalar();
        }
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(value(depth - 1));
        }
        if (random.nextBoolean()) {
            return "[" + String.join(",", elements) + "]";
        }
        List<String> members = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            members.add("\"" + i + word() + "\":" + elements.get(i));
        }
        return "{" + String.join(",", members) + "}";
    }

    private String scalar() {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "-1";
            case 3 -> "1e400";
            case 4 -> "123456789012345678901234567890";
            case 5 -> "0.1";
            case 6 -> "\"\"";
            case 7 -> "\"data:image/png;base64,AAAA\"";
            case 8 -> "\"data:text/html,<script>\"";
            case 9 -> "\"file:///etc/passwd\"";
            case 10 -> "\"http://169.254.169.254/\"";
            default -> "\"" + word().repeat(random.nextInt(50)) + "\"";
        };
    }

    private String word() {
        String[] words = {"x", "../", "number ", "ü日", "\\u0000", "$ref", "__proto__"};
        return words[random.nextInt(words.length)];
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] inserted(byte[] bytes) {
        byte[] more = new byte[1 + random.nextInt(8)];
        random.nextBytes(more);
        int at = random.nextInt(bytes.length + 1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, at);
        all.writeBytes(more);
        all.write(bytes, at, bytes.length - at);
        return all.toByteArray();
    }

    private byte[] deep() {
        return "[".repeat(1 + random.nextInt(DEEPEST)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// What a lenient reader makes of a body; null where it is no JSON.
    static JsonNode read(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
