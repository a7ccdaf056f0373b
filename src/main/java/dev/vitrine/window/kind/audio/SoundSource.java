package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.audio.AudioKind;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.audio.SoundCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.FileAccess;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Where sounds come from besides the microphone: files, the clipboard, and what is dropped.
///
/// @param read reads a sound in the background
/// @param failed told where there is none to read
record SoundSource(
        Port port,
        Desktop desktop,
        Consumer<Callable<Sound>> read,
        Consumer<ProblemException> failed) {
    /// Asks for a file.
    void open() {
        desktop.chooseFile("Open a sound", Desktop.Filter.of("Sounds", SoundCodec.extensions()))
                .ifPresent(this::read);
    }

    /// Takes what lies on the clipboard.
    void paste() {
        take(desktop.clipboard());
    }

    /// Whether something dragged over the editor is for it.
    static boolean wants(Offer offer) {
        return !offer.files().isEmpty()
                && SoundCodec.extensions()
                        .contains(FileAccess.extension(offer.files().getFirst().toString()));
    }

    /// Takes a file or a data URI.
    void take(Offer offer) {
        if (!offer.files().isEmpty()) {
            read(offer.files().getFirst());
        } else if (offer.text().filter(t -> t.strip().startsWith("data:audio/")).isPresent()) {
            String text = offer.text().get().strip();
            read.accept(() -> new AudioKind().decode(port, new Raw.Text(text)));
        } else {
            failed.accept(
                    ProblemException.input(
                            Problem.at(
                                    port.name(),
                                    "clipboard",
                                    "There is no sound on the clipboard; copy a sound file and"
                                            + " paste again.")));
        }
    }

    private void read(Path file) {
        read.accept(() -> {
            FileAccess.Head head = FileAccess.head(file, AudioKind.HEAD);
            new AudioKind().look(port, head.bytes(), head.size(), head.name());
            return new AudioKind().decode(port, FileAccess.read(port, file));
        });
    }
}
