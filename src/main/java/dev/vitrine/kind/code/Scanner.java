package dev.vitrine.kind.code;

import dev.vitrine.kind.code.Language.Block;
import dev.vitrine.kind.code.Language.Part;
import dev.vitrine.kind.code.Language.Piece;

import java.util.ArrayList;
import java.util.List;

/// Takes a code to pieces from its beginning to its end, in time linear in its length.
final class Scanner {
    private final Language language;
    private final String code;
    private final List<List<Piece>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    private int plainFrom;
    private int at;

    Scanner(Language language, String code) {
        this.language = language;
        this.code = code;
    }

    List<List<Piece>> lines() {
        while (at < code.length()) {
            if (!block() && !lineComment() && !quoted() && !word()) {
                at++;
            }
        }
        flush();
        return lines;
    }

    private boolean block() {
        for (Block block : language.blocks()) {
            if (code.startsWith(block.begin(), at)) {
                int end = code.indexOf(block.end(), at + block.begin().length());
                take(block.part(), end < 0 ? code.length() : end + block.end().length());
                return true;
            }
        }
        return false;
    }

    private boolean lineComment() {
        for (String begin : language.lines()) {
            if (code.startsWith(begin, at)) {
                take(Part.COMMENT, lineEnd());
                return true;
            }
        }
        return false;
    }

    private boolean quoted() {
        char quote = code.charAt(at);
        if (language.quotes().indexOf(quote) < 0) {
            return false;
        }
        int to = at + 1;
        while (to < code.length() && code.charAt(to) != '\n') {
            char c = code.charAt(to);
            to += c == '\\' && to + 1 < code.length() && code.charAt(to + 1) != '\n' ? 2 : 1;
            if (c == quote) {
                break;
            }
        }
        take(Part.STRING, to);
        return true;
    }

    private boolean word() {
        char first = code.charAt(at);
        if (!Character.isLetterOrDigit(first) && first != '_') {
            return false;
        }
        boolean number = Character.isDigit(first);
        int to = at + 1;
        while (to < code.length() && isInside(code.charAt(to), number)) {
            to++;
        }
        if (language.name().equals(Language.PLAIN)) {
            at = to;
        } else if (number) {
            take(Part.NUMBER, to);
        } else if (language.isWord(code.substring(at, to))) {
            take(Part.WORD, to);
        } else {
            at = to;
        }
        return true;
    }

    private static boolean isInside(char c, boolean number) {
        return Character.isLetterOrDigit(c) || c == '_' || number && c == '.';
    }

    private int lineEnd() {
        int end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }

    private void take(Part part, int to) {
        flush();
        add(part, code.substring(at, to));
        at = to;
        plainFrom = to;
    }

    private void flush() {
        if (plainFrom < at) {
            add(Part.PLAIN, code.substring(plainFrom, at));
        }
        plainFrom = at;
    }

    private void add(Part part, String text) {
        String[] parts = text.split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                lines.add(new ArrayList<>());
            }
            if (!parts[i].isEmpty()) {
                lines.getLast().add(new Piece(part, parts[i]));
            }
        }
    }
}
