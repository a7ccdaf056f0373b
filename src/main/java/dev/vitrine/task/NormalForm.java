package dev.vitrine.task;

import java.text.Normalizer;

/// Unicode's normal forms, in time that grows with the text only.
///
/// Marks after a letter have an order of their own, and putting a million of them into it takes the
/// square of that; so a run of marks longer than any writing has is put in order in parts.
///
/// @see <a href="https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format">UAX 15, 13: the
///   Stream-Safe Text Format</a>
final class NormalForm {
    /// The bound of the Stream-Safe Text Format.
    private static final int MOST_MARKS = 30;

    private NormalForm() {}

    static String of(String text, Normalizer.Form form) {
        StringBuilder normal = new StringBuilder(text.length());
        int start = 0;
        int marks = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                normal.append(Normalizer.normalize(text.substring(start, i), form));
                start = i;
                marks = 1;
            }
            i += Character.charCount(c);
        }
        return normal.append(Normalizer.normalize(text.substring(start), form)).toString();
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }
}
