package dev.vitrine.window;

import dev.vitrine.model.Editable;
import dev.vitrine.model.Model;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What the page of a demo needs to change the model's signature.
///
/// @param signature the signature to change
/// @param installed whether the model came with the program, which stays as it is
/// @param own the folder of the person's own models, where a copy goes
/// @param open opens a model, such as that copy
/// @param settled hears of the model once its signature was written, or taken back
record Workshop(
        Editable signature,
        boolean installed,
        Path own,
        Consumer<Path> open,
        Consumer<Model> settled) {}
