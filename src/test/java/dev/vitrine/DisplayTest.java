package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

class DisplayTest {
    @Test
    void linuxHasOneWhereItIsNamed() {
        assertThat(isThere("Linux", Map.of())).isFalse();
        assertThat(isThere("Linux", Map.of("DISPLAY", ""))).isFalse();
        assertThat(isThere("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(isThere("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
    }

    @Test
    void windowsAndMacAlwaysHaveOne() {
        assertThat(isThere("Windows 11", Map.of())).isTrue();
        assertThat(isThere("Mac OS X", Map.of())).isTrue();
    }

    @Test
    void drawingInMemoryNeedsNone() {
        assertThat(Display.isThere("Linux", Map.of(), Optional.of("Headless"))).isTrue();
    }

    private static boolean isThere(String system, Map<String, String> environment) {
        return Display.isThere(system, environment, Optional.empty());
    }
}
