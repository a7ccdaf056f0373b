package dev.vitrine.onnx;

import java.util.List;

/// Where the values of an output come from: the last operator that computes rather than moves them.
///
/// @param operator its kind, such as `Softmax`, with its domain where that is not ONNX's own, such
///   as `ai.onnx.ml.ZipMap`
/// @param classes the class names that a classifier or ZipMap carries; empty where it has none
public record Origin(String operator, List<String> classes) {
    public Origin {
        classes = List.copyOf(classes);
    }
}
