package dev.vitrine.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody wrote about one input or output beside its kind.
///
/// @param tensor its name in the network
/// @param name what a person calls it; empty where nobody says
/// @param help what it is, in a sentence; may be empty
/// @param type the type of what goes in before the steps; empty where nothing is said
/// @param range the least and the greatest value; empty where nothing is said
/// @param steps what is done to its numbers, as the word `steps` of a binding
/// @param refused why it can only be the tensor it is, such as a step that is not known here
/// @param because what the steps and the range come from, in sentences; may be empty
record Said(
        String tensor,
        String name,
        String help,
        String type,
        List<Double> range,
        List<Map<String, Object>> steps,
        Optional<String> refused,
        String because) {
    Said {
        range = List.copyOf(range);
        steps = List.copyOf(steps);
    }
}
