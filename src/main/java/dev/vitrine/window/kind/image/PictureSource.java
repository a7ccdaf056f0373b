package dev.vitrine.window.kind.image;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.Offer;
import dev.vitrine.window.kind.FileAccess;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where pictures come from besides the pen: files, the clipboard, and what is dropped. All of it
/// is read and decoded in the background; of several on their way only the newest arrives.
final class PictureSource {
    private static final List<String> OF_MODELS = List.of("onnx", "yaml", "yml", "json", "npy");

    private final Port port;
    private final Desktop desktop;
    private final Consumer<Boolean> busy;
    private final Consumer<Opened> done;
    private final Consumer<ProblemException> failed;
    private long request;

    PictureSource(
            Port port,
            Desktop desktop,
            Consumer<Boolean> busy,
            Consumer<Opened> done,
            Consumer<ProblemException> failed) {
        this.port = port;
        this.desktop = desktop;
        this.busy = busy;
        this.done = done;
        this.failed = failed;
    }

    /// Asks for a file.
    void open() {
        desktop.chooseFile(
                        "Open a picture", Desktop.Filter.of("Pictures", PictureCodec.extensions()))
                .ifPresent(this::read);
    }

    /// Takes what lies on the clipboard.
    void paste() {
        take(desktop.clipboard());
    }

    /// Whether something dragged over the editor is for it; files that belong to a model are not.
    boolean wants(Offer offer) {
        return offer.picture().isPresent()
                || !offer.files().isEmpty()
                        && !OF_MODELS.contains(
                                FileAccess.extension(offer.files().getFirst().toString()))
                        && !FileAccess.extension(offer.files().getFirst().toString()).isEmpty();
    }

    /// Takes a picture, a file or a data URI.
    void take(Offer offer) {
        if (!offer.files().isEmpty()) {
            read(offer.files().getFirst());
        } else if (offer.picture().isPresent()) {
            Supplier<Picture> picture = offer.picture().get();
            background(() -> new Opened(picture.get(), ""));
        } else if (offer.text().filter(t -> t.startsWith("data:image/")).isPresent()) {
            String text = offer.text().get().strip();
            background(() -> new Opened(new ImageKind().decode(port, new Raw.Text(text)), ""));
        } else {
            failed.accept(
                    ProblemException.input(
                            Problem.at(
                                    port.name(),
                                    "clipboard",
                                    "There is no picture on the clipboard; copy one and paste"
                                            + " again.")));
        }
    }

    /// What is on its way no longer arrives.
    void cancel() {
        request++;
        busy.accept(false);
    }

    private void read(Path file) {
        background(() -> Opened.of(port, FileAccess.read(port, file)));
    }

    private void background(Callable<Opened> work) {
        long mine = ++request;
        busy.accept(true);
        FxThread.background(
                work,
                opened -> {
                    if (mine == request) {
                        busy.accept(false);
                        done.accept(opened);
                    }
                },
                e -> {
                    if (mine == request) {
                        busy.accept(false);
                        failed.accept(e);
                    }
                });
    }
}
