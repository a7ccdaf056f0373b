package dev.vitrine.onnx;

import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;

import java.util.List;
import java.util.Optional;

/// The task of a network whose outputs lie over a picture.
final class PictureTasks {
    private PictureTasks() {}

    /// The task that fits; nothing where no output lies over a picture.
    static Optional<String> of(List<Port> outputs) {
        if (has(outputs, "mask")) {
            return Optional.of("image-segmentation");
        }
        if (has(outputs, "boxes")) {
            return Optional.of(
                    outputs.stream().anyMatch(PictureTasks::hasPoints)
                            ? "keypoint-detection"
                            : "object-detection");
        }
        if (has(outputs, "heatmap")) {
            return Optional.of(
                    outputs.stream().anyMatch(p -> MapRung.isDepth(p.name()))
                            ? "depth-estimation"
                            : "heat-map");
        }
        return Optional.empty();
    }

    private static boolean has(List<Port> outputs, String kind) {
        return outputs.stream().anyMatch(p -> p.kind().equals(kind));
    }

    private static boolean hasPoints(Port port) {
        Binding binding = port.tensor();
        return binding != null && binding.parts().containsKey("points");
    }
}
