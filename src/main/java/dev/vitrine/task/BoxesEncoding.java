package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How boxes and points that a hand picked on a picture become tensors, such as the prompts of a
/// network that cuts out what is pointed at.
///
/// A row for each: `boxes` have four columns, `points` two, led from the picture to its tensor by
/// the [Fitting] that encodes it; `classes` have one number for each, the place of its label among
/// the port's `labels`, counted from 0, and 1 where the port has none. A binding that names one
/// tensor means its boxes or its points, by its columns.
///
/// @param words the port and its processing
/// @param ground the picture they lie on
/// @param parts the tensors by what they hold
/// @param format what the four numbers of a box are
/// @param unit what the numbers count
record BoxesEncoding(
        Words words, Ground ground, Map<String, TensorInfo> parts, BoxFormat format, Unit unit) {
    /// The words of [dev.vitrine.signature.Binding#processing()] that say it.
    static final List<String> WORDS = List.of("box", "unit");

    private static final List<String> PARTS =
            List.of(Detection.BOXES, Detection.POINTS, Detection.CLASSES);

    private static final int BOX = 4;
    private static final int POINT = 2;

    /// Reads a port's processing against the tensors that its network declares.
    ///
    /// @throws ProblemException where the two do not fit, with a sentence that names the port
    static BoxesEncoding of(Signature signature, Task.Declared network, Words words) {
        return new BoxesEncoding(
                words,
                Ground.of(signature, network, words.port(), BoxesKind.over(words.port())),
                parts(words, network.inputs()),
                words.choice("box", BoxFormat.class).orElse(BoxFormat.XYXY),
                words.choice("unit", Unit.class).orElse(Unit.PIXELS));
    }

    private static Map<String, TensorInfo> parts(Words words, List<TensorInfo> declared) {
        Map<String, List<String>> named = words.binding().parts();
        Map<String, TensorInfo> parts = new LinkedHashMap<>();
        if (named.isEmpty()) {
            TensorInfo one = PortTask.tensor(words.port(), words.binding().name(), declared);
            boolean isPoints = one.shape().rank() > 0 && one.shape().at(-1).size() == POINT;
            parts.put(isPoints ? Detection.POINTS : Detection.BOXES, one);
        }
        named.forEach((part, names) -> {
            if (!PARTS.contains(part) || names.size() != 1) {
                throw words.wrong(
                        "has the part '%s' of %d tensors; name one each for %s"
                                .formatted(part, names.size(), String.join(", ", PARTS)));
            }
            parts.put(part, PortTask.tensor(words.port(), names.getFirst(), declared));
        });
        parts.forEach((part, tensor) -> suits(words, part, tensor));
        picked(words, Detection.BOXES, BoxesKind.picksBoxes(words.port()), parts);
        picked(words, Detection.POINTS, BoxesKind.picksPoints(words.port()), parts);
        return parts;
    }

    private static void suits(Words words, String part, TensorInfo tensor) {
        int columns = columns(part);
        int counted = columns > 1 ? 2 : 1;
        int rank = tensor.shape().rank();
        boolean suits = tensor.type() != ElementType.STRING && rank >= counted;
        for (int i = 0; suits && i < rank - counted; i++) {
            suits = takes(tensor.shape().at(i), 1);
        }
        if (!suits || columns > 1 && !takes(tensor.shape().at(-1), columns)) {
            throw words.wrong(
                    "gives rows of %d %s, which the tensor '%s' (%s) does not take; use the kind tensor"
                            .formatted(columns, part, tensor.name(), tensor.form()));
        }
    }

    private static boolean takes(Dimension dimension, long size) {
        return dimension.isFree() || dimension.size() == size;
    }

    /// What is picked needs a tensor, and no tensor waits for what nobody can pick.
    private static void picked(
            Words words, String part, boolean isPicked, Map<String, TensorInfo> parts) {
        if (isPicked != parts.containsKey(part)) {
            throw words.wrong(
                    isPicked
                            ? "lets a hand pick %s, for which it names no tensor; name one under %s, or change its pick"
                                    .formatted(part, part)
                            : "names a tensor of %s, which no hand can pick; change its pick"
                                    .formatted(part));
        }
    }

    private static int columns(String part) {
        return switch (part) {
            case Detection.BOXES -> BOX;
            case Detection.POINTS -> POINT;
            default -> 1;
        };
    }

    /// The tensors of one run, by name.
    ///
    /// @throws ProblemException where there are more than the network takes, or fewer
    Map<String, Tensor> encode(Values inputs, Object value) {
        Fitting fitting = ground.fitting(inputs);
        List<Box> boxes = new ArrayList<>();
        List<Box> points = new ArrayList<>();
        ((Boxes) value).boxes().forEach(box -> (isPoint(box) ? points : boxes).add(box));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        parts.forEach((part, info) -> {
            List<Box> rows =
                    switch (part) {
                        case Detection.BOXES -> boxes;
                        case Detection.POINTS -> points;
                        default -> parts.containsKey(Detection.POINTS) ? points : boxes;
                    };
            tensors.put(info.name(), tensor(part, info, rows, fitting));
        });
        return tensors;
    }

    private boolean isPoint(Box box) {
        return parts.containsKey(Detection.POINTS)
                && (box.isPoint() || !parts.containsKey(Detection.BOXES));
    }

    private Tensor tensor(String part, TensorInfo info, List<Box> rows, Fitting fitting) {
        int columns = columns(part);
        long[] shape = info.shape().withFree(1);
        int counted = columns > 1 ? shape.length - 2 : shape.length - 1;
        Dimension declared = info.shape().at(counted);
        if (!takes(declared, rows.size())) {
            throw ProblemException.input(
                    Problem.at(
                            words.port().name(),
                            "boxes_value",
                            "'%s' has the wrong number of %s, %d; pick %d."
                                    .formatted(
                                            words.port().label(),
                                            part.equals(Detection.CLASSES) ? Detection.BOXES : part,
                                            rows.size(),
                                            declared.size())));
        }
        shape[counted] = rows.size();
        if (columns > 1) {
            shape[shape.length - 1] = columns;
        }
        double[] values =
                rows.stream().flatMapToDouble(b -> Arrays.stream(row(part, b, fitting))).toArray();
        return Tensor.of(info.type(), values, shape);
    }

    private double[] row(String part, Box box, Fitting fitting) {
        double left = along(fitting.across(), box.x());
        double top = along(fitting.down(), box.y());
        if (part.equals(Detection.POINTS)) {
            return new double[] {left, top};
        }
        if (part.equals(Detection.CLASSES)) {
            List<String> labels = LabelKind.labels(words.port());
            return new double[] {labels.isEmpty() ? 1 : labels.indexOf(box.label())};
        }
        double right = along(fitting.across(), box.x() + box.width());
        double bottom = along(fitting.down(), box.y() + box.height());
        return switch (format) {
            case XYXY -> new double[] {left, top, right, bottom};
            case XYWH -> new double[] {left, top, right - left, bottom - top};
            case CXCYWH ->
                    new double[] {
                        (left + right) / 2, (top + bottom) / 2, right - left, bottom - top
                    };
        };
    }

    /// The network's number of a place in the picture; the other way of [BoxPlace].
    private double along(Fitting.Axis axis, double pixel) {
        double place = axis.forth(pixel);
        return unit == Unit.PIXELS ? place : place / axis.size();
    }
}
