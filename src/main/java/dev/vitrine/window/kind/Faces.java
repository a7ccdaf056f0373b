package dev.vitrine.window.kind;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.window.kind.audio.AudioFace;
import dev.vitrine.window.kind.boxes.BoxesFace;
import dev.vitrine.window.kind.choice.ChoiceFace;
import dev.vitrine.window.kind.code.CodeFace;
import dev.vitrine.window.kind.colour.ColourFace;
import dev.vitrine.window.kind.datetime.DatetimeFace;
import dev.vitrine.window.kind.file.FileFace;
import dev.vitrine.window.kind.files.FilesFace;
import dev.vitrine.window.kind.gallery.GalleryFace;
import dev.vitrine.window.kind.heatmap.HeatmapFace;
import dev.vitrine.window.kind.image.ImageFace;
import dev.vitrine.window.kind.json.JsonFace;
import dev.vitrine.window.kind.label.LabelFace;
import dev.vitrine.window.kind.log.LogFace;
import dev.vitrine.window.kind.markdown.MarkdownFace;
import dev.vitrine.window.kind.mask.MaskFace;
import dev.vitrine.window.kind.number.NumberFace;
import dev.vitrine.window.kind.plot.PlotFace;
import dev.vitrine.window.kind.range.RangeFace;
import dev.vitrine.window.kind.segments.SegmentsFace;
import dev.vitrine.window.kind.slider.SliderFace;
import dev.vitrine.window.kind.spans.SpansFace;
import dev.vitrine.window.kind.table.TableFace;
import dev.vitrine.window.kind.tags.TagsFace;
import dev.vitrine.window.kind.tensor.TensorFace;
import dev.vitrine.window.kind.tensors.TensorsFace;
import dev.vitrine.window.kind.text.TextFace;
import dev.vitrine.window.kind.toggle.ToggleFace;
import dev.vitrine.window.kind.vector.VectorFace;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of faces.
public final class Faces {
    /// The face of every kind, in the order of [dev.vitrine.kind.Kinds#ALL].
    public static final List<Face<?>> ALL =
            List.of(
                    new ImageFace(),
                    new GalleryFace(),
                    new AudioFace(),
                    new FileFace(),
                    new FilesFace(),
                    new LabelFace(),
                    new BoxesFace(),
                    new MaskFace(),
                    new HeatmapFace(),
                    new SegmentsFace(),
                    new SpansFace(),
                    new PlotFace(),
                    new TextFace(),
                    new NumberFace(),
                    new SliderFace(),
                    new RangeFace(),
                    new ToggleFace(),
                    new ChoiceFace(),
                    new TagsFace(),
                    new DatetimeFace(),
                    new VectorFace(),
                    new ColourFace(),
                    new TableFace(),
                    new MarkdownFace(),
                    new LogFace(),
                    new CodeFace(),
                    new TensorFace(),
                    new TensorsFace(),
                    new JsonFace());

    private Faces() {}

    /// The face of a port's kind.
    ///
    /// @throws ProblemException where the window has none, naming the port
    public static Face<?> of(Port port) {
        return ALL.stream()
                .filter(f -> f.kind().equals(port.kind()))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.model(
                                "The window cannot show the port '%s' of kind '%s'; use %s."
                                        .formatted(
                                                port.name(),
                                                port.kind(),
                                                ALL.stream()
                                                        .map(Face::kind)
                                                        .collect(Collectors.joining(", ")))));
    }

    /// The style sheets that a scene with any of them needs.
    public static List<String> stylesheets() {
        URL common =
                Objects.requireNonNull(Faces.class.getResource("kind.css"), "kind.css is missing");
        return Stream.concat(Stream.of(common), ALL.stream().map(Face::stylesheet))
                .map(URL::toExternalForm)
                .toList();
    }
}
