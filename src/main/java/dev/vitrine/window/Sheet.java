package dev.vitrine.window;

import dev.vitrine.model.format.Draft;
import dev.vitrine.signature.Problem;

import java.util.List;
import java.util.Map;

/// A signature on the desk of somebody who may change it, at one moment.
///
/// @param draft what stands there, right or wrong
/// @param base what it began as
/// @param problems what is wrong with the draft, each with its place as its path; while there are
///   any, the last draft that was right is in force
/// @param news what came of the last save, in a sentence
/// @param refused whether it could not be saved
record Sheet(Draft draft, Base base, List<Problem> problems, String news, boolean refused) {
    /// Before anything was read.
    static final Sheet EMPTY =
            Sheet.of(new Base(new Draft(Map.of(), Map.of()), true, "signature.yaml", ""));

    /// What a signature is where nobody has changed anything.
    ///
    /// @param saved what is on disk, or guessed where nothing is
    /// @param written whether somebody wrote what is on disk
    /// @param file the name of the file it is written to
    /// @param fixed why it cannot be changed here, in a sentence; empty where it can
    record Base(Draft saved, boolean written, String file, String fixed) {}

    Sheet {
        problems = List.copyOf(problems);
    }

    /// A signature as it is on disk, or guessed.
    static Sheet of(Base base) {
        return new Sheet(base.saved(), base, List.of(), "", false);
    }

    Sheet with(Draft now) {
        return new Sheet(now, base, problems, "", false);
    }

    Sheet with(List<Problem> wrong) {
        return new Sheet(draft, base, wrong, news, refused);
    }

    /// After something was done with it that changes nothing in it.
    Sheet told(String how, boolean wasRefused) {
        return new Sheet(draft, base, problems, how, wasRefused);
    }

    boolean isFixed() {
        return !base.fixed().isEmpty();
    }

    /// Whether it says anything other than what is on disk.
    boolean isChanged() {
        return !draft.says(base.saved());
    }

    /// Whether there is something to write: a change, or a guess that nobody has written down.
    boolean canSave() {
        return !isFixed() && problems.isEmpty() && (isChanged() || !base.written());
    }

    /// What is wrong at a place itself.
    List<String> wrongAt(List<String> place) {
        return problems.stream().filter(p -> p.path().equals(place)).map(Problem::message).toList();
    }

    /// What is wrong at a place or anywhere under it.
    List<String> wrongUnder(List<String> place) {
        return problems.stream()
                .filter(p ->
                        p.path().size() >= place.size()
                                && p.path().subList(0, place.size()).equals(place))
                .map(Problem::message)
                .toList();
    }
}
