package dev.vitrine.kind.mask;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Score;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Masks over a picture: `{"width": 640, "height": 480, "segments": [{"label": "cat", "score":
/// 0.98, "mask": "data:image/png;base64,…"}, …]}`.
///
/// Each segment is one of Hugging Face's image-segmentation: its mask is a picture of the same
/// size, white where the segment is.
public final class MaskKind implements Kind<Mask> {
    /// How many segments a line of a terminal lists.
    private static final int FEW = 10;

    @Override
    public String id() {
        return "mask";
    }

    @Override
    public Class<Mask> type() {
        return Mask.class;
    }

    @Override
    public Mask decode(Port port, Raw raw) {
        MaskReader reader = new MaskReader(port);
        return switch (raw) {
            case Raw.Json(JsonNode node) -> reader.read(node);
            case Raw.Text(String text) -> {
                try {
                    yield reader.read(Json.MAPPER.readTree(text));
                } catch (JacksonException e) {
                    throw reader.wrong();
                }
            }
            case Raw.Upload ignored -> throw reader.wrong();
        };
    }

    @Override
    public JsonNode encode(Port port, Mask value) {
        ObjectNode all = Json.object().put("width", value.width()).put("height", value.height());
        ArrayNode segments = all.putArray("segments");
        for (Mask.Segment segment : value.segments()) {
            ObjectNode one = segments.addObject().put("label", segment.label());
            Score.put(one, segment.confidence());
            one.put("mask", uri(segment.area()));
        }
        return all;
    }

    private static String uri(Area area) {
        return "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(PictureCodec.png(area.picture()));
    }

    @Override
    public List<Problem> check(Port port, Mask value) {
        List<String> known = LabelKind.labels(port);
        for (int i = 0; i < value.segments().size(); i++) {
            Optional<Problem> problem = misfit(port, value, i, known);
            if (problem.isPresent()) {
                return List.of(problem.get());
            }
        }
        return List.of();
    }

    private static Optional<Problem> misfit(Port port, Mask mask, int index, List<String> known) {
        Mask.Segment segment = mask.segments().get(index);
        if (!Score.isFine(segment.confidence())) {
            return problem(
                    port,
                    index,
                    Score.WORD,
                    "a score of %s; give a number from 0 to 1"
                            .formatted(Score.plain(segment.confidence())));
        }
        if (segment.area().width() != mask.width() || segment.area().height() != mask.height()) {
            return problem(
                    port,
                    index,
                    "mask",
                    "a mask of %d × %d pixels; make it %d × %d"
                            .formatted(
                                    segment.area().width(),
                                    segment.area().height(),
                                    mask.width(),
                                    mask.height()));
        }
        return known.isEmpty() || known.contains(segment.label())
                ? Optional.empty()
                : problem(
                        port,
                        index,
                        "label",
                        "the label '%s', which is none of its own; use %s"
                                .formatted(segment.label(), LabelKind.few(known)));
    }

    private static Optional<Problem> problem(Port port, int index, String word, String wrong) {
        return Optional.of(
                new Problem(
                        "mask_value",
                        port.name(),
                        List.of("segments", index, word),
                        "'%s' has a segment %d with %s.".formatted(port.label(), index + 1, wrong),
                        null,
                        Map.of()));
    }

    @Override
    public ObjectNode schema(Port port) {
        return MaskSchema.of(port);
    }

    @Override
    public Mask example(Port port) {
        List<String> known = LabelKind.labels(port);
        BitSet left = new BitSet();
        left.set(0);
        left.set(2);
        return new Mask(
                2,
                2,
                List.of(
                        Mask.Segment.of(
                                known.isEmpty() ? "cat" : known.getFirst(), Area.of(2, 2, left))));
    }

    @Override
    public String text(Port port, Mask value) {
        List<Mask.Segment> all = value.segments();
        String more = all.size() > FEW ? "; and %d more".formatted(all.size() - FEW) : "";
        return all.isEmpty()
                ? "nothing found"
                : all.stream()
                        .limit(FEW)
                        .map(s -> (s.label() + " " + share(s)).strip())
                        .collect(Collectors.joining("; ", "", more));
    }

    /// How much of the picture a segment covers, in words, the same in every locale.
    public static String share(Mask.Segment segment) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * segment.area().part());
    }

    /// One picture of all segments: each pixel has the number of the first that holds it, counted
    /// from 1, and 0 where none does.
    @Override
    public Optional<Media> file(Port port, Mask value) {
        byte[] samples = new byte[value.width() * value.height()];
        for (int i = Math.min(255, value.segments().size()); i > 0; i--) {
            Area area = value.segments().get(i - 1).area();
            for (int p = area.next(0); p >= 0; p = area.next(p + 1)) {
                samples[p] = (byte) i;
            }
        }
        Picture map = Picture.of(value.width(), value.height(), 1, samples);
        return Optional.of(new Media(PictureCodec.png(map), "image/png", "png"));
    }

    /// See [MaskComparison]; the tolerance of the example is for scores and shares.
    @Override
    public Optional<String> differs(Port port, JsonNode expected, Mask value, double tolerance) {
        return MaskComparison.differs(port, expected, value, tolerance);
    }

    @Override
    public long weight(Mask value) {
        return 64 + value.segments().size() * ((long) value.width() * value.height() / 8 + 64);
    }

    @Override
    public ObjectNode options() {
        return MaskSchema.options();
    }

    /// The input whose picture the mask lies on; empty where the port names none.
    public static Optional<String> over(Port port) {
        return port.option("over", String.class);
    }
}
