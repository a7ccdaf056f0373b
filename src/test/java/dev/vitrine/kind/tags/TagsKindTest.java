package dev.vitrine.kind.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class TagsKindTest {
    private static final TagsKind KIND = new TagsKind();
    private static final Port FREE = Port.of("topics", "tags");
    private static final Port PETS =
            FREE.withLimits(Limits.NONE.withChoices(List.of("cat", "dog", "bird")))
                    .withOptions(Map.of("names", List.of("Cat", "Hound", "Bird, small")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat, dog",
                "cat,dog",
                " cat \n dog\n",
                "cat\tdog",
                "\"cat\", \"dog\"",
                "[\"cat\", \"dog\"]",
                "cat,,dog,"
            })
    void tagsAreTypedAndPastedAsPeopleWriteThem(String text) {
        assertThat(KIND.decode(FREE, new Raw.Text(text))).isEqualTo(Tags.of("cat", "dog"));
    }

    @Test
    void aTypedWordMeansTheChoiceOfThatNameInAnyCase() {
        assertThat(KIND.decode(PETS, new Raw.Text("HOUND, \"bird, small\", Cat")))
                .isEqualTo(Tags.of("dog", "bird", "cat"));
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll @Size(max = 8) List<@StringLength(min = 1, max = 6) String> tags) {
        assertThat(TagList.read(TagList.write(tags))).isEqualTo(tags);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "[\"a\"", "[[\"a\"]]"})
    void whatIsNoListOfTextsIsRefused(String text) {
        assertThatThrownBy(() -> KIND.decode(FREE, new Raw.Text(text)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(
                        "'Topics' is no list of texts; give one such as [\"a\", \"b\"].");
        assertThatThrownBy(() -> KIND.decode(FREE, new Raw.Json(Json.of("a"))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theBoundsAreJsonSchemas() {
        Port port = FREE.withOptions(Map.of("minItems", 1L, "maxItems", 2L));
        assertThat(messages(port, Tags.NONE))
                .containsExactly("'Topics' is empty; give at least 1.");
        assertThat(messages(port, Tags.of("a", "b", "c")))
                .containsExactly("'Topics' has 3 tags; give at most 2.");
        assertThat(messages(port, Tags.of("a", "a")))
                .containsExactly("'Topics' has 'a' twice; take one out.");
        assertThat(messages(port, Tags.of("a", "b"))).isEmpty();
        Port any = FREE.withOptions(Map.of("uniqueItems", false));
        assertThat(messages(any, Tags.of("a", "a"))).isEmpty();
        assertThat(KIND.schema(port).toString())
                .isEqualTo(
                        "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"minLength\":1},"
                                + "\"minItems\":1,\"maxItems\":2,\"uniqueItems\":true}");
    }

    @Test
    void aStrangeTagIsRefusedUnlessThePortIsCustom() {
        assertThat(messages(PETS, Tags.of("dog", "dogg")))
                .containsExactly(
                        "'Topics' has 'dogg', which is none of its choices; did you mean 'dog'?"
                                + " The choices are cat, dog, bird.");
        assertThat(messages(PETS.withOptions(Map.of("custom", true)), Tags.of("dog", "dogg")))
                .isEmpty();
        assertThat(messages(FREE, Tags.of(""))).hasSize(1);
    }

    @Test
    void whatADeclarationHasWrongIsTold() {
        assertThat(declared(FREE.withLimits(Limits.NONE.withChoices(List.of("a", 2L)))))
                .containsExactly(
                        "The tags 'topics' list 2, which is no text; put it in quotation marks.");
        assertThat(declared(FREE.withLimits(Limits.NONE.withChoices(List.of("a", "a")))))
                .containsExactly("The tags 'topics' list a choice twice; take one out.");
        assertThat(declared(PETS.withOptions(Map.of("minItems", 4L))))
                .containsExactly("The tags 'topics' have fewer choices than minItems; lower it.");
        assertThat(declared(PETS)).isEmpty();
        assertThat(declared(FREE)).isEmpty();
    }

    @Test
    void tenThousandChoicesAreCheckedInOnePass() {
        List<Object> many =
                java.util.stream.IntStream.range(0, 10_000)
                        .mapToObj(i -> (Object) ("t" + i))
                        .toList();
        Port port = FREE.withLimits(Limits.NONE.withChoices(many));
        Tags all = new Tags(many.stream().map(String::valueOf).toList());
        assertThat(KIND.check(port, all)).isEmpty();
        assertThat(KIND.decode(port, new Raw.Text(TagList.write(all.all())))).isEqualTo(all);
        assertThat(KIND.text(port, all)).startsWith("t0, t1");
    }

    private static List<String> messages(Port port, Tags value) {
        return KIND.check(port, value).stream().map(Problem::message).toList();
    }

    private static List<String> declared(Port port) {
        return KIND.declare(port).stream().map(Problem::message).toList();
    }
}
