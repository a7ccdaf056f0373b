package dev.vitrine.model.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.task.Processing;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// The check with line numbers and the JSON Schema come from one table; here a second program
/// judges whether they say the same.
class FormatAgreementTest {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(SignatureFormat.schema());

    /// A document with every word of the form.
    static final String WHOLE =
            """
            {"vitrine": 1, "title": "All", "summary": "s", "task": "other", "live": false, "outputLayout": "tabs",
             "licence": "MIT", "models": {"main": "model.onnx", "second": "b.onnx"},
             "inputs": {
               "image": {"kind": "image", "label": "L", "help": "h", "required": false,
                         "sources": ["draw", "file"], "maxPixels": 1000, "group": "g",
                         "pen": {"ink": "#ffffff", "paper": "#000000", "width": 0.1},
                         "tensor": {"name": "x", "layout": "NCHW", "channels": "gray",
                                    "size": [28, 28], "range": [0, 1], "fit": "contain",
                                    "antialias": false, "fill": 114,
                                    "longest_edge": 960, "size_divisor": 32,
                                    "mean": [0.5], "std": [0.5], "background": "dark",
                                    "strokes": {"box": 0.7, "width": 0.1}}},
               "source": {"kind": "code", "language": "python", "lines": 8},
               "album": {"kind": "gallery", "maxItems": 9, "maxPixels": 1000},
               "paper": {"kind": "file", "types": [".csv", "image/*"], "maxBytes": 1000},
               "papers": {"kind": "files", "types": [".csv"], "maxBytes": 1000, "maxItems": 3},
               "sound": {"kind": "audio", "sources": ["file", "record"], "maxSeconds": 2.5,
                         "tensor": {"name": "s", "samplingRate": 16000, "crop": "loudest",
                                    "normalize": true, "window": 512, "context": 64,
                                    "carry": {"a": "b"}, "constants": {"sr": 16000}}},
               "words": {"kind": "text", "default": "a", "minLength": 0, "maxLength": 9,
                         "pattern": ".*", "lines": 3, "placeholder": "p",
                         "tensor": {"name": {"input_ids": "w", "attention_mask": "m", "token_type_ids": "i",
                                             "position_ids": "p"},
                                    "tokenizer": "tokenizer.json", "maxLength": 9,
                                    "padding": "longest", "clean": ["nfc", {"replace": "-", "with": " "},
                                    {"keep": ["letters"]}, {"prepend": " "}, {"append": " "}],
                                    "use_cache": true, "max_position_embeddings": 512,
                                    "bos_token_id": 0, "hypothesis_template": "{}"}},
               "key": {"kind": "text", "secret": true, "pattern": "a+", "patternHelp": "Write a."},
               "c": {"kind": "choice", "choices": ["a", 2, true], "names": ["A", "B", "C"],
                     "display": "radio"},
               "rows": {"kind": "table", "columns": [{"name": "a", "type": "number"}]},
               "b": {"kind": "toggle", "default": true},
               "n": {"kind": "number", "default": 2, "min": 0, "max": 10, "step": 1, "unit": "g",
                     "decimals": 1, "dice": true},
               "s": {"kind": "slider", "default": 0.5, "min": 0, "max": 1, "advanced": true,
                     "tensor": {"name": "z", "index": 1}},
               "r": {"kind": "range", "default": [2, 8], "min": 0, "max": 10, "step": 1,
                     "unit": "g", "decimals": 1},
               "tags": {"kind": "tags", "choices": ["a", "b"], "names": ["A", "B"], "custom": true,
                        "minItems": 1, "maxItems": 3, "uniqueItems": false},
               "features": {"kind": "vector", "length": 4, "min": 0, "max": 1},
               "when": {"kind": "datetime", "format": "date", "min": "2026-01-01", "max": "2026-12-31"},
               "ink": {"kind": "colour", "default": "#1f6feb", "alpha": true},
               "t": {"kind": "tensor", "type": "float32", "shape": ["batch", 3],
                     "tensor": {"name": "t", "network": "second", "pooling": "mean",
                                "normalize": true, "steps": [
                       {"step": "scale_linear", "gain": [1, 2, 3], "offset": 0.5, "axis": 1},
                       {"step": "fixed_zero_mean_unit_variance", "mean": 1, "std": 2},
                       {"step": "scale_range", "minPercentile": 1, "maxPercentile": 99,
                        "axes": [1], "eps": 1e-6},
                       {"step": "clip", "min": 0, "max": 1},
                       {"step": "binarize", "threshold": 0.5}]}}},
             "outputs": {
               "scores": {"kind": "label", "top": 3, "labels": ["a", "b"],
                          "tensor": {"name": "y", "apply": "softmax"}},
               "any": {"kind": "json"},
               "drawn": {"kind": "plot", "mark": "bar", "x": "a", "y": "b"},
               "marked": {"kind": "spans", "labels": ["O"]},
               "told": {"kind": "text", "lines": 9,
                        "tensor": {"name": "l", "eos_token_id": [0, 1], "temperature": "s", "top_k": 4,
                                   "top_p": 0.9, "repetition_penalty": 1.1, "repeat_last_n": 64,
                                   "max_new_tokens": "n", "stop_strings": ["a"],
                                   "return_full_text": true}},
               "more": {"kind": "label", "labels": "labels.txt"},
               "large": {"kind": "image", "before": "image",
                         "tensor": {"name": "d", "timesteps": ["t", "u"],
                                    "num_inference_steps": 25, "seed": "n"}},
               "spoken": {"kind": "segments", "labels": ["a"], "over": "sound",
                         "tensor": {"name": "p", "minGap": 0.1}},
               "found": {"kind": "boxes", "over": "image", "labels": ["a"], "points": ["p"],
                         "threshold": 0.5, "skeleton": [[0, 1]], "frame": false, "names": true, "pick": "both",
                         "tensor": {"name": {"scores": ["a", "b"], "boxes": "c", "classes": "k",
                                             "points": "p", "angles": "q", "coefficients": "r",
                                             "prototypes": "s", "regions": "u",
                                             "displacements": "v"},
                                    "point": "xyv", "level": 0.3, "grow": 1.6, "min_size": 3,
                                    "neighbourhood": 5,
                                    "anchors": [{"grid": [2, 2], "each": 3}], "box": "cxcywh",
                                    "unit": "pixels", "threshold": "s", "iou": 0.3, "sideways": false,
                                    "columns": {"scores": [0, 1]}}},
               "parts": {"kind": "mask", "over": "image", "labels": ["a"],
                         "tensor": {"name": "m", "ignore": 0}},
               "heat": {"kind": "heatmap", "over": "image"},
               "read": {"kind": "text", "labels": ["a"],
                        "tensor": {"name": "r", "decode": "ctc", "blank": 0,
                                   "input": {"name": "x", "range": [-1, 1]},
                                   "turn": {"network": "second", "name": "y", "threshold": 0.9,
                                            "input": {"name": "x", "size": [48, 192]}}}}},
             "examples": [{"name": "one", "inputs": {"words": "a", "c": 2, "t": [[1, 2, 3]]},
                           "expect": {"scores": {"label": "a"}}, "tolerance": 0.01}, {}]}
            """;

    private static final List<String> WORDS =
            List.of(
                    "vitrine",
                    "kind",
                    "inputs",
                    "knid",
                    "min",
                    "maxPixels",
                    "tensor",
                    "name",
                    "labels",
                    "top",
                    "pen",
                    "size",
                    "",
                    "日本",
                    "a b",
                    "-x",
                    "default",
                    "required");

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "0",
                    "1",
                    "-1",
                    "1.0",
                    "2.5",
                    "1e15",
                    "28",
                    "\"\"",
                    "\"image\"",
                    "\"text\"",
                    "\"label\"",
                    "\"tensor\"",
                    "\"NCHW\"",
                    "\"a\"",
                    "\"#ffffff\"",
                    "\"model.onnx\"",
                    "[]",
                    "[1]",
                    "[1, 2]",
                    "[\"a\", \"a\"]",
                    "[\"batch\", 3]",
                    "{}",
                    "{\"name\": \"x\"}",
                    "{\"kind\": \"text\"}",
                    "{\"a\": {\"kind\": \"label\"}}",
                    "99999999999999999999");

    static Stream<String> documents() {
        return Stream.of(
                WHOLE,
                "{\"vitrine\": 1, \"inputs\": {}, \"outputs\": {\"y\": {\"kind\": \"text\"}}}",
                "{}",
                "[]",
                "1",
                "null",
                "{\"vitrine\": 2, \"inputs\": {}, \"outputs\": {\"y\": {\"kind\": \"text\"}}}",
                "{\"vitrine\": 1, \"inputs\": {}, \"outputs\": {}}",
                "{\"vitrine\": 1, \"inputs\": {}, \"outputs\": {\"y z\": {\"kind\": \"text\"}}}",
                "{\"vitrine\": 1, \"inputs\": {}, \"outputs\": {\"y\": {\"kind\": \"txet\"}}}",
                "{\"vitrine\": 1, \"inputs\": {}, \"outputs\": {\"y\": {\"kind\": \"text\","
                        + " \"default\": 1}}}",
                "{\"vitrine\": 1, \"inputs\": {\"x\": {\"kind\": \"image\", \"min\": 1}},"
                        + " \"outputs\": {\"y\": {\"kind\": \"text\"}}}");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void schemaAndReaderAgreeOn(String document) {
        assertThat(isValidToReader(document)).isEqualTo(isValidToSchema(document));
    }

    @Test
    void theDocumentWithEveryWordIsValid() {
        assertThat(SpecCheck.check(YamlTree.read(WHOLE), SignatureFormat.SPEC, "the file"))
                .isEmpty();
        assertThat(isValidToSchema(WHOLE)).isTrue();
    }

    @Test
    void theDocumentWithEveryWordHasEveryWord() {
        Set<String> told = new HashSet<>();
        words(SignatureFormat.schema(), told);
        Set<String> shown = new HashSet<>();
        collectWords(Json.MAPPER.readTree(WHOLE), shown);
        assertThat(shown).containsAll(told);
    }

    private static void words(JsonNode schema, Set<String> words) {
        if (schema.get("properties") instanceof ObjectNode properties) {
            words.addAll(properties.propertyNames());
        }
        schema.forEach(child -> words(child, words));
    }

    private static void collectWords(JsonNode node, Set<String> words) {
        words.addAll(node.propertyNames());
        node.forEach(child -> collectWords(child, words));
    }

    @Test
    void theShippedDemoIsValidToTheSchema() throws Exception {
        String text = Files.readString(Path.of("models/digits/signature.yaml"));
        assertThat(SCHEMA.validate(Json.of(YamlTree.read(text).plain()))).isEmpty();
    }

    @Test
    void theSchemaIsOneOfItsDraft() {
        Schema meta =
                REGISTRY.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(SignatureFormat.schema())).isEmpty();
    }

    @Property(tries = 2000)
    void schemaAndReaderAgreeOnMutations(@ForAll("mutations") String document) {
        boolean valid = isValidToSchema(document);
        Statistics.label("valid")
                .collect(valid)
                .coverage(c -> {
                    c.check(true).percentage(p -> p > 5);
                    c.check(false).percentage(p -> p > 5);
                });
        assertThat(isValidToReader(document)).as(document).isEqualTo(valid);
    }

    @Test
    void theWordsOfKindsAndProcessingReadAsTheSchemaTheyAre() {
        for (Kind<?> kind : Kinds.ALL) {
            assertThat(SpecReader.fields(kind.options()).keySet())
                    .containsExactlyElementsOf(kind.options().propertyNames());
        }
        assertThat(SpecReader.fields(Processing.words()).keySet())
                .containsExactlyElementsOf(Processing.words().propertyNames());
    }

    @Provide
    Arbitrary<String> mutations() {
        return Arbitraries.randomValue(random -> {
            JsonNode document = Json.MAPPER.readTree(WHOLE);
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                mutate(document, random);
            }
            return document.toString();
        });
    }

    private static void mutate(JsonNode document, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(document, containers);
        JsonNode place = containers.get(random.nextInt(containers.size()));
        JsonNode value = Json.MAPPER.readTree(pick(VALUES, random));
        switch (place) {
            case ObjectNode group when group.isEmpty() || random.nextInt(4) == 0 ->
                    group.set(pick(WORDS, random), value);
            case ObjectNode group -> {
                String word = pick(List.copyOf(group.propertyNames()), random);
                switch (random.nextInt(3)) {
                    case 0 -> group.remove(word);
                    case 1 -> group.set(word, value);
                    default -> group.set(pick(WORDS, random), group.remove(word));
                }
            }
            case ArrayNode row when row.isEmpty() || random.nextBoolean() -> row.add(value);
            case ArrayNode row -> row.set(random.nextInt(row.size()), value);
            default -> throw new IllegalStateException();
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static boolean isValidToSchema(String document) {
        return SCHEMA.validate(Json.MAPPER.readTree(document)).isEmpty();
    }

    private static boolean isValidToReader(String document) {
        return SpecCheck.check(YamlTree.read(document), SignatureFormat.SPEC, "the file").isEmpty();
    }
}
