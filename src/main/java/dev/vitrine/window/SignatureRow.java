package dev.vitrine.window;

import dev.vitrine.model.format.Draft;
import dev.vitrine.model.format.Notation;
import dev.vitrine.model.format.Spec;

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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// One port of a signature, or the model as a whole, on one line that says the most; its words
/// unfold under it, in turn, so that nobody meets all of them at once.
final class SignatureRow extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    /// The part of the line that the tensor has before the summary gets any of it.
    private static final double TENSOR = 0.4;

    /// Text that is longer has a line of its own.
    private static final int LONG = 34;

    private final List<String> place;
    private final SignatureViewModel signature;
    private final Desktop desktop;
    private final ToggleButton head = new ToggleButton();
    private final Label title = new Label();
    private final Label kind = new Label();
    private final Label tensor = new Label();
    private final Label summary = new Label();
    private final Label because = new Label();
    private final Label wrong = new Label();
    private final VBox body = new VBox();
    private final List<WordField> fields = new ArrayList<>();
    private List<List<String>> built = List.of();

    /// @param place where its words stand; empty for the model as a whole
    SignatureRow(List<String> place, SignatureViewModel signature, Desktop desktop) {
        this.place = place;
        this.signature = signature;
        this.desktop = desktop;
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
        body.getStyleClass().add("signature-body");
        body.visibleProperty().bind(head.selectedProperty());
        body.managedProperty().bind(head.selectedProperty());
        head.selectedProperty().subscribe(open -> show(signature.sheetProperty().get()));
        getChildren().setAll(head, because, wrong, body);
    }

    List<String> place() {
        return place;
    }

    /// Shows the words as they stand.
    void show(Sheet sheet) {
        Draft draft = sheet.draft();
        sayLine(sheet);
        because.setText(draft.reasons().getOrDefault(place, ""));
        if (head.isSelected()) {
            build(sheet);
        }
        for (WordField field : fields) {
            List<String> at = field.slot().place();
            field.show(draft.at(at).orElse(null), problems(sheet, at), sheet.isFixed());
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
        boolean told = fields.stream().anyMatch(WordField::isWrong) && head.isSelected();
        wrong.setText(told || all.isEmpty() ? "" : all.getFirst());
        pseudoClassStateChanged(INVALID, !all.isEmpty());
    }

    private List<String> problems(Sheet sheet, List<String> at) {
        return at.size() == place.size() + 1 && at.getLast().equals(Draft.KIND)
                ? sheet.wrongAt(at)
                : sheet.wrongUnder(at);
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

    private void build(Sheet sheet) {
        Draft draft = sheet.draft();
        boolean whole = place.isEmpty();
        List<WordSlot> first = shown(sheet, whole ? WordSlot.whole() : WordSlot.kind(draft, place));
        List<WordSlot> processing =
                shown(sheet, whole ? List.of() : WordSlot.processing(draft, place));
        List<WordSlot> more = shown(sheet, whole ? List.of() : WordSlot.common(draft, place));
        List<List<String>> words = new ArrayList<>();
        for (List<WordSlot> part : List.of(first, processing, more)) {
            part.forEach(slot -> words.add(slot.place()));
        }
        words.add(List.of(whole ? "" : WordSlot.kindOf(draft, place)));
        if (words.equals(built)) {
            return;
        }
        String focus = focused();
        built = words;
        fields.clear();
        body.getChildren().setAll(new WordGrid(made(sheet, first)));
        fold("Processing", sheet, processing);
        fold("More", sheet, more);
        fields.stream()
                .map(WordField::control)
                .filter(control -> focus.equals(control.getId()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private String focused() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    /// What cannot be changed is of interest only where it is said.
    private static List<WordSlot> shown(Sheet sheet, List<WordSlot> slots) {
        return sheet.isFixed()
                ? slots.stream().filter(s -> sheet.draft().at(s.place()).isPresent()).toList()
                : slots;
    }

    private void fold(String name, Sheet sheet, List<WordSlot> slots) {
        if (!slots.isEmpty()) {
            WordGrid grid = new WordGrid(made(sheet, slots));
            ToggleButton fold = new ToggleButton(name);
            fold.getStyleClass().setAll("fold");
            fold.setId("fold-%s-%s".formatted(name.toLowerCase(Locale.ROOT), getId()));
            fold.setGraphic(new FontIcon("fth-chevron-right"));
            grid.visibleProperty().bind(fold.selectedProperty());
            grid.managedProperty().bind(fold.selectedProperty());
            body.getChildren().addAll(fold, grid);
        }
    }

    private List<WordField> made(Sheet sheet, List<WordSlot> slots) {
        List<WordField> made = slots.stream().map(slot -> field(sheet, slot)).toList();
        fields.addAll(made);
        return made;
    }

    private WordField field(Sheet sheet, WordSlot slot) {
        List<String> at = slot.place();
        if (sheet.isFixed()) {
            return lineField(sheet, slot);
        }
        if (at.size() == place.size() + 1 && at.getLast().equals(Draft.KIND)) {
            return kindField(slot);
        }
        List<?> values = WordMenu.values(slot.spec());
        if (!values.isEmpty()) {
            WordMenu menu = new WordMenu(values, slot.needed(), value -> signature.set(at, value));
            return new WordField(slot, menu, false);
        }
        return WordField.names(slot.spec())
                .map(item -> namesField(slot, item))
                .orElseGet(() -> lineField(sheet, slot));
    }

    private WordField lineField(Sheet sheet, WordSlot slot) {
        WordLine line = new WordLine(slot.spec(), value -> signature.set(slot.place(), value));
        line.prompt(slot.prompt());
        return new WordField(
                slot,
                line,
                sheet.draft()
                        .at(slot.place())
                        .filter(v -> Notation.text(slot.spec(), v).length() > LONG)
                        .isPresent());
    }

    private WordField namesField(WordSlot slot, Spec item) {
        List<String> at = slot.place();
        return new WordField(
                slot,
                new WordNames(
                        slot.title(),
                        item,
                        desktop,
                        value -> signature.set(at, value),
                        file -> signature.readLines(at, file)),
                true);
    }

    private WordField kindField(WordSlot slot) {
        WordField[] field = new WordField[1];
        KindMenu menu =
                new KindMenu(
                        fit -> signature.setKind(place, fit), reason -> field[0].refuse(reason));
        field[0] = new WordField(slot, menu, false);
        signature.kinds(place, menu::fill);
        return field[0];
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
