package dev.vitrine.window;

import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;

import java.util.Optional;

/// What the window needs of the rest of the program. It starts the endpoint and closes it; whoever
/// made the catalogue and the runner closes those.
///
/// @param catalog the models at hand
/// @param runner runs them
/// @param endpoint the local endpoint, not yet started
/// @param engine what runs the networks, as a person reads it, such as `ONNX Runtime 1.29`
/// @param open the model to begin with: a folder, an `.onnx` file or an id
public record Launch(
        Catalog catalog,
        Runner runner,
        EndpointLink endpoint,
        String engine,
        Optional<String> open) {}
