package dev.vitrine.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.vitrine.kind.Samples.Sample;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What holds for every kind in [Kinds#ALL], without a window; the window's half is
/// `dev.vitrine.window.kind.FaceLawsTest`.
class KindLawsTest {
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(Kinds.ALL).flatMap(kind -> Samples.of(kind.id()));
    }

    @Provide
    Arbitrary<Kind<?>> kinds() {
        return Arbitraries.of(Kinds.ALL);
    }

    @Property(tries = 2000)
    void whatIsEncodedIsDecodedToTheSameValue(@ForAll("samples") Sample sample) {
        JsonNode sent =
                Json.MAPPER.readTree(Kinds.encode(sample.port(), sample.value()).toString());
        assertThat(Kinds.of(sample.port()).decode(sample.port(), new Raw.Json(sent)))
                .isEqualTo(sample.value());
    }

    @Property
    void theFileOfAValueIsDecodedToTheSameValue(@ForAll("samples") Sample sample) {
        Kinds.media(sample.port(), sample.value())
                .ifPresent(media -> {
                    assertThat(Kinds.of(sample.port()).accepts()).isNotEmpty();
                    Raw upload =
                            new Raw.Upload(
                                    media.bytes(),
                                    Objects.requireNonNullElse(
                                            media.name(), "x." + media.extension()),
                                    media.mediaType());
                    Object decoded = Kinds.of(sample.port()).decode(sample.port(), upload);
                    if (!sample.port().options().containsValue("bfloat16")) {
                        assertThat(decoded).isEqualTo(sample.value());
                    }
                });
    }

    @Property
    void everyValuePassesTheCheckAndTheSchemaOfItsPort(@ForAll("samples") Sample sample) {
        assertThat(Kinds.check(sample.port(), sample.value())).isEmpty();
        assertSatisfies(
                Kinds.of(sample.port()).schema(sample.port()),
                Kinds.encode(sample.port(), sample.value()));
    }

    @Property
    void aValueHasWordsAndAWeight(@ForAll("samples") Sample sample) {
        assertThat(Kinds.text(sample.port(), sample.value())).isNotNull();
        assertThat(Kinds.weight(sample.port(), sample.value())).isNotNegative();
    }

    /// Of a value that was made by hand too, of which nobody says how sure it is.
    @Property
    void aValueIsWrittenAsTheFileThatItsExampleIs(@ForAll("samples") Sample sample) {
        Object example = Kinds.of(sample.port()).example(sample.port());
        assertThat(Kinds.file(sample.port(), sample.value()).map(Media::extension).isPresent())
                .isEqualTo(Kinds.file(sample.port(), example).isPresent());
    }

    @Property(tries = 200)
    void theExampleOfAPortPassesItsCheckAndItsSchema(@ForAll("samples") Sample sample) {
        exampleFits(Kinds.of(sample.port()), sample.port());
        Samples.outside(sample.port().kind())
                .map(Sample::port)
                .ifPresent(bounded -> exampleFits(Kinds.of(bounded), bounded));
    }

    @Property
    void theExampleOfABoundedPortKeepsItsBounds(
            @ForAll @DoubleRange(min = -20, max = 20) double bound,
            @ForAll @DoubleRange(min = 0, max = 30) double range,
            @ForAll("steps") OptionalDouble step,
            @ForAll @IntRange(min = 0, max = 2) int sides,
            @ForAll @IntRange(min = 0, max = 12) int length) {
        Port number =
                Port.of("value", "number")
                        .withLimits(
                                Limits.NONE.withRange(
                                        sides == 0
                                                ? OptionalDouble.empty()
                                                : OptionalDouble.of(bound),
                                        sides == 1
                                                ? OptionalDouble.empty()
                                                : OptionalDouble.of(bound + range),
                                        step));
        exampleFits(Kinds.of(number), number);
        Port text =
                Port.of("value", "text")
                        .withLimits(
                                Limits.NONE.withLength(
                                        sides == 0 ? OptionalLong.empty() : OptionalLong.of(length),
                                        sides == 1
                                                ? OptionalLong.empty()
                                                : OptionalLong.of(length + (long) range)));
        exampleFits(Kinds.of(text), text);
    }

    @Provide
    Arbitrary<OptionalDouble> steps() {
        return Arbitraries.of(0, 0.1, 0.25, 1, 3)
                .map(Number::doubleValue)
                .map(s -> s == 0 ? OptionalDouble.empty() : OptionalDouble.of(s));
    }

    @Property(tries = 50)
    void aValueOutOfBoundsIsRefusedInTheSameWordsAsJsonAndAsText(@ForAll("kinds") Kind<?> kind) {
        Samples.outside(kind.id())
                .ifPresent(sample -> {
                    JsonNode json = Kinds.encode(sample.port(), sample.value());
                    String text = json.isString() ? json.stringValue() : json.toString();
                    String checked =
                            Kinds.check(sample.port(), sample.value()).getFirst().message();
                    assertThat(refusal(sample.port(), new Raw.Json(json))).isEqualTo(checked);
                    assertThat(refusal(sample.port(), new Raw.Text(text))).isEqualTo(checked);
                });
    }

    @Property(tries = 50)
    void jsonOfAnotherShapeIsRefusedWithASentenceThatNamesThePort(@ForAll("kinds") Kind<?> kind) {
        // to a kind that is any JSON none is strange
        Assume.that(!kind.id().equals("json"));
        Port port = Port.of("value", kind.id());
        JsonNode strange = Json.object().put("what", "is this");
        String message = refusal(port, new Raw.Json(strange));
        assertThat(message).contains("'Value'").endsWith(".");
    }

    @Example
    void idsAreUniqueAndEveryKindNamesItsOptionsAndItsPackage() {
        assertThat(Kinds.ALL.stream().map(Kind::id)).doesNotHaveDuplicates();
        for (Kind<?> kind : Kinds.ALL) {
            assertThat(kind.getClass().getPackageName()).isEqualTo("dev.vitrine.kind." + kind.id());
            kind.options()
                    .properties()
                    .forEach(option ->
                            assertThat(option.getValue().path("description").isString())
                                    .as(
                                            "the option '%s' of %s has a description",
                                            option.getKey(), kind.id())
                                    .isTrue());
        }
    }

    @Example
    void anUnknownKindIsAnErrorThatNamesThePort() {
        assertThatThrownBy(() -> Kinds.of(Port.of("face", "hologram")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("'face'")
                .hasMessageContaining("hologram")
                .hasMessageContaining("image, gallery, audio, file, files");
    }

    private static <T> void exampleFits(Kind<T> kind, Port port) {
        T example = kind.example(port);
        assertThat(kind.check(port, example)).as("%s %s", port.kind(), port.options()).isEmpty();
        assertSatisfies(kind.schema(port), kind.encode(port, example));
    }

    private static String refusal(Port port, Raw raw) {
        Signature signature =
                new Signature(
                        "t",
                        "",
                        "other",
                        Map.of(),
                        List.of(port),
                        List.of(),
                        List.of(),
                        false,
                        "",
                        "");
        try {
            Form.decode(signature, Map.of(port.name(), raw));
        } catch (ProblemException e) {
            assertThat(e.fault()).isEqualTo(ProblemException.Fault.INPUT);
            return e.problems().getFirst().message();
        }
        return fail("%s is taken by a port of kind %s", raw, port.kind());
    }

    private static void assertSatisfies(ObjectNode schema, JsonNode json) {
        List<Error> errors =
                SCHEMAS.getSchema(schema.toString()).validate(json.toString(), InputFormat.JSON);
        assertThat(errors).as("%s by %s", json, schema).isEmpty();
    }
}
