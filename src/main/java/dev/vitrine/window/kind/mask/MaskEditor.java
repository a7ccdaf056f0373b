package dev.vitrine.window.kind.mask;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.kind.label.LabelKind;
import dev.vitrine.kind.mask.Area;
import dev.vitrine.kind.mask.Mask;
import dev.vitrine.kind.mask.MaskKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.kind.StepEditor;
import dev.vitrine.window.kind.boxes.Colours;
import dev.vitrine.window.kind.image.Overlay;
import dev.vitrine.window.kind.image.Underlay;

import javafx.geometry.Point2D;
import javafx.scene.Node;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// A mask to paint over the picture of another input: a brush for each label, and an eraser for
/// all. Everything can be done with the keys as well, see [MaskTools].
///
/// Each stroke is a step of its undo.
final class MaskEditor extends StepEditor<Mask> {
    private static final MaskKind KIND = new MaskKind();

    private static final double SEEN = 0.6;

    private final Colours colours;
    private final Overlay overlay =
            new Overlay(IntStream.range(0, Colours.COUNT).mapToObj(Colours::style).toList());
    private final MaskPad pad = new MaskPad(this::painted);
    private final Underlay under;
    private final MaskTools tools;

    MaskEditor(Port port) {
        super(KIND, port);
        colours = new Colours(port);
        under = new Underlay(MaskKind.over(port), overlay, pad);
        overlay.painting().setOpacity(SEEN);
        tools = new MaskTools(this, LabelKind.labels(port), pad, under, undoTools());
        under.node().getStyleClass().add("kind-mask");
        under.node().setOnKeyPressed(tools::key);
        set(held().standard());
    }

    @Override
    public Node node() {
        return under.node();
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public void beside(Values inputs) {
        if (under.take(inputs)) {
            show();
        }
    }

    @Override
    public Node focus() {
        return under.node();
    }

    @Override
    public void close() {
        super.close();
        under.close();
        overlay.show(null, 1, 1);
    }

    /// Paints nothing any more.
    void clear() {
        if (held().get() != null) {
            step(null);
        }
    }

    /// Takes the brush that the tools say.
    void brush() {
        pad.brush(
                tools.radius() * Math.max(width(), height()),
                tools.erases() ? "erasing" : colours.style(tools.label()));
    }

    private void painted(List<Point2D> points) {
        Mask was = mask();
        String label = tools.label();
        List<Mask.Segment> segments = new ArrayList<>();
        boolean found = false;
        for (Mask.Segment segment : was.segments()) {
            boolean mine = segment.label().equals(label);
            found |= mine;
            if (mine || tools.erases()) {
                Area area = strokes(segment.area(), points);
                if (area.size() > 0) {
                    segments.add(new Mask.Segment(segment.label(), segment.confidence(), area));
                }
            } else {
                segments.add(segment);
            }
        }
        if (!found && !tools.erases()) {
            Area area = strokes(Area.of(was.width(), was.height(), new BitSet()), points);
            segments.add(Mask.Segment.of(label, area));
        }
        Mask now = new Mask(was.width(), was.height(), segments);
        if (!now.equals(was)) {
            step(segments.isEmpty() ? null : now);
        }
    }

    private Area strokes(Area area, List<Point2D> points) {
        int width = area.width();
        int height = area.height();
        BitSet bits = area.bits();
        double radius = tools.radius() * Math.max(width, height);
        for (int i = 0; i < points.size(); i++) {
            Point2D from = points.get(Math.max(0, i - 1));
            Point2D to = points.get(i);
            Brush.stroke(
                    bits,
                    width,
                    height,
                    from.getX(),
                    from.getY(),
                    to.getX(),
                    to.getY(),
                    radius,
                    tools.erases());
        }
        return Area.of(width, height, bits);
    }

    /// The mask as it is, or an empty one of the picture's size.
    private Mask mask() {
        Mask now = held().get();
        return now != null && fits(now) ? now : new Mask((int) width(), (int) height(), List.of());
    }

    private boolean fits(Mask mask) {
        Picture picture = under.picture();
        return picture == null
                || picture.width() == mask.width() && picture.height() == mask.height();
    }

    private double width() {
        Picture picture = under.picture();
        Mask now = held().get();
        return picture != null ? picture.width() : now != null ? now.width() : 1;
    }

    private double height() {
        Picture picture = under.picture();
        Mask now = held().get();
        return picture != null ? picture.height() : now != null ? now.height() : 1;
    }

    @Override
    protected void show() {
        Mask now = held().get();
        if (now == null) {
            overlay.show(null, 1, 1);
        } else {
            List<Integer> all = now.segments().stream().map(s -> colours.of(s.label())).toList();
            overlay.show(new Painting(now, all, -1), width(), height());
        }
        pad.show(width(), height(), under.picture() != null || now != null);
        under.invite(now == null);
        brush();
        describe();
    }

    @Override
    protected void describe() {
        Mask now = held().get();
        String share =
                now == null || now.segments().isEmpty()
                        ? ""
                        : now.segments().size() == 1
                                ? MaskKind.share(now.segments().getFirst())
                                : Legend.count(now);
        caption(share);
        under.node().setAccessibleText(port().label() + ", " + (share.isEmpty() ? "empty" : share));
        tools.refresh(now != null);
    }
}
