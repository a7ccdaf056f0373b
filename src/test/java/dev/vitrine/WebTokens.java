package dev.vitrine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The colours of the window's style sheets as custom properties of CSS: what `web/tokens.css` has
/// to be.
///
/// ```
/// java -cp src/main/resources:ATLANTAFX.jar src/test/java/dev/vitrine/WebTokens.java
/// ```
final class WebTokens {
    private static final Pattern COLOUR =
            Pattern.compile(
                    "-(color-(?:fg|bg|border|accent|success|warning|danger|neutral)-[a-z-]+):"
                            + " *([^;]+);");

    private static final Pattern OWN = Pattern.compile("-(v-[a-z]+): -([a-z-]+);");

    private static final Pattern STEP =
            Pattern.compile("\\.(box|heat)-colour-(\\d) \\{ -box-colour: (#[0-9a-f]{6}); }");

    private WebTokens() {}

    /// Prints the file.
    public static void main(String[] arguments) {
        System.out.print(css());
    }

    static String css() {
        String light = theme("light");
        String dark = theme("dark");
        return """
        /* Made of the window's style sheets by WebTokens, which a test compares it with: change those. */
        :root {
          color-scheme: light;
        %s%s}
        :root[data-theme="dark"] {
          color-scheme: dark;
        %s}
        @media (prefers-color-scheme: dark) {
          :root:not([data-theme="light"]) {
            color-scheme: dark;
        %s  }
        }
        """
                .formatted(light, steps(), dark, dark.indent(2));
    }

    private static String theme(String name) {
        String primer = text("/atlantafx/base/theme/primer-" + name + ".css");
        String own = text("/dev/vitrine/window/vitrine.css");
        String block = own.substring(own.indexOf(name.equals("dark") ? ".root.dark {" : ".root {"));
        return lines(
                        COLOUR.matcher(primer.substring(0, primer.indexOf('}')))
                                .results()
                                .map(m -> "--%s: %s".formatted(m.group(1), m.group(2))))
                + lines(
                        OWN.matcher(block.substring(0, block.indexOf('}')))
                                .results()
                                .map(m -> "--%s: var(--%s)".formatted(m.group(1), m.group(2))));
    }

    /// The colours of classes, and the steps of heat maps.
    private static String steps() {
        return Stream.of("boxes", "heatmap")
                .map(kind -> text("/dev/vitrine/window/kind/%s/%s.css".formatted(kind, kind)))
                .map(sheet -> lines(STEP.matcher(sheet).results().map(WebTokens::step)))
                .collect(Collectors.joining());
    }

    private static String step(MatchResult found) {
        return "--%s-%s: %s".formatted(found.group(1), found.group(2), found.group(3));
    }

    private static String lines(Stream<String> declarations) {
        List<String> all = declarations.map(one -> "  " + one + ";\n").toList();
        return String.join("", all);
    }

    private static String text(String resource) {
        try (InputStream in = WebTokens.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
