package dev.vitrine.model;

import java.nio.file.Path;
import java.util.Optional;

/// What is worth knowing of a model beside its signature.
///
/// @param origin the folder or file it was read from; nothing for a function
/// @param bytes the size of its networks on disk; 0 for a function
/// @param card the model card in Markdown; empty where there is none
public record About(Optional<Path> origin, long bytes, String card) {
    static final About NOTHING = new About(Optional.empty(), 0, "");
}
