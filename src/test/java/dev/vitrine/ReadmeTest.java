package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every command that the README tells a reader to type is typed here, or named with the reason why
/// not.
class ReadmeTest {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final String VITRINE = "./vitrine ";
    private static final String ADDRESS = "http://127.0.0.1:7860";

    /// What JavaFX says where it is no module, as in the tests.
    private static final String ON_THE_CLASS_PATH =
            ".*PlatformImpl startup\\R.*Unsupported JavaFX configuration.*\\R";

    private static final Pattern FENCED = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    /// A word of a command, between quotation marks where it holds blanks.
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    private static final String PROGRAM = "Greeter.java";

    private static final Map<String, String> NOT_HERE =
            Map.of(
                    "./vitrine", "opens the window: .ci/run does, on a display of its own",
                    "mvn verify", "runs this very test",
                    "packaging/app-image", "takes half a minute: .ci/run does, and tries the image",
                    "./vitrine models/digits/model.onnx",
                            "opens the window: without a display it is refused, as below",
                    "./vitrine Greeter.java",
                            "opens the window: .ci/run does, on a display of its own");

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> whatTheReadmeTellsToRunWorks() throws IOException {
        return commands()
                .filter(c -> c.startsWith(VITRINE) && !NOT_HERE.containsKey(c) && !isServe(c))
                .map(c -> dynamicTest(c, () -> run(c)));
    }

    @TestFactory
    Stream<DynamicTest> whatTheReadmeTellsToCallAnswers() throws IOException {
        return commands()
                .filter(ReadmeTest::isServe)
                .map(serve -> dynamicTest(serve, () -> callAll(serve)));
    }

    /// Makes the calls that stand below a `serve`, down to the next.
    private void callAll(String serve) throws Exception {
        assumeTrue(isInstalled("curl"), "curl is not installed");
        List<String> calls =
                commands()
                        .dropWhile(c -> !c.equals(serve))
                        .skip(1)
                        .takeWhile(c -> !isServe(c))
                        .filter(c -> c.startsWith("curl "))
                        .toList();
        assertThat(calls).isNotEmpty();
        Path said = folder.resolve("said");
        Process server =
                Started.start(HERE, folder.resolve("out"), said, words(serve + " --port 0"));
        try {
            String address = Started.address(server, said);
            for (String call : calls) {
                assertThat(call).contains(ADDRESS);
                assertThat(curl(call.replace(ADDRESS, address))).as(call).startsWith("{");
            }
        } finally {
            server.destroy();
            server.waitFor();
        }
        assertThat(folder.resolve("out")).isEmptyFile();
    }

    @Test
    void everyCommandIsRunOrHasAReason() throws IOException {
        assertThat(commands()).isNotEmpty();
        assertThat(commands().filter(c -> !c.startsWith(VITRINE) && !c.startsWith("curl ")))
                .allMatch(NOT_HERE::containsKey);
        assertThat(commands().toList()).containsAll(NOT_HERE.keySet());
    }

    @Test
    void everyPictureAndFileOfTheReadmeIsThere() throws IOException {
        Matcher links =
                Pattern.compile("(?:src|srcset)=\"([^\"]+)\"|]\\(([^)]+)\\)").matcher(readme());
        assertThat(
                        links.results()
                                .map(l -> l.group(1) == null ? l.group(2) : l.group(1))
                                .map(HERE::resolve))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    private void run(String command) throws Exception {
        Path out = folder.resolve("picture.png");
        String elsewhere = Matcher.quoteReplacement(out.toString());
        String[] words = words(command.replaceFirst("target/\\S+\\.png", elsewhere));

        Started started = Started.run(HERE, List.of(), words);

        assertThat(started.code()).as(started.err()).isZero();
        assertThat(started.err().replaceAll(ON_THE_CLASS_PATH, "")).isEmpty();
        if (command.contains(" shot ")) {
            assertThat(out).isNotEmptyFile();
        } else {
            assertThat(started.out()).isNotBlank();
        }
    }

    private static Stream<String> commands() throws IOException {
        return FENCED.matcher(readme()).results().flatMap(block -> block.group(1).lines());
    }

    private static String readme() throws IOException {
        return Files.readString(HERE.resolve("README.md"));
    }

    private static boolean isServe(String command) {
        return command.startsWith(VITRINE) && List.of(command.split(" ")).contains("serve");
    }

    private String[] words(String command) throws IOException {
        String[] words =
                WORD.matcher(command.substring(VITRINE.length()))
                        .results()
                        .map(word -> word.group().replace("\"", ""))
                        .toArray(String[]::new);
        if (words[0].equals(PROGRAM)) {
            words[0] = Files.writeString(folder.resolve(PROGRAM), program()).toString();
        }
        return words;
    }

    /// The demo of a Java function, as the reader is told to save it.
    private static String program() throws IOException {
        return JAVA.matcher(readme())
                .results()
                .map(block -> block.group(1))
                .findFirst()
                .orElseThrow();
    }

    private String curl(String command) throws Exception {
        Path answer = folder.resolve("answer");
        Process curl =
                new ProcessBuilder("sh", "-c", command + " --silent --show-error --fail")
                        .directory(HERE.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(answer.toFile())
                        .start();
        curl.waitFor();
        return Files.readString(answer);
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
