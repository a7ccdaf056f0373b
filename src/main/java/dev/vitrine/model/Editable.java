package dev.vitrine.model;

import dev.vitrine.model.format.Draft;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// The signature of one model of a catalogue while it is changed: tried on the model at once, then
/// written beside it or taken back.
///
/// What it gives is checked as when it is read from a file. All of it blocks, for it reads files;
/// safe to use from any thread.
public final class Editable {
    private final Shelf shelf;
    private final Residents residents;

    Editable(Shelf shelf, Residents residents) {
        this.shelf = shelf;
        this.residents = residents;
    }

    /// The folder or file of the model; nothing for a function, whose signature stands in its code.
    public Optional<Path> home() {
        return shelf.key == null
                ? Optional.empty()
                : Optional.of(ModelFolder.home(Objects.requireNonNull(shelf.path)));
    }

    /// Whether somebody wrote the signature that is on disk; else it is guessed.
    ///
    /// @param saved what is on disk, or guessed where nothing is
    /// @param current the same with the changes that are in force
    /// @param written whether somebody wrote it
    /// @param file where it is written
    public record State(Draft saved, Draft current, boolean written, Path file) {}

    /// What there is to change.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the files cannot be read any more
    public State state() {
        Optional<Draft> written = home().flatMap(ModelFolder::written);
        Draft saved = written.orElseGet(() -> Draft.of(unrevised().signature()));
        return new State(saved, shelf.revision().orElse(saved), written.isPresent(), file());
    }

    /// The model as it is.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it cannot be read
    public Model model() {
        return shelf.model(residents);
    }

    /// Makes the model one with this signature, for every face.
    ///
    /// @throws dev.vitrine.signature.ProblemException with the place of everything wrong as
    ///   [dev.vitrine.signature.Problem#path()]; then the model stays as it was
    public Model revise(Draft draft) {
        return shelf.revise(residents, draft);
    }

    /// Makes the model what its files say.
    ///
    /// @throws dev.vitrine.signature.ProblemException where they cannot be read
    public Model restore() {
        return shelf.restore(residents);
    }

    /// Where the signature is written.
    public Path file() {
        return ModelFolder.signatureFile(home().orElseThrow());
    }

    /// Writes a signature where the model is read from, and makes the model what it says.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it is wrong, or cannot be written
    public SignatureFile.Written save(Draft draft) {
        revise(draft);
        Path file = file();
        SignatureFile.Written written =
                SignatureFile.write(
                        file, file.toString().endsWith(".json") ? draft.json() : draft.yaml());
        restore();
        return written;
    }

    /// Copies the model's files, as they are on disk.
    ///
    /// @param folder where the copy goes; made where it is not there
    /// @return the copy, under the first name that is free
    /// @throws dev.vitrine.signature.ProblemException where it cannot be written
    public Path copyInto(Path folder) {
        return ModelCopy.of(home().orElseThrow(), folder);
    }

    private Model unrevised() {
        return shelf.revision().isEmpty()
                ? shelf.model(residents)
                : ModelFolder.read(Objects.requireNonNull(shelf.path), residents, shelf.id);
    }
}
