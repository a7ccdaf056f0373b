package dev.vitrine.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The table of Gradio's components names the kinds there are, and all of them.
class GradioTableTest {
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    @Test
    void everyKindStandsInTheTableAndEveryKindThereExists() throws IOException {
        Set<String> named =
                Files.readAllLines(Path.of("src/docs/gradio-components.md")).stream()
                        .filter(line -> line.startsWith("| "))
                        .map(line -> line.split("\\|", -1)[2])
                        .flatMap(cell -> WORD.matcher(cell).results())
                        .map((MatchResult word) -> word.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named)
                .isEqualTo(
                        Kinds.ALL.stream()
                                .map(Kind::id)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
