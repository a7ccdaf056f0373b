package dev.vitrine.window.kind.segments;

import dev.vitrine.kind.Score;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.segments.Segment;
import dev.vitrine.kind.segments.Segments;
import dev.vitrine.kind.segments.SegmentsKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;
import dev.vitrine.window.kind.audio.Player;
import dev.vitrine.window.kind.audio.SoundPane;
import dev.vitrine.window.kind.audio.Waveform;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Parts over the waveform of the sound they were found in, and as a list below it; choosing one in
/// the list goes there, and Play plays it.
final class SegmentsViewer extends PortViewer<Segments> {
    private static final SegmentsKind KIND = new SegmentsKind();

    private final Player player;
    private final SoundPane pane;
    private final SegmentLayer layer = new SegmentLayer(Waveform.MARGIN, Waveform.RULER);
    private final ListView<Segment> list = new ListView<>();
    private final VBox node = new VBox();
    private @Nullable Sound sound;

    SegmentsViewer(Port port, Desktop desktop) {
        super(port, desktop);
        player = new Player(desktop.sounds(), this::failed);
        pane = new SoundPane(player, port.label(), false);
        pane.over(layer);
        pane.setOnKeyPressed(e -> {
            if (pane.key(e)) {
                e.consume();
            }
        });
        Button play = tool("Play", (found, button) -> play());
        player.playingProperty().subscribe(on -> play.setText(on ? "Pause" : "Play"));
        Button copy = copies("Copy", SegmentsViewer::table);
        Button save =
                saves(
                        "Save the parts",
                        "csv",
                        found -> KIND.file(port, found).orElseThrow().bytes());
        FlowPane tools = new FlowPane(play, pane.spectrumTool(), copy, save);
        tools.getStyleClass().add("tools");
        list.getStyleClass().add("segment-list");
        list.setAccessibleText(port.label() + ", list");
        list.setPlaceholder(new Label());
        list.setCellFactory(view -> new SegmentRow());
        list.getSelectionModel().selectedItemProperty().subscribe(this::go);
        node.getStyleClass().add("kind-segments");
        node.getChildren().setAll(pane, tools, list);
        show(null);
    }

    @Override
    public Node node() {
        return node;
    }

    /// None under the list: they are about the sound and stand below that.
    @Override
    public List<Node> tools() {
        return List.of();
    }

    @Override
    protected void render(@Nullable Segments before, @Nullable Segments value) {
        Segments found = value == null ? Segments.NONE : value;
        Sound of = soundOf(inputs()).orElse(null);
        if (of != sound) {
            sound = of;
            pane.show(of);
        }
        pane.spectrumTool().setDisable(of == null);
        layer.show(found, of == null ? extent(found) : of.seconds());
        list.getSelectionModel().clearSelection();
        list.getItems().setAll(found.segments());
        caption(value == null ? "" : Spoken.count(found));
    }

    /// The sound of the input that the port names, else the only one there is.
    private Optional<Sound> soundOf(Values inputs) {
        return SegmentsKind.over(port())
                .flatMap(inputs::find)
                .or(() ->
                        inputs.byName().values().stream()
                                .filter(Sound.class::isInstance)
                                .findFirst())
                .filter(Sound.class::isInstance)
                .map(Sound.class::cast);
    }

    private static double extent(Segments found) {
        return Math.max(
                found.step() * found.scores().size(),
                found.segments().stream().mapToDouble(Segment::end).max().orElse(0));
    }

    private void go(@Nullable Segment part) {
        layer.choose(part);
        if (part != null && sound != null) {
            player.seek((int) (part.start() * sound.rate()));
        }
    }

    private void play() {
        Segment part = list.getSelectionModel().getSelectedItem();
        Sound s = sound;
        if (part != null && s != null && !player.playingProperty().get()) {
            int end = (int) Math.min(s.frames(), part.end() * s.rate());
            player.play((int) (part.start() * s.rate()), end);
        } else {
            player.toggle();
        }
    }

    /// The parts as a spreadsheet takes them, under the words of the JSON.
    private static String table(Segments found) {
        StringBuilder rows = new StringBuilder("label\tstart\tend\tscore\n");
        found.segments()
                .forEach(s ->
                        rows.append(
                                "%s\t%s\t%s\t%s\n"
                                        .formatted(
                                                s.label(),
                                                s.start(),
                                                s.end(),
                                                Score.plain(s.confidence()))));
        return rows.toString();
    }
}
