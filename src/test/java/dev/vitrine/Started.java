package dev.vitrine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program as a process of its own.
///
/// @param code its exit code
/// @param out what it wrote on standard output
/// @param err what it wrote on standard error
record Started(int code, String out, String err) {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    /// Runs it to its end in a folder, with no display.
    ///
    /// @param arguments a demo written in Java comes first among them, as it does for the launcher
    /// @param java options for the virtual machine
    static Started run(Path folder, List<String> java, String... arguments) throws Exception {
        Path out = Files.createTempFile("vitrine", ".out");
        Path err = Files.createTempFile("vitrine", ".err");
        try {
            int code = builder(folder, out, err, java, arguments).start().waitFor();
            return new Started(code, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /// Starts it and leaves it running; the caller ends it.
    static Process start(Path folder, Path out, Path err, String... arguments) throws IOException {
        return builder(folder, out, err, List.of(), arguments).start();
    }

    /// Waits for the address that `serve` says.
    ///
    /// @param err the file its standard error goes to
    static String address(Process server, Path err) throws Exception {
        while (server.isAlive()) {
            Matcher found = ADDRESS.matcher(Files.readString(err));
            if (found.find()) {
                return found.group();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("serve has ended: " + Files.readString(err));
    }

    private static ProcessBuilder builder(
            Path folder, Path out, Path err, List<String> java, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dvitrine.home=" + Path.of("").toAbsolutePath()));
        command.addAll(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        boolean isSource = arguments.length > 0 && arguments[0].endsWith(".java");
        if (!isSource) {
            command.add("dev.vitrine.Vitrine");
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("DISPLAY");
        environment.remove("WAYLAND_DISPLAY");
        environment.remove("JAVA_TOOL_OPTIONS");
        environment.put("LC_ALL", "C.UTF-8");
        // what the program keeps for its user is not this user's
        environment.put(
                "XDG_DATA_HOME", Path.of("target", "user-data").toAbsolutePath().toString());
        return builder;
    }
}
