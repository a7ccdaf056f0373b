package dev.vitrine.window;

import dev.vitrine.model.Editable;
import dev.vitrine.model.Model;
import dev.vitrine.model.SignatureFile;
import dev.vitrine.model.format.Draft;
import dev.vitrine.signature.Values;

import java.nio.file.Path;
import java.util.Optional;

/// A model as its files say, after they were written or it was taken back to them.
///
/// @param written what was written; nothing where nothing was
/// @param state what there is to change now
/// @param standard the defaults of the model's inputs
/// @param model the model
/// @param how what to tell of it, in a sentence; empty where there is nothing to tell
record Settled(
        Optional<Draft> written, Editable.State state, Values standard, Model model, String how) {
    /// Writes a signature; blocks.
    static Settled saved(Editable signature, Draft draft) {
        String how = told(signature.save(draft));
        return of(Optional.of(draft), signature, how);
    }

    /// Goes back to what is on disk, or to the guess; blocks.
    static Settled restored(Editable signature) {
        signature.restore();
        return of(Optional.empty(), signature, "");
    }

    private static Settled of(Optional<Draft> written, Editable signature, String how) {
        Model model = signature.model();
        return new Settled(written, signature.state(), DemoViewModel.standard(model), model, how);
    }

    /// Which file was written, and where the one before it is.
    static String told(SignatureFile.Written written) {
        return written.backup()
                .map(backup ->
                        "Saved as %s; what was there is kept as %s."
                                .formatted(name(written.file()), name(backup)))
                .orElseGet(() -> "Saved as %s.".formatted(name(written.file())));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
