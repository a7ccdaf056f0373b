package dev.vitrine.kind.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

class TextKindTest {
    private static final TextKind KIND = new TextKind();
    private static final Port KEY =
            Port.of("key", "text")
                    .withLimits(
                            Limits.NONE
                                    .withPattern("[a-z]+-[0-9]+")
                                    .withLength(OptionalLong.of(4), OptionalLong.empty()))
                    .withOptions(Map.of("secret", true));
    private static final Port USER = Port.of("user", "text");
    private static final Port PLATE =
            Port.of("plate", "text")
                    .withLimits(Limits.NONE.withPattern("[A-Z]{2} [0-9]{4}"))
                    .withOptions(
                            Map.of(
                                    "patternHelp",
                                    "Write two letters and four digits, such as AB 1234."));

    @Test
    void theAuthorSaysHowToMatchAPattern() {
        assertThat(KIND.check(PLATE, "ab1"))
                .extracting(Problem::message)
                .containsExactly("Write two letters and four digits, such as AB 1234.");
        assertThat(KIND.check(PLATE, "AB 1234")).isEmpty();
        assertThat(KIND.schema(PLATE).path("description").asString())
                .isEqualTo("Write two letters and four digits, such as AB 1234.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hunter2!\"", "\"h2\"", "[\"hunter2!\"]", "872341"})
    void aProblemRepeatsNoSecret(String json) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() ->
                        Form.decode(
                                signature(KEY),
                                Map.of("key", new Raw.Json(Json.MAPPER.readTree(json)))))
                .satisfies(e ->
                        assertThat(e.problems())
                                .isNotEmpty()
                                .allSatisfy(problem -> {
                                    assertThat(problem.input()).isNull();
                                    assertThat(problem.toString())
                                            .doesNotContain("hunter2")
                                            .doesNotContain("h2")
                                            .doesNotContain("872341");
                                }));
    }

    @Test
    void aMissingInputIsToldWithoutTheSecretsBesideIt() {
        Map<String, Raw> given =
                Map.of("key", new Raw.Json(Json.of("abc-1")), "x", new Raw.Json(Json.of("y")));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Form.decode(signature(KEY, USER), given))
                .satisfies(e ->
                        assertThat(e.problems().getFirst())
                                .returns("user", Problem::port)
                                .returns(Map.of("x", "y"), Problem::input));
    }

    @Test
    void aSecretIsCalledOneInItsSchemaAndHasNoDefault() {
        assertThat(KIND.schema(KEY).path("format").asString()).isEqualTo("password");
        assertThat(KIND.schema(KEY).path("writeOnly").asBoolean()).isTrue();
        assertThat(KIND.schema(USER).has("writeOnly")).isFalse();
        assertThat(KIND.declare(KEY)).isEmpty();
        assertThat(KIND.declare(KEY.withDefault("abc-1")))
                .extracting(Problem::message)
                .containsExactly(
                        "'key' is secret and has a default, which everybody could read; leave it"
                                + " out.");
    }

    @Test
    void wordsForAPatternNeedOne() {
        assertThat(KIND.declare(PLATE.withLimits(Limits.NONE)))
                .extracting(Problem::message)
                .containsExactly(
                        "'plate' says how to match a pattern and has none; give it a pattern.");
    }

    private static Signature signature(Port... inputs) {
        return new Signature(
                "Door",
                "",
                "other",
                Map.of(),
                List.of(inputs),
                List.of(Port.of("out", "text")),
                List.of(),
                false,
                "",
                "");
    }
}
