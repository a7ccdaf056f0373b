package dev.vitrine.window;

import dev.vitrine.model.format.Draft;
import dev.vitrine.model.format.Notation;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One port of a signature, or the model as a whole, on one line that says the most; its words
/// unfold under it, in turn, so that nobody meets all of them at once.
final class SignatureRow extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /// The part of the line that the tensor has before the summary gets any of it.
    private static final double TENSOR = 0.4;

    private final List<String> place;
    private final SignatureViewModel signature;
    private final ToggleButton head = new ToggleButton();
    private final Label title = new Label();
    private final Label kind = new Label();
    private final Label tensor = new Label();
    private final Label summary = new Label();
    private final Label because = new Label();
    private final Label wrong = new Label();
    private final SignatureFields body;

    /// @param place where its words stand; empty for the model as a whole
    SignatureRow(List<String> place, SignatureViewModel signature, Desktop desktop) {
        this.place = place;
        this.signature = signature;
        this.body = new SignatureFields(place, signature, desktop);
        getStyleClass().add("signature-row");
        setId("row-" + (place.isEmpty() ? "model" : String.join("-", place)));
        title.getStyleClass().add("field-label");
        title.setMinWidth(Region.USE_PREF_SIZE);
        kind.getStyleClass().add("chip");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        tensor.getStyleClass().add("signature-tensor");
        summary.getStyleClass().add("caption");
        summary.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line =
                new HBox(new FontIcon("fth-chevron-right"), title, kind, tensor, space, summary);
        line.getStyleClass().add("signature-line");
        tensor.minWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.min(tensor.prefWidth(-1), TENSOR * line.getWidth()),
                                line.widthProperty(),
                                tensor.textProperty(),
                                tensor.fontProperty()));
        head.setGraphic(line);
        head.setMaxWidth(Double.MAX_VALUE);
        head.getStyleClass().setAll("signature-head");
        head.setId("fold-" + getId());
        line.prefWidthProperty().bind(head.widthProperty().subtract(24));
        because.getStyleClass().addAll("note", "because");
        wrong.getStyleClass().addAll("note", "signature-wrong");
        for (Label note : List.of(because, wrong)) {
            note.setWrapText(true);
            note.managedProperty().bind(note.textProperty().isNotEmpty());
            note.visibleProperty().bind(note.managedProperty());
        }
        body.visibleProperty().bind(head.selectedProperty());
        body.managedProperty().bind(head.selectedProperty());
        head.selectedProperty().subscribe(open -> show(signature.sheetProperty().get()));
        getChildren().setAll(head, because, wrong, body);
    }

    List<String> place() {
        return place;
    }

    /// Lets count what somebody has just typed.
    void commit() {
        body.commit();
    }

    /// Shows the words as they stand.
    void show(Sheet sheet) {
        Draft draft = sheet.draft();
        sayLine(sheet);
        because.setText(draft.reasons().getOrDefault(place, ""));
        if (head.isSelected()) {
            body.show(sheet);
        }
        sayWrong(sheet);
    }

    private void sayLine(Sheet sheet) {
        Draft draft = sheet.draft();
        boolean whole = place.isEmpty();
        String name = whole ? "About the model" : place.getLast();
        title.setText(name);
        String of = whole ? "" : WordSlot.kindOf(draft, place);
        kind.setText(of);
        show(kind, !whole);
        tensor.setText(whole ? "" : signature.tensor(place));
        show(tensor, !tensor.getText().isEmpty());
        summary.setText(whole ? text(draft, List.of("task")) : words(draft));
        head.setAccessibleText(
                whole
                        ? name
                        : "%s, %s, %s %s".formatted(name, of, tensor.getText(), because.getText()));
    }

    /// What is wrong and has no field to stand under: that of a field which is folded away too.
    private void sayWrong(Sheet sheet) {
        List<String> all =
                place.isEmpty()
                        ? WordSlot.whole().stream()
                                .flatMap(slot -> sheet.wrongAt(slot.place()).stream())
                                .toList()
                        : sheet.wrongUnder(place);
        boolean told = head.isSelected() && body.saysWhatIsWrong();
        wrong.setText(told || all.isEmpty() ? "" : all.getFirst());
        pseudoClassStateChanged(INVALID, !all.isEmpty());
    }

    /// The label, and what is said of the kind and of processing in a few words.
    private String words(Draft draft) {
        List<WordSlot> all = new ArrayList<>(WordSlot.kind(draft, place));
        all.addAll(WordSlot.processing(draft, place));
        return all.stream()
                .filter(slot -> !slot.place().getLast().equals(Draft.KIND))
                .flatMap(slot -> draft.at(slot.place()).map(v -> words(slot, v)).stream())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String words(WordSlot slot, Object value) {
        String word = slot.place().getLast();
        return switch (value) {
            case List<?> list when list.stream().allMatch(Number.class::isInstance) ->
                    word + " " + Notation.text(slot.spec(), list);
            case List<?> list when WordField.names(slot.spec()).isPresent() ->
                    list.size() == 1 ? "" : list.size() + " " + word;
            case List<?> ignored -> "";
            case Map<?, ?> ignored -> "";
            default -> (word.equals("label") ? "" : word + " ") + Notation.text(slot.spec(), value);
        };
    }

    private static String text(Draft draft, List<String> at) {
        return draft.at(at).map(String::valueOf).orElse("");
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
