package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.mask.Area;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.kind.mask.MaskKind;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// How boxes with coefficients and planes of prototypes become the masks of things, as YOLACT and
/// Ultralytics have it: the sum of the prototypes, each times its coefficient, is positive where
/// the thing is, inside its box.
///
/// @param boxes how the boxes come of their tensors
/// @param coefficients where the numbers of each box stand
/// @param prototypes the tensor of the planes
record InstanceMasks(Detection boxes, Part coefficients, String prototypes) {
    /// The part of a binding that says how much of each plane a thing has.
    static final String COEFFICIENTS = "coefficients";

    /// The part of a binding that holds the planes.
    static final String PROTOTYPES = "prototypes";

    /// As many of the surest have masks; each of them needs a bit for every pixel.
    private static final int MOST = 100;

    private static final int RANK = 4;

    /// Reads a port's processing against the tensors that its network declares.
    ///
    /// @throws dev.vitrine.signature.ProblemException where the two do not fit
    static InstanceMasks of(Signature signature, Task.Declared network, Words words) {
        Part coefficients = Part.of(words, COEFFICIENTS);
        List<String> planes = words.binding().parts().getOrDefault(PROTOTYPES, List.of());
        if (coefficients.tensors().size() != 1 || planes.size() != 1) {
            throw words.wrong(
                    "name",
                    "is masks of things, which need a tensor of coefficients and one of prototypes;"
                            + " write name: {scores: …, boxes: …, coefficients: …, prototypes: …}");
        }
        Shape shape = PortTask.tensor(words.port(), planes.getFirst(), network.outputs()).shape();
        Dimension width =
                coefficients.width(
                        PortTask.tensor(
                                words.port(),
                                coefficients.tensors().getFirst(),
                                network.outputs()));
        boolean agree =
                shape.rank() == RANK
                        && (width.isFree()
                                || shape.at(1).isFree()
                                || width.size() == shape.at(1).size());
        if (!agree) {
            throw words.wrong(
                    "name",
                    "has %s coefficients, but the tensor '%s' is %s, which is no plane for each; change columns"
                            .formatted(width, planes.getFirst(), shape));
        }
        return new InstanceMasks(
                new DetectionReader(signature, network, words, MaskKind.over(words.port())).read(),
                coefficients,
                planes.getFirst());
    }

    /// The masks of one run, those of the surest things first.
    ///
    /// @param stop looked at before each of them
    Mask decode(Values inputs, Map<String, Tensor> tensors, Stop stop) {
        Fitting fitting = boxes.ground().fitting(inputs);
        int width = fitting.across().source();
        int height = fitting.down().source();
        Rows rows = Rows.of(boxes.words(), tensors, coefficients);
        Tensor planes = tensors.get(prototypes);
        if (planes == null || planes.shape().length != RANK) {
            throw boxes.words().wrong("got no planes of prototypes; export the model again");
        }
        List<Mask.Segment> segments = new ArrayList<>();
        for (Detection.Found found : boxes.find(inputs, tensors)) {
            stop.check();
            if (segments.size() == MOST) {
                break;
            }
            Box box = found.box();
            Area area = area(box, plane(rows.row(found.row()), planes, fitting), width, height);
            segments.add(new Mask.Segment(box.label(), box.score(), area));
        }
        return new Mask(width, height, segments);
    }

    /// The sum of all planes by their coefficients.
    private static Sampling plane(float[] parts, Tensor planes, Fitting fitting) {
        int height = (int) planes.shape()[2];
        int width = (int) planes.shape()[3];
        float[] all = planes.floats();
        float[] sum = new float[width * height];
        for (int p = 0; p < parts.length && (p + 1) * sum.length <= all.length; p++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += parts[p] * all[p * sum.length + i];
            }
        }
        return new Sampling(sum, width, height, 1, width, fitting);
    }

    private static Area area(Box box, Sampling plane, int width, int height) {
        Sampling.Place[] across = plane.across();
        Sampling.Place[] down = plane.down();
        int left = Math.clamp(Math.round(box.x()), 0, width);
        int right = Math.clamp(Math.round(box.x() + box.width()), 0, width);
        int top = Math.clamp(Math.round(box.y()), 0, height);
        int bottom = Math.clamp(Math.round(box.y() + box.height()), 0, height);
        BitSet pixels = new BitSet();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                pixels.set(y * width + x, plane.at(across[x], down[y], 0) > 0);
            }
        }
        return Area.of(width, height, pixels);
    }
}
