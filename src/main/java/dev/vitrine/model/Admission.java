package dev.vitrine.model;

import dev.vitrine.task.RunContext;

import java.nio.file.Path;
import java.util.Collection;

/// Who decides whether the files of a model are opened in this process, where a crash of native
/// code would end everything.
@FunctionalInterface
public interface Admission {
    /// Lets everything pass, for whoever made the files.
    Admission FREE = (origin, files, context) -> {};

    /// Lets files pass, or does not; blocks while it finds out.
    ///
    /// @param origin the folder or file that the model is read from
    /// @param files the files of its networks
    /// @param context hears what is going on, and may ask to end it
    /// @throws dev.vitrine.signature.ProblemException with a sentence where they may not be opened
    /// @throws dev.vitrine.tensor.StoppedException where it was stopped
    void admit(Path origin, Collection<Path> files, RunContext context);
}
