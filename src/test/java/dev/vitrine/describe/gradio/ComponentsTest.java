package dev.vitrine.describe.gradio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Samples;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What holds for every kind in Gradio's clients.
class ComponentsTest {
    /// The types that Gradio's Python client reads; it fails on others.
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "array", "object", "null");

    /// Files by the path they were offered under.
    private static final class Offered implements Files {
        private final Map<String, Raw.Upload> files = new HashMap<>();

        @Override
        public Raw find(Port port, JsonNode given) {
            return files.get(given.path("path").asString(""));
        }

        @Override
        public ObjectNode offer(String called, String type, long weight, Supplier<byte[]> bytes) {
            files.put(called, new Raw.Upload(bytes.get(), called, type));
            return Json.object().put("path", called);
        }
    }

    static Stream<String> kinds() {
        return Kinds.ALL.stream().map(Kind::id);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasItsLine(String kind) {
        assertThat(Components.has(kind)).as(kind).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatAClientGetsItCanSendBack(String kind) {
        Samples.Sample sample = Samples.plain(kind);
        Port port = sample.port();
        if (!Components.input(port).equals(Components.output(port))) {
            return;
        }
        Offered files = new Offered();
        Signature signature =
                new Signature(
                        "t",
                        "",
                        "other",
                        Map.of(),
                        List.of(port),
                        List.of(port),
                        List.of(),
                        false,
                        "",
                        "");
        JsonNode sent =
                Components.output(port)
                        .encode(port, sample.value(), new Scene(signature, Values.NONE, files));
        Raw back = Components.input(port).decode(port, sent, files);
        Object value = Kinds.of(port).decode(port, back);
        assertThat(Kinds.encode(port, value)).isEqualTo(Kinds.encode(port, sample.value()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pythonCanReadTheSchemas(String kind) {
        Port port = Samples.plain(kind).port();
        readable(Components.input(port).schema(port));
        readable(Components.output(port).schema(port));
        assertThat(Components.input(port).pythonType(port)).isNotBlank();
        assertThat(Components.output(port).pythonType(port)).isNotBlank();
    }

    private static void readable(JsonNode schema) {
        if (schema.has("const") || schema.has("enum")) {
            return;
        }
        if (schema.has("anyOf")) {
            schema.path("anyOf").forEach(ComponentsTest::readable);
            return;
        }
        JsonNode type = schema.path("type");
        if (type.isObject()) {
            assertThat(type.isEmpty()).as("any JSON").isTrue();
            return;
        }
        assertThat(TYPES).contains(type.stringValue());
        Optional.ofNullable(schema.get("items")).ifPresent(ComponentsTest::readable);
        schema.path("properties").forEach(ComponentsTest::readable);
    }
}
