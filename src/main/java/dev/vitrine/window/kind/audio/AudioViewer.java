package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.audio.SoundCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.PortViewer;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.jspecify.annotations.Nullable;

/// A sound as a waveform or spectrogram, to hear and to save.
final class AudioViewer extends PortViewer<Sound> {
    private final Player player;
    private final SoundPane pane;

    AudioViewer(Port port, Desktop desktop) {
        super(port, desktop);
        player = new Player(desktop.sounds(), this::failed);
        pane = new SoundPane(player, port.label(), false);
        pane.setOnKeyPressed(e -> {
            if (pane.key(e)) {
                e.consume();
            }
        });
        Button play = tool("Play", (sound, button) -> pane.play());
        player.playingProperty().subscribe(on -> play.setText(on ? "Pause" : "Play"));
        tool(pane.spectrumTool());
        copiesFile(sound -> port.name() + ".wav", SoundCodec::wav);
        saves("Save the sound", "wav", SoundCodec::wav);
        show(null);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    protected void render(@Nullable Sound before, @Nullable Sound value) {
        pane.show(value);
        caption(value == null ? "" : value.toString());
    }
}
