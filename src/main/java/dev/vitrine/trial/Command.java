package dev.vitrine.trial;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a child process is started: with the Java that runs this program, from the same place and
/// with the same start-up cache, and with nothing of the environment.
final class Command {
    /// What of this program's own options the child begins with; a debugger or an agent is not
    /// among them.
    private static final List<String> KEPT =
            List.of(
                    "-XX:AOTCache=",
                    "-XX:AOTMode=",
                    "-XX:+UseSerialGC",
                    "-Xms",
                    "-Xmn",
                    "-XX:SurvivorRatio=",
                    "-Xlog:disable",
                    "-XX:+DisplayVMOutputToStderr",
                    "--enable-native-access=",
                    "-Donnxruntime.native.path=",
                    "-Djna.boot.library.path=",
                    "-Dvitrine.home=");

    /// What a crash writes is for nobody: no memory image, no report in the working folder.
    private static final List<String> QUIET =
            List.of("-XX:-CreateCoredumpOnCrash", "-XX:+SuppressFatalErrorMessage");

    /// Bounds the address space and offers itself first where the system runs out of memory, then
    /// becomes Java. Where one of these is not known the rest goes on.
    private static final String BOUNDED =
            "ulimit -v \"$0\" 2>/dev/null; ulimit -c 0 2>/dev/null;"
                    + " echo 1000 2>/dev/null >/proc/self/oom_score_adj; exec \"$@\"";

    /// The address space that Java reserves beside its heap, little of which is memory.
    private static final long JAVA_BYTES = 4L << 30;

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String MODULE = "dev.vitrine";

    private Command() {}

    /// The process, not started.
    ///
    /// @param options more options for Java
    /// @param memory bytes that the model may take, where the system can bound them
    /// @param arguments for [Trial]
    static ProcessBuilder of(List<String> options, long memory, List<String> arguments) {
        List<String> command = new ArrayList<>();
        long heap = Runtime.getRuntime().maxMemory();
        if (Files.isExecutable(SHELL)) {
            long kilobytes = (memory + heap + JAVA_BYTES) / 1024;
            command.addAll(List.of(SHELL.toString(), "-c", BOUNDED, Long.toString(kilobytes)));
        }
        command.add(java().toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> KEPT.stream().anyMatch(option::startsWith))
                .forEach(command::add);
        command.add("-Xmx" + heap);
        command.addAll(QUIET);
        command.addAll(options);
        command.addAll(program());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        bare(builder.environment());
        return builder;
    }

    private static Path java() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }

    /// This program, wherever it is: in the run-time image, on the module path or the class path.
    private static List<String> program() {
        String path = System.getProperty("jdk.module.path", "");
        Optional<Module> module = ModuleLayer.boot().findModule(MODULE);
        if (module.isEmpty()) {
            return List.of("-cp", System.getProperty("java.class.path"), Trial.class.getName());
        }
        List<String> program = new ArrayList<>();
        if (!path.isEmpty()) {
            program.addAll(List.of("--module-path", path));
        }
        program.addAll(List.of("-m", MODULE + "/" + Trial.class.getName()));
        return program;
    }

    /// Keeps of the environment what names of files and the system's own libraries need.
    private static void bare(Map<String, String> environment) {
        List<String> kept = List.of("LC_ALL", "LANG", "SystemRoot", "TEMP", "TMP", "TMPDIR");
        environment.keySet().removeIf(name -> !kept.contains(name));
        environment.put("ORT_DISABLE_TELEMETRY", "1");
    }
}
