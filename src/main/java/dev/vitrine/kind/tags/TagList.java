package dev.vitrine.kind.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Tags as people type and paste them: `cat, dog`, or one on each line, in quotation marks where
/// one has a comma in it.
public final class TagList {
    private final List<String> all = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();

    /// Whether the part began with a quotation mark, and so is kept as it is.
    private boolean isKept;

    private TagList() {}

    /// The tags that a text names; empty parts are none.
    public static List<String> read(String text) {
        TagList list = new TagList();
        boolean isInside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isMark = c == '"';
            if (isInside && isMark && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                list.part.append(c);
                i++;
            } else if (isInside) {
                isInside = !isMark;
                if (isInside) {
                    list.part.append(c);
                }
            } else if (isMark && list.part.toString().isBlank() && !list.isKept) {
                list.part.setLength(0);
                list.isKept = true;
                isInside = true;
            } else if (isBreak(c)) {
                list.end();
            } else if (!list.isKept || !Character.isWhitespace(c)) {
                list.part.append(c);
            }
        }
        list.end();
        return list.all;
    }

    /// A text that [#read] gives back.
    public static String write(List<String> tags) {
        return tags.stream().map(TagList::quoted).collect(Collectors.joining(", "));
    }

    /// Whether a character stands between two tags.
    public static boolean isBreak(int c) {
        return c == ',' || c == '\n' || c == '\r' || c == '\t';
    }

    private void end() {
        String tag = isKept ? part.toString() : part.toString().strip();
        if (!tag.isEmpty()) {
            all.add(tag);
        }
        part.setLength(0);
        isKept = false;
    }

    private static String quoted(String tag) {
        boolean isPlain =
                tag.chars().noneMatch(TagList::isBreak)
                        && tag.equals(tag.strip())
                        && !tag.startsWith("\"")
                        && !tag.startsWith("[");
        return isPlain ? tag : "\"" + tag.replace("\"", "\"\"") + "\"";
    }
}
