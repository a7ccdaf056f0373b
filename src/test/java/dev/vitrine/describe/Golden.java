package dev.vitrine.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.kind.Json;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Documents that are kept as files, so that a change of one is seen and meant.
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    static void check(String name, JsonNode actual) throws IOException {
        String text =
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(actual) + "\n";
        String lines = text.replace("\r\n", "\n");
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, lines);
        }
        assertThat(lines)
                .as(
                        "%s; where the change is meant, mvn test -Dtest=DescribeTest"
                                + " -Dgolden.write=true writes it",
                        file)
                .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }
}
