package dev.vitrine.window;

import dev.vitrine.model.format.Draft;
import dev.vitrine.model.format.Notation;
import dev.vitrine.model.format.Spec;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What unfolds under the line of a port, or of the model as a whole: the words of its kind, and
/// folded away again those of processing and those that are rarely said.
///
/// Which words there are depends on the kind; the fields are built anew where they become others.
final class SignatureFields extends VBox {
    /// Text that is longer has a line of its own.
    private static final int LONG = 34;

    private final List<String> place;
    private final SignatureViewModel signature;
    private final Desktop desktop;
    private final List<WordField> fields = new ArrayList<>();
    private List<List<String>> built = List.of();

    /// @param place where the words stand; empty for the model as a whole
    SignatureFields(List<String> place, SignatureViewModel signature, Desktop desktop) {
        this.place = place;
        this.signature = signature;
        this.desktop = desktop;
        getStyleClass().add("signature-body");
    }

    /// Shows the words as they stand.
    void show(Sheet sheet) {
        build(sheet);
        for (WordField field : fields) {
            List<String> at = field.slot().place();
            field.show(
                    sheet.draft().at(at).orElse(null),
                    isKind(at) ? sheet.wrongAt(at) : sheet.wrongUnder(at),
                    sheet.isFixed());
        }
    }

    /// Whether something wrong is said under a field.
    boolean saysWhatIsWrong() {
        return fields.stream().anyMatch(WordField::isWrong);
    }

    /// Lets count what somebody has just typed.
    void commit() {
        fields.forEach(WordField::commit);
    }

    private boolean isKind(List<String> at) {
        return at.size() == 3 && at.getLast().equals(Draft.KIND);
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
        getChildren().setAll(new WordGrid(made(sheet, first)));
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
            fold.setId(
                    "fold-%s-row-%s"
                            .formatted(name.toLowerCase(Locale.ROOT), String.join("-", place)));
            fold.setGraphic(new FontIcon("fth-chevron-right"));
            grid.visibleProperty().bind(fold.selectedProperty());
            grid.managedProperty().bind(fold.selectedProperty());
            getChildren().addAll(fold, grid);
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
        if (isKind(at)) {
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
                        take -> signature.kinds(place, take),
                        fit -> signature.setKind(place, fit),
                        reason -> field[0].refuse(reason));
        field[0] = new WordField(slot, menu, false);
        return field[0];
    }
}
