package dev.vitrine.window.kind.tags;

import dev.vitrine.kind.tags.Offered;
import dev.vitrine.kind.tags.TagList;
import dev.vitrine.kind.tags.Tags;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import java.util.List;

/// A field that finds and adds tags, with those that there are below it.
final class ChipField implements TagPicker {
    private final Offered offered;
    private final Change change;
    private final Desktop desktop;
    private final Entry field = new Entry();
    private final Chips chips;
    private final Suggestions suggestions;
    private final VBox node;
    private Tags shown = Tags.NONE;
    private boolean isRefused;

    ChipField(String label, Offered offered, Change change, Desktop desktop) {
        this.offered = offered;
        this.change = change;
        this.desktop = desktop;
        boolean isFree = offered.all().isEmpty();
        field.setAccessibleText(label);
        field.setPromptText(isFree ? "Add a tag" : prompt(offered));
        chips =
                new Chips(
                        offered,
                        isFree ? "No tags yet" : "None chosen",
                        place -> change.of(List.of(), place));
        suggestions = new Suggestions(field, offered, this::picked);
        node = new VBox(field, chips.node());
        node.getStyleClass().addAll("kind-tags", "tag-field");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        field.addEventFilter(KeyEvent.KEY_TYPED, this::type);
        field.textProperty().subscribe((was, now) -> wrote(now));
        field.focusedProperty()
                .subscribe((was, now) -> {
                    if (was && !now) {
                        suggestions.hide();
                        if (offered.isOpen()) {
                            add();
                        }
                    }
                });
        field.setOnMouseClicked(e -> suggestions.find(field.getText(), shown));
    }

    private static String prompt(Offered offered) {
        return "Find one of "
                + NumberText.grouped(offered.all().size())
                + (offered.isOpen() ? ", or add another" : "");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focus() {
        return field;
    }

    @Override
    public void show(Tags tags) {
        shown = tags;
        chips.show(tags);
    }

    @Override
    public void clear() {
        field.clear();
        suggestions.hide();
    }

    @Override
    public void close() {
        suggestions.hide();
    }

    private void press(KeyEvent event) {
        KeyCode key = event.getCode();
        if (key == KeyCode.ENTER && event.isShortcutDown()) {
            add();
        } else if (key == KeyCode.ENTER) {
            String picked = suggestions.picked();
            if (picked != null) {
                picked(picked);
            } else {
                add();
            }
            event.consume();
        } else if (key == KeyCode.BACK_SPACE && field.getText().isEmpty()) {
            if (!shown.all().isEmpty()) {
                change.of(List.of(), shown.all().size() - 1);
            }
            event.consume();
        } else if (key == KeyCode.DOWN || key == KeyCode.UP) {
            if (suggestions.isShowing()) {
                suggestions.move(key == KeyCode.DOWN ? 1 : -1);
            } else {
                suggestions.find(field.getText(), shown);
            }
            event.consume();
        } else if (key == KeyCode.ESCAPE && suggestions.isShowing()) {
            suggestions.hide();
            event.consume();
        }
    }

    /// A comma ends a tag, but for one within quotation marks and in a choice that has one itself.
    private void type(KeyEvent event) {
        String text = field.getText();
        if (event.getCharacter().equals(",")
                && !text.stripLeading().startsWith("\"")
                && !suggestions.anyHas(text + ",")) {
            add();
            event.consume();
        }
    }

    private void wrote(String text) {
        if (isRefused) {
            isRefused = false;
            change.of(List.of(), -1);
        }
        suggestions.find(text, shown);
    }

    /// The list stays open, for the next one.
    private void picked(String tag) {
        if (change.of(List.of(tag), -1)) {
            field.clear();
            suggestions.find("", shown);
        }
    }

    /// Adds what is typed; where it is not taken it stays.
    private void add() {
        List<String> tags = TagList.read(field.getText()).stream().map(offered::meant).toList();
        if (tags.isEmpty() || change.of(tags, -1)) {
            clear();
        } else {
            isRefused = true;
        }
    }

    /// A field into which a list is pasted as tags.
    private final class Entry extends TextField {
        @Override
        public void paste() {
            String text = desktop.clipboard().text().orElse("");
            if (text.strip().chars().anyMatch(TagList::isBreak)) {
                change.of(TagList.read(text).stream().map(offered::meant).toList(), -1);
            } else {
                super.paste();
            }
        }
    }
}
