package dev.vitrine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class LibraryCacheTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void isWhereTheSystemKeepsSuchThings() {
        assertThat(LibraryCache.of("Linux", Map.of(), HOME)).isEqualTo(HOME.resolve(".cache"));
        assertThat(LibraryCache.of("Linux", Map.of("XDG_CACHE_HOME", "/cache"), HOME))
                .isEqualTo(Path.of("/cache"));
        assertThat(LibraryCache.of("Linux", Map.of("XDG_CACHE_HOME", "cache"), HOME))
                .isEqualTo(HOME.resolve(".cache"));
        assertThat(LibraryCache.of("Mac OS X", Map.of(), HOME))
                .isEqualTo(HOME.resolve("Library/Caches"));
        assertThat(LibraryCache.of("Windows 11", Map.of("LOCALAPPDATA", "/local"), HOME))
                .isEqualTo(Path.of("/local"));
    }
}
