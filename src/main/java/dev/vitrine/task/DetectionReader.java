package dev.vitrine.task;

import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.TensorInfo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads how a port's boxes come of tensors and holds it against what the network declares.
///
/// @param signature the port's
/// @param network what the main network declares
/// @param words the port and its processing
/// @param over the input that the port lies over, where it names one
record DetectionReader(
        Signature signature, Task.Declared network, Words words, Optional<String> over) {
    /// Numbers of a box before those of its points.
    private static final int CORNERS = 4;

    /// @throws ProblemException where words and tensors do not fit, with a sentence that names the
    ///   port
    Detection read() {
        Part scorePart = Part.of(words, Detection.SCORES);
        Part boxPart = Part.of(words, Detection.BOXES);
        Part classPart = Part.of(words, Detection.CLASSES);
        List<TensorInfo> scores = rows(scorePart);
        List<TensorInfo> boxes = rows(boxPart);
        scoreColumns(scorePart, scores, classPart);
        boxColumns(boxPart, boxes);
        Anchors anchors = Anchors.of(words);
        List<Dimension> boxRows = counts(boxPart, boxes);
        anchors(anchors, boxes, boxRows);
        sameRows(scorePart, scores, boxes, boxRows);
        if (!classPart.tensors().isEmpty()) {
            sameRows(classPart, rows(classPart), boxes, boxRows);
        }
        Setting.check(signature, words);
        Part points = Part.of(words, Detection.POINTS);
        Part angles = Part.of(words, Detection.ANGLES);
        for (Part part : List.of(points, angles)) {
            if (!part.tensors().isEmpty()) {
                sameRows(part, rows(part), boxes, boxRows);
            }
        }
        PointFormat point = words.choice("point", PointFormat.class).orElse(PointFormat.XY);
        pointColumns(points, point);
        return new Detection(
                words,
                Ground.of(signature, network, words.port(), over),
                anchors,
                words.choice("box", BoxFormat.class).orElse(BoxFormat.XYXY),
                point,
                words.choice("unit", Unit.class).orElse(Unit.PIXELS),
                words.choice("apply", LabelDecoding.Apply.class).orElse(LabelDecoding.Apply.NONE));
    }

    private List<TensorInfo> rows(Part part) {
        List<String> names = part.tensors();
        if (names.isEmpty()) {
            throw words.wrong(
                    "name",
                    "is boxes, which are made of two tensors, and names none for its %s; write name: {scores: …, boxes: …}"
                            .formatted(part.name()));
        }
        List<TensorInfo> tensors =
                names.stream()
                        .map(name -> PortTask.tensor(words.port(), name, network.outputs()))
                        .toList();
        for (TensorInfo tensor : tensors) {
            if (tensor.type() == ElementType.STRING
                    || tensor.type() == ElementType.BOOL
                    || tensor.shape().rank() < 2) {
                throw words.wrong(
                        "name",
                        "takes its %s from rows of numbers, but '%s' is %s; name another tensor"
                                .formatted(part.name(), tensor.name(), tensor.form()));
            }
            Dimension columns = part.columns(tensor);
            Dimension others = part.columns(tensors.getFirst());
            span(part, tensor);
            if (!columns.isFree() && !others.isFree() && columns.size() != others.size()) {
                throw words.wrong(
                        "name",
                        "takes its %s from '%s' with %s columns and from '%s' with %s; name tensors that are alike"
                                .formatted(
                                        part.name(),
                                        tensors.getFirst().name(),
                                        others,
                                        tensor.name(),
                                        columns));
            }
        }
        return tensors;
    }

    private void span(Part part, TensorInfo tensor) {
        Dimension columns = part.columns(tensor);
        part.span()
                .filter(span -> !columns.isFree() && span.last() >= columns.size())
                .ifPresent(span -> {
                    throw words.wrong(
                            "columns",
                            "takes its %s from the columns %d to %d, but the tensor '%s' (%s) has %s of them, counted from 0; change columns or sideways"
                                    .formatted(
                                            part.name(),
                                            span.first(),
                                            span.last(),
                                            tensor.name(),
                                            tensor.form(),
                                            columns));
                });
    }

    private void scoreColumns(Part part, List<TensorInfo> scores, Part chosen) {
        int labels = LabelKind.labels(words.port()).size();
        Dimension classes = part.width(scores.getFirst());
        if (chosen.tensors().isEmpty()
                && labels > 0
                && !classes.isFree()
                && classes.size() != labels) {
            throw words.wrong(
                    "has %d labels, but the tensor '%s' has %d classes; make them agree"
                            .formatted(labels, scores.getFirst().name(), classes.size()));
        }
    }

    private void boxColumns(Part part, List<TensorInfo> boxes) {
        Dimension columns = part.width(boxes.getFirst());
        if (columns.isFree()) {
            return;
        }
        long points = (columns.size() - CORNERS) / 2;
        if (columns.size() < CORNERS || columns.size() % 2 != 0) {
            throw words.wrong(
                    "name",
                    "takes its boxes from '%s' with %d columns, which are no four and pairs for points; name another tensor"
                            .formatted(boxes.getFirst().name(), columns.size()));
        }
        int names = BoxesKind.points(words.port()).size();
        if (names > 0 && names != points && Part.of(words, Detection.POINTS).tensors().isEmpty()) {
            throw words.wrong(
                    "has %d names of points, but the tensor '%s' has %d points; make them agree"
                            .formatted(names, boxes.getFirst().name(), points));
        }
    }

    private void pointColumns(Part points, PointFormat format) {
        if (points.tensors().isEmpty()) {
            return;
        }
        Dimension columns =
                points.width(
                        PortTask.tensor(
                                words.port(), points.tensors().getFirst(), network.outputs()));
        int names = BoxesKind.points(words.port()).size();
        if (!columns.isFree() && columns.size() % format.numbers() != 0) {
            throw words.wrong(
                    "columns",
                    "takes its points from %s columns, which are no multiple of %d; change columns or point"
                            .formatted(columns, format.numbers()));
        }
        if (!columns.isFree() && names > 0 && names != columns.size() / format.numbers()) {
            throw words.wrong(
                    "has %d names of points, but %d points; make them agree"
                            .formatted(names, columns.size() / format.numbers()));
        }
    }

    private void anchors(Anchors anchors, List<TensorInfo> boxes, List<Dimension> rows) {
        if (!anchors.suits(rows)) {
            throw words.wrong(
                    "anchors",
                    "has %d anchors, but %s %s rows; make them agree"
                            .formatted(anchors.count(), had(boxes), sum(rows)));
        }
    }

    private void sameRows(
            Part part, List<TensorInfo> tensors, List<TensorInfo> boxes, List<Dimension> boxRows) {
        List<Dimension> rows = counts(part, tensors);
        boolean known = Stream.concat(rows.stream(), boxRows.stream()).noneMatch(Dimension::isFree);
        if (known && sum(rows) != sum(boxRows)) {
            throw words.wrong(
                    "name",
                    "has %d rows of %s in %s, but %d of boxes in %s; name all tensors of both"
                            .formatted(
                                    sum(rows),
                                    part.name(),
                                    quoted(tensors),
                                    sum(boxRows),
                                    quoted(boxes)));
        }
    }

    private static String had(List<TensorInfo> tensors) {
        return (tensors.size() == 1 ? "the tensor %s has" : "the tensors %s have")
                .formatted(quoted(tensors));
    }

    private static String quoted(List<TensorInfo> tensors) {
        return tensors.stream().map(t -> "'" + t.name() + "'").collect(Collectors.joining(", "));
    }

    private static List<Dimension> counts(Part part, List<TensorInfo> tensors) {
        return tensors.stream().map(part::rows).toList();
    }

    private static long sum(List<Dimension> rows) {
        return rows.stream().mapToLong(Dimension::size).sum();
    }
}
