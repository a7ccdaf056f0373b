package dev.vitrine.signature;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What somebody who mistyped a word most likely meant.
///
/// Distance is Damerau and Levenshtein's in its restricted form (optimal string alignment):
/// insertions, deletions, replacements and swaps of neighbours, each counting one, case left aside.
public final class Nearest {
    /// Longer words than this are no mistyped names, and comparing them costs its square.
    private static final int LONGEST = 100;

    private Nearest() {}

    /// The known word nearest to a mistyped one; nothing where none is near.
    public static Optional<String> of(String word, Collection<String> known) {
        return all(word, known).stream().findFirst();
    }

    /// The known words that are near, nearest first.
    public static List<String> all(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        return known.stream()
                .filter(k -> k.length() <= LONGEST && isNear(word, k))
                .sorted(
                        Comparator.comparingInt((String k) -> distance(word, k))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static boolean isNear(String word, String known) {
        return distance(word, known) <= Math.max(1, Math.max(word.length(), known.length()) / 3)
                || word.length() > 2 && lower(known).startsWith(lower(word));
    }

    static int distance(String left, String right) {
        String a = lower(left);
        String b = lower(right);
        int[] twoBack = new int[b.length() + 1];
        int[] back = new int[b.length() + 1];
        Arrays.setAll(back, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], back[j]) + 1, back[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            twoBack = back;
            back = row;
        }
        return back[b.length()];
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
