package dev.vitrine.window;

import dev.vitrine.model.Model;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Facts about a model as small plates.
final class Chips {
    private static final double TIP_WIDTH = 420;

    private Chips() {}

    /// The plates of a model, first how its self-test stands once that is known.
    static List<Label> of(Model model, SelfCheck.State check) {
        List<Label> chips = new ArrayList<>();
        switch (check.phase()) {
            case CHECKING ->
                    chips.add(check("checking this file", "fth-shield", "chip-busy", check));
            case PASSED -> chips.add(check("self-test passed", "fth-check", "chip-good", check));
            case FAILED -> chips.add(check("self-test failed", "fth-x", "chip-bad", check));
            case STOPPED -> chips.add(check("not opened", "fth-shield-off", "chip-bad", check));
            case UNKNOWN -> {}
        }
        if (!model.signature().task().isEmpty()) {
            chips.add(chip(task(model)));
        }
        if (model.about().bytes() > 0) {
            chips.add(chip(size(model.about().bytes())));
        }
        String licence = model.signature().licence();
        if (!licence.isEmpty()) {
            Label chip = chip(licence);
            chip.setTooltip(new Tooltip("Licence: " + licence));
            chips.add(chip);
        }
        return chips;
    }

    /// A model's task as a person reads it; `other` says nothing to one.
    static String task(Model model) {
        String tag = model.signature().task();
        if (!tag.equals("other")) {
            return tag.replace('-', ' ');
        }
        return model.about().origin().isPresent() ? "ONNX model" : "Java function";
    }

    /// A model's size and licence, as far as they are known.
    static List<String> facts(Model model) {
        return Stream.of(
                        model.about().bytes() > 0 ? size(model.about().bytes()) : "",
                        model.signature().licence())
                .filter(fact -> !fact.isEmpty())
                .toList();
    }

    /// A size in decimal units, as file managers show it.
    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%d kB", Math.max(1, bytes / 1000));
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }

    private static Label check(String text, String icon, String style, SelfCheck.State check) {
        Label chip = chip(text);
        chip.setGraphic(new FontIcon(icon));
        chip.getStyleClass().add(style);
        Tooltip tip = new Tooltip(check.words());
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        chip.setTooltip(tip);
        return chip;
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().add("chip");
        return chip;
    }
}
