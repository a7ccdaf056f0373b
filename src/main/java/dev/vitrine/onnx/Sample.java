package dev.vitrine.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One set of inputs that somebody put beside a model.
///
/// @param name what the example is called
/// @param where the file that names it
/// @param byTensor by the name of the input: a value, nested lists of them, or the name of a file
record Sample(String name, String where, Map<String, Object> byTensor) {
    Sample {
        byTensor = Collections.unmodifiableMap(new LinkedHashMap<>(byTensor));
    }

    /// Whether it is made of files, which only some kinds read.
    boolean hasFiles() {
        return byTensor.values().stream().anyMatch(String.class::isInstance);
    }
}
