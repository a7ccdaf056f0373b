import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/// Checks that every Java source is formatted, or formats it.
///
/// Maven's own JVM may be older than the sources, so the build starts this file with `java` of the
/// JDK that compiles them. A check looks only at files touched since the last check that passed:
///
/// ```
/// java Format.java check|fix STAMP POM FOLDER
/// ```
class Format {

    public static void main(String[] args) throws IOException {
        boolean fix = args[0].equals("fix");
        Path stamp = Path.of(args[1]);
        Path pom = Path.of(args[2]);
        Path folder = Path.of(args[3]);
        FileTime begun = FileTime.fromMillis(System.currentTimeMillis());

        List<Path> sources;
        try (var files = Files.walk(folder)) {
            sources =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
        }
        FileTime since =
                fix || !Files.exists(stamp)
                        ? FileTime.fromMillis(0)
                        : Files.getLastModifiedTime(stamp);
        if (Files.getLastModifiedTime(pom).compareTo(since) > 0) {
            since = FileTime.fromMillis(0);
        }

        Formatter formatter =
                new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());
        List<Path> wrong = new ArrayList<>();
        boolean broken = false;
        for (Path source : sources) {
            if (Files.getLastModifiedTime(source).compareTo(since) < 0) {
                continue;
            }
            String before = Files.readString(source);
            try {
                String after = format(formatter, before);
                if (!after.equals(before)) {
                    wrong.add(source);
                    if (fix) {
                        Files.writeString(source, after);
                    }
                }
            } catch (FormatterException e) {
                broken = true;
                System.err.println(source + ": " + e.getMessage().strip());
            }
        }
        if (broken) {
            System.exit(1);
        }
        if (!wrong.isEmpty() && !fix) {
            System.err.println("Not formatted:");
            wrong.forEach(
                    source -> System.err.println("  " + folder.getParent().relativize(source)));
            System.err.println("Run:  mvn -q validate -Dformat=fix");
            System.exit(1);
        }
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, begun);
    }

    /// One pass does not always satisfy the next, so passes follow each other until nothing
    /// changes.
    private static String format(Formatter formatter, String source) throws FormatterException {
        String after = formatter.formatSourceAndFixImports(source);
        return after.equals(source) ? after : format(formatter, after);
    }
}
