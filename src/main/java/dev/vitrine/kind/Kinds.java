package dev.vitrine.kind;

import dev.vitrine.kind.audio.AudioKind;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.choice.ChoiceKind;
import dev.vitrine.kind.code.CodeKind;
import dev.vitrine.kind.colour.ColourKind;
import dev.vitrine.kind.datetime.DatetimeKind;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.kind.files.FilesKind;
import dev.vitrine.kind.gallery.GalleryKind;
import dev.vitrine.kind.heatmap.HeatmapKind;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.json.JsonKind;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.kind.log.LogKind;
import dev.vitrine.kind.markdown.MarkdownKind;
import dev.vitrine.kind.mask.MaskKind;
import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.kind.plot.PlotKind;
import dev.vitrine.kind.range.RangeKind;
import dev.vitrine.kind.segments.SegmentsKind;
import dev.vitrine.kind.slider.SliderKind;
import dev.vitrine.kind.spans.SpansKind;
import dev.vitrine.kind.table.TableKind;
import dev.vitrine.kind.tags.TagsKind;
import dev.vitrine.kind.tensor.TensorKind;
import dev.vitrine.kind.tensors.TensorsKind;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.kind.toggle.ToggleKind;
import dev.vitrine.kind.vector.VectorKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The list of kinds.
public final class Kinds {
    /// Every kind, in the order in which documents list them.
    public static final List<Kind<?>> ALL =
            List.of(
                    new ImageKind(),
                    new GalleryKind(),
                    new AudioKind(),
                    new FileKind(),
                    new FilesKind(),
                    new LabelKind(),
                    new BoxesKind(),
                    new MaskKind(),
                    new HeatmapKind(),
                    new SegmentsKind(),
                    new SpansKind(),
                    new PlotKind(),
                    new TextKind(),
                    new NumberKind(),
                    new SliderKind(),
                    new RangeKind(),
                    new ToggleKind(),
                    new ChoiceKind(),
                    new TagsKind(),
                    new DatetimeKind(),
                    new VectorKind(),
                    new ColourKind(),
                    new TableKind(),
                    new MarkdownKind(),
                    new LogKind(),
                    new CodeKind(),
                    new TensorKind(),
                    new TensorsKind(),
                    new JsonKind());

    private Kinds() {}

    /// The kind of a port.
    ///
    /// @throws ProblemException where there is no such kind, naming the port and the kinds there
    ///   are
    public static Kind<?> of(Port port) {
        return ALL.stream()
                .filter(k -> k.id().equals(port.kind()))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.model(
                                "The port '%s' is of kind '%s', which Vitrine does not know; use %s."
                                        .formatted(port.name(), port.kind(), ids())));
    }

    /// The ids of all kinds as a sentence lists them.
    public static String ids() {
        return ALL.stream().map(Kind::id).collect(Collectors.joining(", "));
    }

    /// A value as JSON, whatever its kind.
    public static JsonNode encode(Port port, Object value) {
        return encodeAs(of(port), port, value);
    }

    /// A value as a person reads it, whatever its kind.
    public static String text(Port port, Object value) {
        return textAs(of(port), port, value);
    }

    /// A value as a file where its kind has one.
    public static Optional<Media> media(Port port, Object value) {
        return mediaAs(of(port), port, value);
    }

    /// The media that a value is made of; none where its kind has none.
    public static List<Part> parts(Port port, Object value) {
        return partsAs(of(port), port, value);
    }

    /// A value as a file for a caller who asks for one, where its kind has any.
    public static Optional<Media> file(Port port, Object value) {
        return fileAs(of(port), port, value);
    }

    /// What is wrong with a value, one of another Java type included.
    public static List<Problem> check(Port port, Object value) {
        return checkAs(of(port), port, value);
    }

    /// How a value differs from what an example expects of it; nothing where it does not.
    public static Optional<String> differs(
            Port port, JsonNode expected, Object value, double tolerance) {
        return differsAs(of(port), port, expected, value, tolerance);
    }

    private static <T> Optional<String> differsAs(
            Kind<T> kind, Port port, JsonNode expected, Object value, double tolerance) {
        return kind.differs(port, expected, cast(kind, port, value), tolerance);
    }

    /// What is wrong with a value's Java type; nothing where it is the kind's.
    public static Optional<Problem> checkType(Port port, Object value) {
        Kind<?> kind = of(port);
        return kind.type().isInstance(value)
                ? Optional.empty()
                : Optional.of(wrongType(kind, port, value));
    }

    /// Bytes of memory that a value holds, roughly.
    public static long weight(Port port, Object value) {
        return weightAs(of(port), port, value);
    }

    private static <T> long weightAs(Kind<T> kind, Port port, Object value) {
        return kind.weight(cast(kind, port, value));
    }

    private static <T> JsonNode encodeAs(Kind<T> kind, Port port, Object value) {
        return kind.encode(port, cast(kind, port, value));
    }

    private static <T> String textAs(Kind<T> kind, Port port, Object value) {
        return kind.text(port, cast(kind, port, value));
    }

    private static <T> Optional<Media> mediaAs(Kind<T> kind, Port port, Object value) {
        return kind.media(port, cast(kind, port, value));
    }

    private static <T> List<Part> partsAs(Kind<T> kind, Port port, Object value) {
        return kind.parts(port, cast(kind, port, value));
    }

    private static <T> Optional<Media> fileAs(Kind<T> kind, Port port, Object value) {
        return kind.file(port, cast(kind, port, value));
    }

    private static <T> List<Problem> checkAs(Kind<T> kind, Port port, Object value) {
        return kind.type().isInstance(value)
                ? kind.check(port, kind.type().cast(value))
                : List.of(wrongType(kind, port, value));
    }

    private static <T> T cast(Kind<T> kind, Port port, Object value) {
        if (!kind.type().isInstance(value)) {
            throw new ProblemException(ProblemException.Fault.RUN, wrongType(kind, port, value));
        }
        return kind.type().cast(value);
    }

    private static Problem wrongType(Kind<?> kind, Port port, Object value) {
        return Problem.at(
                port.name(),
                "value_type",
                "The port '%s' is of kind %s and holds a %s, not a %s."
                        .formatted(
                                port.name(),
                                kind.id(),
                                kind.type().getSimpleName(),
                                value.getClass().getSimpleName()));
    }
}
