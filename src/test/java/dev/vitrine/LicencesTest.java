package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Each module that Vitrine asks for, and each that those ask for, has its licence named for the
/// app-image, which is made of them. What a jar without a descriptor asks for is seen only there.
class LicencesTest {
    @Test
    void eachModuleHasItsLicence() throws IOException {
        List<Pattern> named = named();
        assertThat(modules())
                .contains("org.commonmark.ext.gfm.tables")
                .allMatch(module -> named.stream().anyMatch(p -> p.matcher(module).matches()));
    }

    private static List<Pattern> named() throws IOException {
        return Files.readAllLines(Path.of("packaging/licences.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2)[0])
                .map(name -> Pattern.compile(name.replace(".", "\\.").replace("*", ".*")))
                .toList();
    }

    private static Set<String> modules() {
        Path[] path =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(Files::exists)
                        .toArray(Path[]::new);
        Deque<String> left = new ArrayDeque<>(List.of("dev.vitrine"));
        Set<String> all = new TreeSet<>();
        while (!left.isEmpty()) {
            String name = left.pop();
            if (all.add(name)) {
                found(name, path).requires().stream()
                        .filter(r ->
                                !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                        .map(ModuleDescriptor.Requires::name)
                        .filter(module -> ModuleFinder.ofSystem().find(module).isEmpty())
                        .forEach(left::push);
            }
        }
        return all;
    }

    /// Each place is looked at by itself, since together they hold some modules twice.
    private static ModuleDescriptor found(String name, Path[] path) {
        return Arrays.stream(path)
                .map(ModuleFinder::of)
                .flatMap(finder -> finder.find(name).stream())
                .map(ModuleReference::descriptor)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no module " + name));
    }
}
