package dev.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

import org.junit.jupiter.api.Test;

import java.util.Map;

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
}
