package dev.vitrine.describe.gradio;

import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

/// What a run's outputs are told with: some of Gradio's forms hold inputs too.
///
/// @param signature what the model declares
/// @param inputs what the run was given
/// @param files where the files of its outputs go
public record Scene(Signature signature, Values inputs, Files files) {}
