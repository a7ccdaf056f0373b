package dev.vitrine.onnx;

/// One form in which other tools write down what a network takes and gives; [Neighbours] asks each
/// in turn, and the first that says something is believed.
@FunctionalInterface
interface Source {
    /// Adds what it finds, and passes over what it cannot use with a reason.
    void read(OnnxFile declared, Beside beside, Findings findings);
}
