package dev.vitrine.window.kind;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.audio.SoundCodec;
import dev.vitrine.kind.audio.Unreadable;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.label.Label.Confidence;
import dev.vitrine.kind.segments.Segment;
import dev.vitrine.kind.segments.Segments;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.window.FxPictures;

import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Draws every editor and viewer into `target/faces/light.png` and `dark.png`, to be looked at; the
/// arguments are a scale and more style sheets.
final class FacesSheet {
    private static final FakeDesktop DESKTOP = new FakeDesktop();

    private FacesSheet() {}

    public static void main(String[] args) throws IOException {
        double scale = args.length > 0 ? Double.parseDouble(args[0]) : 1;
        Path folder = Files.createDirectories(Path.of("target/faces"));
        for (boolean dark : new boolean[] {false, true}) {
            Scene scene =
                    Fx.get(() ->
                            scene(
                                    dark,
                                    List.of(args).subList(Math.min(1, args.length), args.length)));
            Fx.run(() -> scene.getRoot().layout());
            Fx.run(() -> scene.getRoot().layout());
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
            }
            Picture picture =
                    Fx.get(() -> {
                        SnapshotParameters how = new SnapshotParameters();
                        how.setTransform(Transform.scale(scale, scale));
                        return FxPictures.picture(scene.getRoot().snapshot(how, null));
                    });
            Files.write(folder.resolve(dark ? "dark.png" : "light.png"), PictureCodec.png(picture));
        }
        javafx.application.Platform.exit();
    }

    private static Scene scene(boolean dark, List<String> styles) {
        Application.setUserAgentStylesheet(
                dark
                        ? new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet()
                        : new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        for (String f :
                List.of(
                        "Inter-Regular",
                        "Inter-Medium",
                        "Inter-SemiBold",
                        "JetBrainsMono-Regular")) {
            var url = FacesSheet.class.getResource("/dev/vitrine/window/fonts/" + f + ".woff");
            if (url != null) javafx.scene.text.Font.loadFont(url.toExternalForm(), 13);
        }
        HBox root = new HBox(16, inputs(), outputs(), more(), sounds());
        root.setStyle("-fx-padding: 24; -fx-background-color: -color-bg-subtle;");
        if (dark) root.setStyle("-fx-padding: 24; -fx-background-color: -color-bg-default;");
        Scene scene = new Scene(root, 1960, 1240);
        if (dark) root.getStyleClass().add("dark");
        scene.getStylesheets().addAll(styles);
        scene.getStylesheets().addAll(Faces.stylesheets());
        root.applyCss();
        root.layout();
        return scene;
    }

    private static Node inputs() {
        Port draw =
                Port.of("image", "image")
                        .withLabel("Your digit")
                        .withOptions(
                                Map.of(
                                        "sources",
                                        List.of("draw", "file", "paste"),
                                        "pen",
                                        Map.of("ink", "#ffffff", "paper", "#000000")))
                        .withTensor(Binding.of("image", Map.of("size", List.of(28, 28))));
        Widget pad = editor(draw, null);
        scribble(pad);
        Port photo = Port.of("photo", "image");
        Port text =
                Port.of("text", "text")
                        .withLabel("Message")
                        .withOptions(Map.of("lines", 3, "placeholder", "Write something"))
                        .withLimits(
                                Limits.NONE.withLength(
                                        OptionalLong.empty(), OptionalLong.of(2000)));
        return card(
                field(draw, pad),
                field(photo, editor(photo, null)),
                field(text, editor(text, "Free entry in a weekly draw")));
    }

    private static void scribble(Widget pad) {
        Node node = pad.node();
        ((Region) node).resize(418, 268);
        ((Region) node).layout();
        Node paper = node.lookup(".sketchpad");
        ((Region) paper).resize(418, 268);
        ((Region) paper).layout();
        double[][] zig = {
            {160, 70},
            {200, 60},
            {240, 66},
            {248, 90},
            {220, 120},
            {200, 130},
            {230, 140},
            {255, 165},
            {240, 200},
            {200, 210},
            {165, 200}
        };
        fire(paper, MouseEvent.MOUSE_PRESSED, zig[0]);
        for (double[] p : zig) fire(paper, MouseEvent.MOUSE_DRAGGED, p);
        fire(paper, MouseEvent.MOUSE_RELEASED, zig[zig.length - 1]);
    }

    private static void fire(Node node, javafx.event.EventType<MouseEvent> type, double[] at) {
        node.fireEvent(
                new MouseEvent(
                        node,
                        node,
                        type,
                        at[0],
                        at[1],
                        at[0],
                        at[1],
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    private static Node outputs() {
        Port scores = Port.of("scores", "label").withLabel("Reading").withOptions(Map.of("top", 5));
        Port mass = Port.of("mass", "number").withOptions(Map.of("unit", "g"));
        Port text = Port.of("answer", "text");
        Port photo = Port.of("drawing", "image");
        return card(
                field(
                        scores,
                        viewer(
                                scores,
                                new dev.vitrine.kind.label.Label(
                                        List.of(
                                                new Confidence("3", 0.9912),
                                                new Confidence("8", 0.0071),
                                                new Confidence(
                                                        "a class with quite a long name in it",
                                                        0.0009),
                                                new Confidence("日本", 0.0005),
                                                new Confidence("1", 0.0003),
                                                new Confidence("7", 0.0001))))),
                field(mass, viewer(mass, 4207.3456)),
                field(
                        text,
                        viewer(
                                text,
                                "Once upon a time there was a little girl named Lily. She liked to"
                                    + " play outside in the park with her friends and her dog.")),
                field(photo, viewer(photo, tiny())));
    }

    private static Node more() {
        Port number =
                Port.of("length", "number")
                        .withLabel("Bill length")
                        .withOptions(Map.of("unit", "mm"))
                        .withLimits(Limits.between(30, 60).withStep(0.1));
        Port wrong = Port.of("depth", "number").withLimits(Limits.between(10, 20));
        Editor<Double> bad = editor(wrong, 99.0);
        Port slider =
                Port.of("min_score", "slider").withLimits(Limits.between(0, 1).withStep(0.01));
        Port line = Port.of("name", "text");
        Port label =
                Port.of("species", "label")
                        .withOptions(Map.of("labels", List.of("Adelie", "Gentoo")));
        Port tensor =
                Port.of("input", "tensor")
                        .withOptions(
                                dev.vitrine.kind.tensor.TensorKind.options(
                                        ElementType.FLOAT32, dev.vitrine.tensor.Shape.of(-1, 3)));
        Port out = Port.of("output", "tensor");
        float[] ramp = new float[24 * 32];
        for (int i = 0; i < ramp.length; i++) ramp[i] = (float) Math.sin(i / 37.0) * (i % 32);
        return card(
                field(number, editor(number, 43.9)),
                field(wrong, bad),
                field(slider, editor(slider, 0.6)),
                field(line, editor(line, null)),
                field(label, editor(label, null)),
                have("tensor")
                        ? field(tensor, editor(tensor, Tensor.of(new float[] {1, 2, 3}, 1, 3)))
                        : new VBox(),
                have("tensor") ? field(out, viewer(out, Tensor.of(ramp, 1, 24, 32))) : new VBox());
    }

    /// A sound as a waveform and as a spectrogram, none, one being recorded, and parts of one.
    private static Node sounds() {
        Port wave = Port.of("recording", "audio");
        Port none = Port.of("nothing", "audio");
        Port parts = Port.of("speech", "segments").withOptions(Map.of("labels", List.of("speech")));
        Sound speech = speech();
        Editor<Sound> seen = editor(wave, speech);
        Editor<Sound> spectrum = editor(wave, speech);
        ((ToggleButton) tool(spectrum, "Spectrogram")).setSelected(true);
        Editor<Sound> records = editor(wave, null);
        DESKTOP.sounds.level = 0.2f;
        ((Button) tool(records, "Record")).fire();
        Viewer<Segments> found = viewer(parts, Segments.NONE);
        found.show(
                new Segments(
                        List.of(new Segment("speech", 0.5, 1.2, 0.97)), 0.1, List.of(0.1, 0.4)),
                Values.of("recording", speech));
        return card(
                field(wave, seen),
                field(wave, spectrum),
                field(none, editor(none, null)),
                field(wave, records),
                field(parts, found));
    }

    private static Node tool(Widget widget, String name) {
        return widget.tools().stream()
                .filter(t -> t instanceof ButtonBase b && b.getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Sound speech() {
        try {
            return SoundCodec.read(
                    Files.readAllBytes(Path.of("models/voice/examples/speech_with_pauses.wav")),
                    "speech",
                    60);
        } catch (IOException | Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private static boolean have(String kind) {
        return Faces.ALL.stream().anyMatch(f -> f.kind().equals(kind));
    }

    private static Picture tiny() {
        byte[] b = new byte[28 * 28];
        for (int i = 0; i < b.length; i++)
            b[i] = (byte) (Math.hypot(i % 28 - 14, i / 28 - 14) * 18);
        return Picture.of(28, 28, 1, b);
    }

    @SuppressWarnings("unchecked")
    private static <T> Editor<T> editor(Port port, @Nullable T value) {
        Editor<T> editor = (Editor<T>) Faces.of(port).editor(port, DESKTOP);
        editor.set(value);
        return editor;
    }

    @SuppressWarnings("unchecked")
    private static <T> Viewer<T> viewer(Port port, T value) {
        Viewer<T> viewer = (Viewer<T>) Faces.of(port).viewer(port, DESKTOP);
        viewer.show(value);
        return viewer;
    }

    private static VBox card(Node... fields) {
        VBox card = new VBox(20, fields);
        card.getStyleClass().add("card");
        card.setPrefWidth(450);
        card.setMinWidth(450);
        card.setMaxWidth(450);
        return card;
    }

    private static Node field(Port port, Widget widget) {
        Label label = new Label(port.label());
        label.getStyleClass().add("field-label");
        Label caption = new Label();
        caption.textProperty().bind(widget.captionProperty());
        caption.getStyleClass().add("caption");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        FlowPane tools = new FlowPane(6, 6);
        tools.getChildren().setAll(widget.tools());
        VBox field = new VBox(10, new HBox(label, space, caption), widget.node());
        if (!widget.tools().isEmpty()) field.getChildren().add(tools);
        Label note = new Label();
        note.getStyleClass().add("note");
        if (widget.problemProperty().get() != null) {
            note.setText(widget.problemProperty().get().message());
            field.getChildren().add(note);
        }
        return field;
    }
}
