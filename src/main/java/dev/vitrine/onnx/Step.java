package dev.vitrine.onnx;

import java.util.List;
import java.util.OptionalDouble;

/// The first operator that computes with an input, or the last that computes an output; operators
/// that only move values, such as Reshape, are looked through.
///
/// @param operator its kind, such as `Softmax`, with its domain where that is not ONNX's own, such
///   as `ai.onnx.ml.ZipMap`
/// @param constant the constant it computes with, such as the 255 of a division; the first of them
///   where there is one for each channel
/// @param classes the class names of a classifier or ZipMap, or the words that OneHotEncoder knows;
///   empty where it has none
public record Step(String operator, OptionalDouble constant, List<String> classes) {
    public Step {
        classes = List.copyOf(classes);
    }
}
