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
/// @param relative how far an element of a tensor may lie from it besides, for its size
/// @param misses how many of a million elements of a tensor may lie further off
public record Example(
        String name,
        Map<String, Object> inputs,
        Map<String, Object> expect,
        double tolerance,
        double relative,
        double misses) {
    /// The tolerance of an example that names none, BioImage Model Zoo's default.
    public static final double TOLERANCE = 1e-3;

    public Example {
        inputs = Values.ordered(inputs);
        expect = Values.ordered(expect);
    }

    /// An example whose numbers all lie within one tolerance.
    public Example(
            String name, Map<String, Object> inputs, Map<String, Object> expect, double tolerance) {
        this(name, inputs, expect, tolerance, 0, 0);
    }
}
