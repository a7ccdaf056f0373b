package dev.vitrine.window;

import dev.vitrine.model.format.Spec;

import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// One word of a signature: its name, what it is changed with, and under it what is wrong with it.
final class WordField extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final WordSlot slot;
    private final WordControl control;
    private final boolean wide;
    private final Label note = new Label();
    private String refusal = "";
    private List<String> wrong = List.of();

    /// @param wide whether it needs the whole width
    WordField(WordSlot slot, WordControl control, boolean wide) {
        this.wide = wide;
        this.slot = slot;
        this.control = control;
        String id = String.join("-", slot.place());
        getStyleClass().addAll("field", "word");
        Label title = new Label(slot.title());
        title.getStyleClass().add("word-title");
        title.setLabelFor(control.focus());
        title.setTooltip(slot.help().isEmpty() ? null : new Tooltip(slot.help()));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setId("wrong-" + id);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        control.focus().setId("word-" + id);
        control.focus().setAccessibleHelp(slot.help());
        getChildren().setAll(title, control.node(), note);
    }

    /// The items of a word that is a list of text; nothing for any other.
    static Optional<Spec> names(Spec spec) {
        return switch (spec) {
            case Spec.Items items when isText(items.item()) -> Optional.of(items.item());
            case Spec.Either(List<Spec> forms) ->
                    forms.stream().flatMap(form -> names(form).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    private static boolean isText(Spec spec) {
        return spec instanceof Spec.Text
                || spec instanceof Spec.Either(List<Spec> forms)
                        && forms.stream().anyMatch(WordField::isText);
    }

    /// What takes the keyboard.
    Control control() {
        return control.focus();
    }

    WordSlot slot() {
        return slot;
    }

    /// Whether it needs the whole width.
    boolean isWide() {
        return wide;
    }

    /// Lets count what somebody has just typed.
    void commit() {
        control.commit();
    }

    void show(@Nullable Object value, List<String> problems, boolean fixed) {
        control.show(value);
        if (fixed) {
            control.fix();
        }
        wrong = problems;
        say();
    }

    /// Says why a choice was not taken; empty takes it back.
    void refuse(String reason) {
        refusal = reason;
        say();
    }

    boolean isWrong() {
        return !wrong.isEmpty();
    }

    private void say() {
        String words = wrong.isEmpty() ? refusal : wrong.getFirst();
        note.setText(words);
        pseudoClassStateChanged(INVALID, !words.isEmpty());
        control.focus().setAccessibleHelp(words.isEmpty() ? slot.help() : "Error: " + words);
    }
}
