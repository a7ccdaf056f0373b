package dev.vitrine.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;

/// What the endpoint and the command line call a model.
final class ModelId {
    private ModelId() {}

    /// The id of a folder's or file's name: its letters in lower case, anything but ASCII letters,
    /// digits, `.` and `_` as `-`, without the extension `.onnx`.
    static String of(Path folderOrFile) {
        Path name = folderOrFile.toAbsolutePath().normalize().getFileName();
        return of(name == null ? "model" : name.toString());
    }

    static String of(String name) {
        // Replaced first: letters outside ASCII, such as the Kelvin sign, have ASCII lower cases.
        String ascii =
                name.replaceFirst("(?i)(?<=.)\\.onnx$", "").replaceAll("[^A-Za-z0-9._]", "-");
        return ascii.isEmpty() ? "model" : ascii.toLowerCase(Locale.ROOT);
    }

    /// The id itself, or the first of `-2`, `-3` … that is free.
    static String free(String id, Predicate<String> taken) {
        String free = id;
        for (int i = 2; taken.test(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
