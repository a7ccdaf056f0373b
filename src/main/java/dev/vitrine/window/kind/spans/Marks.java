package dev.vitrine.window.kind.spans;

import dev.vitrine.kind.Score;
import dev.vitrine.kind.spans.Span;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Highlighted words: one label for each word, so that a highlighted sentence wraps as text does.
final class Marks {
    private static final Pattern WORD = Pattern.compile("\\s*\\S+\\s*|\\s+");

    /// Scripts without spaces wrap between characters: no label is longer.
    private static final int MOST = 24;

    private Marks() {}

    /// The words of a piece on the colour of its label.
    static List<Node> words(Paragraph.Piece piece, Span span, String style) {
        List<Node> nodes = new ArrayList<>();
        Tooltip tip = new Tooltip((span.label() + " " + Score.words(span.confidence())).strip());
        Matcher words = WORD.matcher(piece.words());
        while (words.find()) {
            String word = words.group();
            for (int at = 0; at < word.length(); ) {
                int end = Math.min(word.length(), at + MOST);
                if (end < word.length() && Character.isLowSurrogate(word.charAt(end))) {
                    end++;
                }
                Label label = new Label(word.substring(at, end));
                label.getStyleClass().addAll("span-word", style);
                label.setTooltip(tip);
                nodes.add(label);
                at = end;
            }
        }
        return nodes;
    }

    /// The name of a label on its colour.
    static Node plate(String name, String style) {
        Label label = new Label(name);
        label.getStyleClass().addAll("span-plate", style);
        return label;
    }
}
