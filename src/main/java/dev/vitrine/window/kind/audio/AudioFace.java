package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.Editor;
import dev.vitrine.window.kind.Face;
import dev.vitrine.window.kind.Viewer;

/// Sounds: opened, dropped or recorded, shown as a waveform, played and trimmed.
public final class AudioFace implements Face<Sound> {
    @Override
    public String kind() {
        return "audio";
    }

    @Override
    public Editor<Sound> editor(Port port, Desktop desktop) {
        return new AudioEditor(port, desktop);
    }

    @Override
    public Viewer<Sound> viewer(Port port, Desktop desktop) {
        return new AudioViewer(port, desktop);
    }
}
