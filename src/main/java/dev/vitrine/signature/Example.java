package dev.vitrine.signature;

import java.util.Map;

/// Inputs to try, and what is known to come out.
///
/// @param name a short name, unique within a signature
/// @param inputs by port, in JSON's plain Java form; a medium is the path of a file inside the
///   model's folder
/// @param expect by output port, in plain Java form: the part of the output's JSON that is known;
///   empty where nothing is
/// @param tolerance how far a number may lie from the expected one, absolutely
public record Example(
        String name, Map<String, Object> inputs, Map<String, Object> expect, double tolerance) {
    /// The tolerance of an example that names none, BioImage Model Zoo's default.
    public static final double TOLERANCE = 1e-3;

    public Example {
        inputs = Values.ordered(inputs);
        expect = Values.ordered(expect);
    }
}
