package dev.vitrine.window;

import dev.vitrine.window.kind.Tools;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The tab in which a signature is read and changed: binds `signature.fxml` to a
/// [SignatureViewModel].
final class SignatureController implements AutoCloseable {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final List<String> SIDES = List.of("inputs", "outputs");

    private final SignatureViewModel signature;
    private final Desktop desktop;
    private final List<SignatureRow> rows = new ArrayList<>();
    private Subscription listening = Subscription.EMPTY;

    @FXML private VBox view;
    @FXML private Label standing;
    @FXML private Label news;
    @FXML private Button copyModel;
    @FXML private Button copyText;
    @FXML private Button saveAs;
    @FXML private Button revert;
    @FXML private Button save;
    @FXML private VBox list;

    SignatureController(SignatureViewModel signature, Desktop desktop) {
        this.signature = signature;
        this.desktop = desktop;
    }

    Parent view() {
        return Fxml.load("signature.fxml", this);
    }

    @FXML
    private void initialize() {
        news.managedProperty().bind(news.textProperty().isNotEmpty());
        news.visibleProperty().bind(news.managedProperty());
        save.setTooltip(new Tooltip(Action.SAVE.tip()));
        listening = signature.sheetProperty().subscribe(this::show);
        signature.open();
    }

    @FXML
    private void save() {
        rows.forEach(SignatureRow::commit);
        signature.save();
    }

    /// Saves where the tab is shown and there is something to save.
    ///
    /// @return whether the tab is shown
    boolean saveByKey() {
        boolean here = view.getScene() != null;
        if (here) {
            rows.forEach(SignatureRow::commit);
            if (signature.sheetProperty().get().canSave()) {
                signature.save();
            }
        }
        return here;
    }

    @FXML
    private void saveAs() {
        desktop.chooseTarget("Save the signature", signature.sheetProperty().get().base().file())
                .ifPresent(signature::saveAs);
    }

    @FXML
    private void revert() {
        signature.revert();
    }

    @FXML
    private void copyText() {
        desktop.copy(signature.yaml());
        Tools.confirm(copyText, "Copied");
    }

    @FXML
    private void copyModel() {
        signature.copyModel();
    }

    /// Whether a node stands in the tab.
    boolean holds(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == view) {
                return true;
            }
        }
        return false;
    }

    /// Takes back what was typed into the field with the keyboard and does not count yet, else the
    /// last change of the signature.
    ///
    /// @return true, for the key has been heard
    boolean undo(@Nullable Node owner) {
        Optional<TextInputControl> typed = TextFocus.of(owner).filter(WordLine::isTyping);
        typed.ifPresentOrElse(TextInputControl::undo, signature::undo);
        return true;
    }

    boolean redo() {
        signature.redo();
        return true;
    }

    @Override
    public void close() {
        listening.unsubscribe();
    }

    private void show(Sheet sheet) {
        standing.setText(standing(sheet));
        List<String> loose = loose(sheet);
        boolean bad = sheet.refused() || !loose.isEmpty();
        news.setText(loose.isEmpty() ? sheet.news() : loose.getFirst());
        news.pseudoClassStateChanged(INVALID, bad);
        show(copyModel, signature.canCopy());
        show(revert, !sheet.isFixed());
        show(save, !sheet.isFixed());
        show(saveAs, !sheet.isFixed());
        revert.setDisable(!sheet.isChanged());
        save.setDisable(!sheet.canSave());
        arrange(sheet);
        rows.forEach(row -> row.show(sheet));
    }

    private static String standing(Sheet sheet) {
        if (sheet.isFixed()) {
            return sheet.base().fixed();
        }
        if (!sheet.problems().isEmpty()) {
            return "Not in force until it is mended; the last one that was right still is.";
        }
        if (sheet.isChanged()) {
            return "Changed and in force, not saved.";
        }
        return sheet.base().written()
                ? "As %s says.".formatted(sheet.base().file())
                : "Guessed. Save it as %s to keep it.".formatted(sheet.base().file());
    }

    /// What is wrong with neither a port nor a word of the whole.
    private static List<String> loose(Sheet sheet) {
        return sheet.problems().stream()
                .filter(p ->
                        p.path().isEmpty()
                                || p.path().size() == 1 && SIDES.contains(p.path().getFirst())
                                || !SIDES.contains(p.path().getFirst())
                                        && WordSlot.whole().stream()
                                                .noneMatch(s -> s.place().equals(p.path())))
                .map(dev.vitrine.signature.Problem::message)
                .toList();
    }

    /// A row for each port there is; those that were there stay, with what is unfolded in them.
    private void arrange(Sheet sheet) {
        List<List<String>> places =
                Stream.concat(
                                Stream.of(List.<String>of()),
                                SIDES.stream()
                                        .flatMap(side ->
                                                sheet.draft().ports(side).stream()
                                                        .map(port -> List.of(side, port))))
                        .toList();
        if (rows.stream().map(SignatureRow::place).toList().equals(places)
                || sheet == Sheet.EMPTY) {
            return;
        }
        rows.clear();
        List<Node> nodes = new ArrayList<>();
        String side = "";
        for (List<String> place : places) {
            if (!place.isEmpty() && !place.getFirst().equals(side)) {
                side = place.getFirst();
                nodes.add(heading(side));
            }
            SignatureRow row = new SignatureRow(place, signature, desktop);
            rows.add(row);
            nodes.add(row);
        }
        list.getChildren().setAll(nodes);
    }

    private static Label heading(String side) {
        Label heading = new Label(side.equals(SIDES.getFirst()) ? "Inputs" : "Outputs");
        heading.getStyleClass().add("section");
        return heading;
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
