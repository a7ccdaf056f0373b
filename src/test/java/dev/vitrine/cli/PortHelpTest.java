package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class PortHelpTest {
    @Test
    void theBoundsOfARangeStandInTheHelp() {
        Port port = Port.of("age", "range").withLimits(Limits.between(0, 120).withStep(1));
        assertThat(PortHelp.input(port))
                .isEqualTo("Age. Kind: range, from 0, to 120, in steps of 1. Required.");
    }

    @Test
    void whatTakesSeveralFilesSaysSo() {
        Port port = Port.of("album", "gallery").withOptions(Map.of("maxItems", 9));
        assertThat(PortHelp.placeholder(port)).isEqualTo("FILE");
        assertThat(PortHelp.input(port))
                .isEqualTo("Album. Kind: gallery, given once for each file, at most 9. Required.");
    }

    @Test
    void ofAGreatManyChoicesTheFirstAreListed() {
        List<Object> words = IntStream.range(0, 10_000).<Object>mapToObj(i -> "word" + i).toList();
        Port port = Port.of("word", "choice").withLimits(Limits.NONE.withChoices(words));
        assertThat(PortHelp.input(port))
                .startsWith("Word. Kind: choice, one of word0 | word1 | ")
                .endsWith(" | word39 | and 9960 more. Required.");
    }
}
