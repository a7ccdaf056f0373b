package dev.vitrine;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a window can be shown, told without loading a toolkit.
final class Display {
    private Display() {}

    /// Looks where the window system would be named.
    ///
    /// @param system the operating system, as Java's `os.name` calls it
    /// @param environment the environment variables
    /// @param platform the JavaFX platform that was asked for; `Headless` draws in memory
    static boolean isThere(
            String system, Map<String, String> environment, Optional<String> platform) {
        boolean always = system.startsWith("Windows") || system.startsWith("Mac");
        return always
                || platform.filter("Headless"::equals).isPresent()
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                        .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }
}
