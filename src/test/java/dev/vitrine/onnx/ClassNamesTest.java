package dev.vitrine.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ClassNamesTest {
    @Property
    void readsWhatJsonSays(@ForAll @Size(min = 2, max = 5) List<String> names) {
        assertThat(property(Json.of(names).toString())).isEqualTo(names);
    }

    @Property
    void readsWhatPythonPrintsOfADictionary(
            @ForAll @Size(min = 2, max = 5) List<@AlphaChars @NotEmpty String> names) {
        String text =
                IntStream.range(0, names.size())
                        .mapToObj(i -> "%d: '%s'".formatted(i, names.get(i)))
                        .collect(Collectors.joining(", ", "{", "}"));
        assertThat(property(text)).isEqualTo(names);
    }

    @Test
    void readsQuotesAsPythonWritesThem() {
        assertThat(property("['T-shirt, top', \"cat's eye\", 'it\\'s']"))
                .containsExactly("T-shirt, top", "cat's eye", "it's");
    }

    @Test
    void readsLinesAndCommas() {
        assertThat(property("ham\nspam\n")).containsExactly("ham", "spam");
        assertThat(property("ham, spam")).containsExactly("ham", "spam");
    }

    @Test
    void ordersADictionaryByItsNumbersAndWantsAllOfThem() {
        assertThat(property("{\"1\": \"b\", \"0\": \"a\"}")).containsExactly("a", "b");
        assertThat(ClassNames.ofProperty("names", "{\"0\": \"a\", \"7\": \"b\"}")).isEmpty();
    }

    @Test
    void readsALineForEachClass() {
        assertThat(lines("\uFEFFÜbung\r\n日本\n\n")).containsExactly("Übung", "日本");
    }

    @Test
    void dropsNumbersOnlyWhereEveryLineCountsItself() {
        assertThat(lines("0 cat\n1 dog\n")).containsExactly("cat", "dog");
        assertThat(lines("0: cat\n1: dog")).containsExactly("cat", "dog");
        assertThat(lines("1 cat\n2 dogs")).containsExactly("1 cat", "2 dogs");
        assertThat(lines("0\n1\n2\n")).containsExactly("0", "1", "2");
    }

    @Test
    void dropsWordNetsNumbers() {
        assertThat(lines("n01440764 tench, Tinca tinca\nn01443537 goldfish"))
                .containsExactly("tench, Tinca tinca", "goldfish");
    }

    private static List<String> property(String text) {
        return ClassNames.ofProperty("labels", text).orElseThrow().names();
    }

    private static List<String> lines(String text) {
        return ClassNames.ofLines("labels.txt", text).orElseThrow().names();
    }

    @Test
    void aNameOfAnyLengthCostsNoStack() {
        String name = "a\\'".repeat(200_000);
        assertThat(ClassNames.ofMembers("names", "{0: '%s'}".formatted(name)))
                .hasValueSatisfying(n -> assertThat(n.names()).hasSize(1));
    }
}
