package dev.vitrine.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;
import dev.vitrine.model.ModelFolder;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;

class DescribeTest {
    private static final URI SERVER = URI.create("http://127.0.0.1:7860");

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void digitsIsDescribedAsItAlwaysWas() throws IOException {
        Golden.check("digits.describe.json", Description.json(digits()));
    }

    @Test
    void theDocumentOfDigitsIsAsItAlwaysWas() throws IOException {
        Golden.check("digits.openapi.json", OpenApi.of(List.of(digits()), SERVER));
    }

    @Test
    void theDescriptionNamesTensorsWithoutNativeCode() {
        JsonNode tensor = Description.json(digits()).path("inputs").path(0).path("tensor");
        assertThat(tensor.path("name").stringValue()).isEqualTo("image");
        assertThat(tensor.path("type").stringValue()).isEqualTo("float32");
        assertThat(tensor.path("shape").size()).isEqualTo(4);
        assertThat(tensor.path("shape").path(2).intValue()).isEqualTo(28);
    }

    @Test
    void theDocumentIsOpenApi() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/openapi/3.1-2021-04-15.json")) {
            Schema openApi = SCHEMAS.getSchema(Json.MAPPER.readTree(file));
            assertThat(openApi.validate(document())).isEmpty();
            ObjectNode broken = document();
            broken.remove("info");
            assertThat(openApi.validate(broken)).isNotEmpty();
        }
    }

    @Test
    void everySchemaOfTheDocumentIsJsonSchema() {
        Schema meta =
                SCHEMAS.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        document()
                .path("components")
                .path("schemas")
                .properties()
                .forEach(e -> assertThat(meta.validate(e.getValue())).as(e.getKey()).isEmpty());
    }

    @Test
    void everyReferenceOfTheDocumentLeadsSomewhere() {
        ObjectNode document = document();
        List<JsonNode> references = document.findValues("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> {
                    String pointer = reference.stringValue();
                    assertThat(pointer).startsWith("#/");
                    assertThat(document.at(pointer.substring(1)).isMissingNode())
                            .as(pointer)
                            .isFalse();
                });
    }

    @Test
    void operationIdsAreUniqueEvenWhereIdsAreAlike() {
        ObjectNode document =
                OpenApi.of(List.of(model("a-b", List.of()), model("a_b", List.of())), SERVER);
        List<String> ids =
                document.findValues("operationId").stream().map(JsonNode::stringValue).toList();
        assertThat(new TreeSet<>(ids)).hasSameSizeAs(ids).contains("predict_a_b", "predict_a_b_2");
    }

    @Test
    void everyExampleInTheDocumentIsTakenAsItStands() {
        Model digits = digits();
        JsonNode examples =
                OpenApi.of(List.of(digits), SERVER)
                        .at("/paths/~1models~1digits~1predict/post/requestBody/content")
                        .path("application/json")
                        .path("examples");
        assertThat(examples.size()).isGreaterThan(1);
        for (JsonNode example : examples) {
            Map<String, Raw> raws = new LinkedHashMap<>();
            example.path("value")
                    .properties()
                    .forEach(e -> raws.put(e.getKey(), new Raw.Json(e.getValue())));
            assertThat(Form.decode(digits.signature(), raws).names()).containsExactly("image");
        }
    }

    @Test
    void theExampleOfEveryKindFitsTheSchemaOfItsSignature() {
        List<Port> ports =
                Kinds.ALL.stream()
                        .map(kind -> Port.of(kind.id(), kind.id()).withLimits(Limits.between(0, 9)))
                        .toList();
        Schema schema = SCHEMAS.getSchema(JsonSchemas.object(ports));
        Values values = Values.NONE;
        for (Port port : ports) {
            values = values.with(port.name(), Kinds.of(port).example(port));
        }
        ObjectNode json = Form.encode(ports, values);
        assertThat(json.size()).isEqualTo(Kinds.ALL.size());
        assertThat(schema.validate(json)).isEmpty();
        assertThat(schema.validate(json.deepCopy().put("unknown", 1))).isNotEmpty();
        json.remove("text");
        assertThat(schema.validate(json)).isNotEmpty();
    }

    @Property
    void aNumberFitsTheSchemaWhereItFitsThePort(
            @ForAll @IntRange(min = -50, max = 50) int least,
            @ForAll @IntRange(min = 0, max = 50) int span,
            @ForAll @DoubleRange(min = -120, max = 120) double value) {
        Port port =
                Port.of("n", "number")
                        .withLimits(
                                Limits.NONE.withRange(
                                        OptionalDouble.of(least),
                                        OptionalDouble.of(least + span),
                                        OptionalDouble.empty()));
        agrees(port, value);
        agrees(port, (double) Math.round(value));
    }

    @Property
    void aTextFitsTheSchemaWhereItFitsThePort(
            @ForAll String value,
            @ForAll @IntRange(max = 5) int least,
            @ForAll @IntRange(max = 20) int span) {
        agrees(
                Port.of("t", "text")
                        .withLimits(
                                Limits.NONE.withLength(
                                        OptionalLong.of(least), OptionalLong.of(least + span))),
                value);
        agrees(
                Port.of("t", "choice").withLimits(Limits.NONE.withChoices(List.of("a", "b", ""))),
                value);
    }

    private static void agrees(Port port, Object value) {
        Schema schema = SCHEMAS.getSchema(JsonSchemas.object(List.of(port)));
        ObjectNode json = Form.encode(List.of(port), Values.of(port.name(), value));
        assertThat(schema.validate(json).isEmpty())
                .as("%s as %s", value, port.limits())
                .isEqualTo(Kinds.check(port, value).isEmpty());
    }

    private static ObjectNode document() {
        List<Port> all =
                Kinds.ALL.stream()
                        .map(kind -> Port.of(kind.id(), kind.id()).withLimits(Limits.between(0, 9)))
                        .toList();
        return OpenApi.of(
                List.of(
                        digits(),
                        model("all", all),
                        model("none", List.of()),
                        model(
                                "media",
                                List.of(
                                        Port.of("image", "image"),
                                        Port.of("scale", "number").withDefault(2L)))),
                SERVER);
    }

    private static Model digits() {
        return ModelFolder.read(
                Path.of("models/digits"),
                file -> {
                    throw new AssertionError("A description opens no network: " + file);
                });
    }

    private static Model model(String id, List<Port> ports) {
        return new FunctionModel(
                id,
                new Signature(id, "", "other", Map.of(), ports, ports, List.of(), false, "", ""),
                (inputs, _) -> inputs);
    }
}
