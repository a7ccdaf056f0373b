package dev.vitrine.model.format;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes plain Java values as YAML 1.2 for people: one word on a line down to a port's own words,
/// the rest in braces and brackets.
///
/// @param comments what stands as a comment above a word, by the words that lead to it; at the top
///   of the file for none
record YamlText(Map<List<String>, String> comments) {
    private static final int WIDTH = 200;
    private static final int COMMENT_WIDTH = 96;

    /// Control characters, line separators (U+0085 among them, which the engine writes as it is and
    /// reads as a space) and what cannot be seen.
    private static final Pattern ESCAPED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    String write(Map<String, Object> words) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setSchema(new CoreSchema())
                        .setDumpComments(true)
                        .setWidth(WIDTH)
                        .setIndicatorIndent(2)
                        .setIndentWithIndicator(true)
                        .build();
        Sink sink = new Sink();
        new Dump(settings).dumpNode(node(List.of(), words), sink);
        return sink.toString();
    }

    /// The engine writes into this.
    private static final class Sink implements StreamDataWriter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String part) {
            text.append(part);
        }

        @Override
        public void write(String part, int offset, int length) {
            text.append(part, offset, offset + length);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private Node node(List<String> path, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> group(path, map);
            case List<?> list -> row(path, list);
            case String text -> scalar(Tag.STR, text);
            case Boolean flag -> scalar(Tag.BOOL, flag.toString());
            case Double n -> scalar(Tag.FLOAT, n.toString());
            case Float n -> scalar(Tag.FLOAT, n.toString());
            case Number n -> scalar(Tag.INT, n.toString());
            case null -> scalar(Tag.NULL, "null");
            default ->
                    throw new IllegalArgumentException(
                            "No plain value of a signature: " + value.getClass());
        };
    }

    private Node group(List<String> path, Map<?, ?> map) {
        List<NodeTuple> tuples = new ArrayList<>();
        map.forEach((word, value) -> {
            List<String> here = SignatureWriter.path(path, String.valueOf(word));
            Node key = scalar(Tag.STR, String.valueOf(word));
            comment(here).ifPresent(lines -> key.setBlockComments(lines));
            tuples.add(new NodeTuple(key, node(here, value)));
        });
        boolean block = !map.isEmpty() && isBlock(path);
        Node node = new MappingNode(Tag.MAP, tuples, block ? FlowStyle.BLOCK : FlowStyle.FLOW);
        if (path.isEmpty()) {
            comment(path).ifPresent(node::setBlockComments);
        }
        return node;
    }

    private Node row(List<String> path, List<?> list) {
        boolean block = path.equals(List.of("examples")) && !list.isEmpty();
        return new SequenceNode(
                Tag.SEQ,
                list.stream().map(v -> node(SignatureWriter.path(path, "-"), v)).toList(),
                block ? FlowStyle.BLOCK : FlowStyle.FLOW);
    }

    /// The file, its ports and its examples; what is inside those fits on a line.
    private static boolean isBlock(List<String> path) {
        return path.isEmpty()
                || path.size() == 1
                || path.size() == 2
                        && List.of("inputs", "outputs", "examples").contains(path.getFirst());
    }

    private static Node scalar(Tag tag, String text) {
        boolean escaped = tag.equals(Tag.STR) && ESCAPED.matcher(text).find();
        return new ScalarNode(tag, text, escaped ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
    }

    private Optional<List<CommentLine>> comment(List<String> path) {
        return Optional.ofNullable(comments.get(path))
                .map(text ->
                        text.lines()
                                .flatMap(line -> wrapped(line).stream())
                                .map(YamlText::comment)
                                .toList());
    }

    private static CommentLine comment(String line) {
        return new CommentLine(
                Optional.empty(),
                Optional.empty(),
                " " + line.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " "),
                CommentType.BLOCK);
    }

    /// A line broken at spaces where it is longer than a screen is wide.
    private static List<String> wrapped(String line) {
        List<String> lines = new ArrayList<>();
        String rest = line.strip();
        while (rest.length() > COMMENT_WIDTH) {
            int space = rest.lastIndexOf(' ', COMMENT_WIDTH);
            int end = space > 0 ? space : rest.indexOf(' ');
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
