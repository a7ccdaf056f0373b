package dev.vitrine.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Turns ONNX Runtime's telemetry off before the library is loaded.
///
/// Its official builds for Linux and macOS send events to Microsoft and keep a device identifier in
/// the user's home from the moment the library starts, which is before any call could say no; the
/// environment variable `ORT_DISABLE_TELEMETRY` is the only way to prevent both. Java cannot set
/// one for its own process, so the C library is asked to, unless the launcher has set it already.
/// On Windows there is no such variable and no sender: its events stay on the machine unless
/// somebody records them, and the call that [Native] makes silences them.
///
/// @see <a href="https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md">Privacy</a>
final class Telemetry {
    private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";
    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);

    private Telemetry() {}

    @SuppressWarnings("restricted") // one call of the C library, before any other native code
    static void off() {
        if (System.getProperty("os.name", "").startsWith("Windows")
                || "1".equals(System.getenv(VARIABLE))) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle setenv =
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("setenv"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT));
            MemorySegment name = arena.allocateFrom(VARIABLE);
            int failed = (int) setenv.invokeExact(name, arena.allocateFrom("1"), 1);
            if (failed != 0) {
                throw new IllegalStateException("setenv answered " + failed);
            }
        } catch (Throwable e) {
            LOG.warn(
                    "ONNX Runtime's telemetry could not be turned off; set {}=1 before starting"
                            + " Vitrine.",
                    VARIABLE,
                    e);
        }
    }
}
