package dev.vitrine.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Class names that stand in or beside a model file.
///
/// @param names the lists of them, best first
record Neighbours(List<ClassNames> names) {
    private static final List<String> FILES = List.of("labels.txt", "synset.txt", "classes.txt");
    private static final List<String> PROPERTIES =
            List.of("labels", "classes", "class_names", "names");
    private static final long MAX_BYTES = 4 << 20;

    Neighbours {
        names = List.copyOf(names);
    }

    /// Looks into a file's metadata and its folder.
    static Neighbours of(OnnxFile declared, Path file) {
        List<ClassNames> all = new ArrayList<>();
        for (String property : PROPERTIES) {
            declared.property(property)
                    .flatMap(text -> ClassNames.ofProperty(property, text))
                    .ifPresent(all::add);
        }
        for (String name : FILES) {
            read(file.resolveSibling(name))
                    .flatMap(text -> ClassNames.ofLines(name, text))
                    .ifPresent(all::add);
        }
        return new Neighbours(all);
    }

    /// The best list of this length.
    Optional<ClassNames> find(long classes) {
        return names.stream().filter(n -> n.names().size() == classes).findFirst();
    }

    /// A file that cannot be read is as good as none: it may have nothing to do with the model.
    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                            && Files.size(file) <= MAX_BYTES
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
