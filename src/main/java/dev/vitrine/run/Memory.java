package dev.vitrine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory that the program takes of the machine.
public final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    private Memory() {}

    /// Bytes in physical memory, native code included where the system tells; else those of Java's
    /// heap. Reads a file: for the background.
    public static long resident() {
        Runtime java = Runtime.getRuntime();
        long heap = java.totalMemory() - java.freeMemory();
        if (!Files.isReadable(STATUS)) {
            return heap;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                    .findFirst()
                    .orElse(heap);
        } catch (IOException e) {
            return heap;
        }
    }
}
