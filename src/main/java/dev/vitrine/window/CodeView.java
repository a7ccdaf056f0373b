package dev.vitrine.window;

import dev.vitrine.describe.Call;
import dev.vitrine.describe.Language;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Values;
import dev.vitrine.window.kind.Content;
import dev.vitrine.window.kind.FileAccess;
import dev.vitrine.window.kind.Tools;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.controlsfx.control.SegmentedButton;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How to call the model with the inputs as they are, in one of several languages, ready to be
/// copied.
final class CodeView extends VBox {
    /// Characters that are shown; all are copied.
    private static final int SHOWN = 6_000;

    private final DemoViewModel demo;
    private final Surroundings around;
    private final Label code = new Label();
    private final Label note = new Label();
    private final HBox saving = new HBox();
    private final ObjectBinding<Wanted> wanted;
    private String whole = "";

    /// What is shown: with the language, because a call is the same in each.
    private record Wanted(Call call, Language language) {}

    /// Code that follows the inputs, the chosen language and the endpoint's address.
    CodeView(DemoViewModel demo, Surroundings around) {
        this.demo = demo;
        this.around = around;
        getStyleClass().add("code-view");
        code.getStyleClass().add("code");
        code.setWrapText(true);
        code.setMaxWidth(Double.MAX_VALUE);
        code.setId("code");
        note.getStyleClass().add("note");
        saving.getStyleClass().add("tools-row");
        VBox box = new VBox(code);
        box.getStyleClass().add("code-box");
        getChildren().setAll(head(), box, note);
        // A binding listens weakly: the demo outlives its page.
        wanted =
                Bindings.createObjectBinding(
                        () -> new Wanted(makeCall(), around.language().get()),
                        demo.modelProperty(),
                        demo.inputsProperty(),
                        demo.exampleProperty(),
                        around.address(),
                        around.language());
        wanted.subscribe(this::show);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
    }

    private HBox head() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = Tools.button("Copy", () -> {});
        copy.setAccessibleText("Copy the code");
        copy.setOnAction(e -> {
            around.desktop().copy(whole);
            Tools.confirm(copy, "Copied");
        });
        HBox head = new HBox(languages(), space, saving, copy);
        head.getStyleClass().add("code-head");
        return head;
    }

    private SegmentedButton languages() {
        SegmentedButton languages = new SegmentedButton();
        languages.getStyleClass().add("segments");
        for (Language language : Language.values()) {
            ToggleButton button = Tools.toggle(language.title());
            button.setId("language-" + language.name().toLowerCase(Locale.ROOT));
            button.setUserData(language);
            languages.getButtons().add(button);
            button.setSelected(language == around.language().get());
        }
        languages
                .getToggleGroup()
                .selectedToggleProperty()
                .subscribe((before, now) -> {
                    if (now != null) {
                        around.language().set((Language) now.getUserData());
                    } else if (before != null) {
                        // A press on the chosen one would leave none chosen.
                        before.setSelected(true);
                    }
                });
        return languages;
    }

    private Call makeCall() {
        return Call.of(
                demo.model(), around.address().getValue(), demo.inputsProperty().get(), example());
    }

    private void show(Wanted shown) {
        Call now = shown.call();
        whole = shown.language().code(now).stripTrailing();
        code.setText(whole.length() <= SHOWN ? whole : whole.substring(0, SHOWN) + "…");
        List<String> declared =
                example().map(Example::inputs).stream()
                        .flatMap(given -> given.values().stream())
                        .map(String::valueOf)
                        .toList();
        boolean namesInputs = shown.language().namesInputs();
        note.setText(
                namesInputs
                        ? note(now, declared)
                        : "Put it among the servers of your agent; the tool is called %s."
                                .formatted(demo.model().id()));
        Values inputs = demo.inputsProperty().get();
        saving.getChildren()
                .setAll(
                        now.inputs().stream()
                                .filter(i -> namesInputs && inputs.find(i.port()).isPresent())
                                .flatMap(i -> saver(i, inputs, declared).stream())
                                .toList());
    }

    /// The example that the inputs are.
    private Optional<Example> example() {
        List<Example> all = demo.model().signature().examples();
        int number = demo.exampleProperty().get();
        return number > 0 ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    private static String note(Call call, List<String> declared) {
        List<String> files = call.files();
        if (files.isEmpty()) {
            return "";
        }
        String names = String.join(", ", files);
        return declared.containsAll(files)
                ? "Run it in the model's folder, where %s %s."
                        .formatted(names, files.size() == 1 ? "is" : "are")
                : "Run it in a folder with %s.".formatted(names);
    }

    /// Offers to write an input to the file that the code names.
    private Optional<Button> saver(Call.Input input, Values inputs, List<String> declared) {
        String path =
                switch (input) {
                    case Call.Media(String port, String file, String head) -> file;
                    case Call.JsonFile(String port, String file) -> file;
                    case Call.Literal literal -> "";
                };
        if (path.isEmpty() || declared.contains(path)) {
            return Optional.empty();
        }
        Button save = Tools.button("Save " + path + "…", () -> {});
        save.setOnAction(e -> save(save, input, path, inputs));
        return Optional.of(save);
    }

    private void save(Button button, Call.Input input, String path, Values inputs) {
        FileAccess.save(
                around.desktop(),
                "Save the input",
                path,
                Content.of(() -> bytes(input, inputs)),
                () -> Tools.confirm(button, "Saved"),
                why -> note.setText(why.getMessage()));
    }

    private byte[] bytes(Call.Input input, Values inputs) {
        var port = demo.model().signature().input(input.port()).orElseThrow();
        Object value = inputs.find(input.port()).orElseThrow();
        return input instanceof Call.Media
                ? Kinds.media(port, value).map(Media::bytes).orElseThrow()
                : Kinds.encode(port, value).toString().getBytes(StandardCharsets.UTF_8);
    }
}
