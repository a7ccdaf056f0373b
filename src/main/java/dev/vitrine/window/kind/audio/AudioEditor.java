package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.AudioKind;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Invitation;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.Tools;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// A sound to open, drop, paste or record, as the port's option `sources` says, to hear and to
/// trim.
final class AudioEditor extends PortEditor<Sound> {
    private final boolean opens;
    private final boolean records;
    private final SoundSource source;
    private final Player player;
    private final SoundPane pane;
    private final Recorder recorder;
    private final Invitation invitation;
    private final Button play;
    private final Button trim;
    private final Button remove;
    private final List<Node> tools = new ArrayList<>();

    AudioEditor(Port port, Desktop desktop) {
        super(new AudioKind(), port);
        List<?> sources = port.option("sources", List.class).orElse(List.of("file", "record"));
        opens = sources.contains("file");
        records = sources.contains("record");
        source = new SoundSource(port, desktop, this::fetch, held()::complain);
        player = new Player(desktop.sounds(), held()::complain);
        pane = new SoundPane(player, port.label(), true);
        recorder =
                new Recorder(
                        desktop.sounds(), AudioKind.maxSeconds(port), this::take, held()::complain);
        play = Tools.icon(Feather.PLAY, "Play", pane::play);
        trim = Tools.button("Trim", this::trim);
        remove = Tools.icon(Feather.TRASH_2, "Remove", () -> take(null));
        invitation = invitation();
        build();
        set(held().standard());
    }

    private void build() {
        pane.getChildren().addAll(invitation, recorder.node());
        tools.add(play);
        if (records) {
            tools.add(Tools.button("Record", recorder::toggle));
        }
        if (opens) {
            tools.add(Tools.button("Open…", source::open));
            tools.add(Tools.button("Paste", source::paste));
            source.desktop().onDrop(pane, SoundSource::wants, source::take);
        }
        tools.addAll(List.of(trim, pane.spectrumTool(), remove));
        pane.setOnKeyPressed(this::key);
        pane.onSelect(this::refresh);
        player.playingProperty()
                .subscribe(on -> {
                    play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY));
                    play.setAccessibleText(on ? "Pause" : "Play");
                });
        recorder.recordingProperty().subscribe(on -> refresh());
    }

    private Invitation invitation() {
        String words =
                opens && records
                        ? "Drop a sound here, or record one"
                        : opens ? "Drop a sound here" : "Record a sound";
        HBox buttons = new HBox();
        buttons.getStyleClass().add("invitation-buttons");
        if (records) {
            buttons.getChildren().add(quiet("Record", recorder::toggle));
        }
        if (opens) {
            buttons.getChildren().add(quiet("Open…", source::open));
        }
        return new Invitation(Feather.MIC, words, buttons);
    }

    /// A button that the keyboard passes by, because the tools below have the same.
    private static Button quiet(String text, Runnable action) {
        Button button = Tools.button(text, action);
        button.setFocusTraversable(false);
        return button;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public List<Node> tools() {
        return List.copyOf(tools);
    }

    @Override
    public Node focus() {
        return pane;
    }

    @Override
    public void set(@Nullable Sound value) {
        cancel();
        if (value != held().get() || value == null) {
            held().put(value);
            pane.show(value);
        }
        refresh();
        describe();
    }

    @Override
    public void close() {
        super.close();
        recorder.cancel();
        player.hold(null);
    }

    @Override
    protected void describe() {
        Sound sound = held().get();
        caption(sound == null ? "" : sound.toString());
    }

    private void take(@Nullable Sound sound) {
        recorder.cancel();
        set(sound);
    }

    private void trim() {
        Sound whole = held().get();
        if (whole != null && pane.hasSelection()) {
            fetch(pane.selection(whole));
        }
    }

    /// Reads a sound in place of what is being recorded.
    private void fetch(Callable<Sound> work) {
        recorder.cancel();
        read(work);
    }

    private void key(KeyEvent e) {
        boolean plain = !e.isShortcutDown() && !e.isAltDown();
        boolean own = true;
        if (plain && (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE)) {
            take(null);
        } else if (plain && records && e.getCode() == KeyCode.R) {
            recorder.toggle();
        } else if (plain && e.getCode() == KeyCode.T) {
            trim();
        } else if (recorder.recordingProperty().get() && e.getCode() == KeyCode.ESCAPE) {
            recorder.cancel();
        } else if (opens && e.isShortcutDown() && e.getCode() == KeyCode.V) {
            source.paste();
        } else if (plain && opens && held().get() == null && e.getCode() == KeyCode.SPACE) {
            source.open();
        } else {
            own = pane.key(e);
        }
        if (own) {
            e.consume();
        }
    }

    /// Shows what can be done now.
    private void refresh() {
        boolean busy = recorder.recordingProperty().get();
        boolean empty = held().get() == null;
        if (busy) {
            player.stop();
        }
        invitation.setVisible(empty && !busy);
        play.setDisable(empty || busy);
        trim.setDisable(!pane.hasSelection() || busy);
        remove.setDisable(empty || busy);
        pane.spectrumTool().setDisable(empty || busy);
    }
}
