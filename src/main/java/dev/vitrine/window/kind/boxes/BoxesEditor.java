package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.Raw;
import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.kind.NumberText;
import dev.vitrine.window.kind.StepEditor;
import dev.vitrine.window.kind.image.FramePad;
import dev.vitrine.window.kind.image.Underlay;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Boxes to draw over the picture of another input: drag to draw one, drag it to move it, drag its
/// edges to resize it. Where the port says so, a press picks a point. Everything can be done with
/// the keys as well, see [BoxTools].
///
/// Each change is a step of its undo, made when the hand lets go.
final class BoxesEditor extends StepEditor<Boxes> implements FramePad.Hand {
    private static final BoxesKind KIND = new BoxesKind();

    /// Places have no more decimals than a hand can mean.
    private static final double TENTH = 10;

    private final BoxLayer layer;
    private final FramePad pad = new FramePad(this, false);
    private final Underlay under;
    private final BoxTools tools;
    private final Desktop desktop;
    private List<Box> boxes = List.of();
    private int chosen = -1;

    /// Whether the chosen one is a point that was picked by the press under way.
    private boolean picked;

    BoxesEditor(Port port, Desktop desktop) {
        super(KIND, port);
        this.desktop = desktop;
        layer = new BoxLayer(Look.of(port));
        under = new Underlay(BoxesKind.over(port), layer, pad);
        tools = new BoxTools(this, port, under, undoTools());
        under.node().getStyleClass().add("kind-boxes");
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
    public void set(@Nullable Boxes value) {
        boxes = value == null ? List.of() : value.boxes();
        chosen = -1;
        super.set(value);
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
    }

    @Override
    public @Nullable Rectangle2D press(double x, double y) {
        int found = -1;
        for (int i = 0; i < boxes.size(); i++) {
            Rectangle2D at = frame(boxes.get(i));
            if (touches(at, x, y) && (found < 0 || area(at) < area(frame(boxes.get(found))))) {
                found = i;
            }
        }
        if (found < 0 && !BoxesKind.picksBoxes(port())) {
            List<Box> all = new ArrayList<>(boxes);
            all.add(Box.point(tools.label(), tenth(x), tenth(y)));
            boxes = List.copyOf(all);
            found = all.size() - 1;
            picked = true;
        }
        chosen = found;
        if (found >= 0) {
            show();
            return frame(boxes.get(found));
        }
        describe();
        return null;
    }

    /// Whether a place is in a box, or near enough to one that is a point.
    private boolean touches(Rectangle2D at, double x, double y) {
        double reach = at.getWidth() == 0 && at.getHeight() == 0 ? pad.reach() : 0;
        return x >= at.getMinX() - reach
                && x <= at.getMaxX() + reach
                && y >= at.getMinY() - reach
                && y <= at.getMaxY() + reach;
    }

    @Override
    public void drag(Rectangle2D frame) {
        layer.show(with(frame), width(), height());
        caption(Boxes.place(box(frame)));
    }

    @Override
    public void drop(Rectangle2D frame) {
        if (picked || chosen < 0 || !frame.equals(frame(boxes.get(chosen)))) {
            picked = false;
            place(frame);
        } else {
            show();
        }
    }

    @Override
    public void click(double x, double y) {
        if (BoxesKind.picksPoints(port())) {
            place(new Rectangle2D(x, y, 0, 0));
        } else {
            show();
        }
    }

    /// Puts the chosen box there, or a new one where none is chosen.
    void place(Rectangle2D frame) {
        int index = chosen < 0 ? boxes.size() : chosen;
        change(with(frame), index);
    }

    /// Adds a box in the middle of the picture.
    void add() {
        chosen = -1;
        if (!BoxesKind.picksBoxes(port())) {
            place(new Rectangle2D(Math.floor(width() / 2), Math.floor(height() / 2), 0, 0));
            return;
        }
        place(
                new Rectangle2D(
                        Math.floor(width() / 4),
                        Math.floor(height() / 4),
                        Math.ceil(width() / 2),
                        Math.ceil(height() / 2)));
    }

    /// Removes the chosen box.
    void remove() {
        if (chosen >= 0) {
            List<Box> left = new ArrayList<>(boxes);
            left.remove(chosen);
            change(left, Math.min(chosen, left.size() - 1));
        }
    }

    /// Chooses the next box, or the one before.
    void choose(int step) {
        if (!boxes.isEmpty()) {
            chosen = chosen < 0 && step < 0 ? boxes.size() - 1 : (chosen + step) % boxes.size();
            chosen = chosen < 0 ? boxes.size() - 1 : chosen;
            show();
        }
    }

    /// Chooses none.
    ///
    /// @return whether one was
    boolean leave() {
        boolean was = chosen >= 0;
        chosen = -1;
        show();
        return was;
    }

    /// Moves the chosen box by a key.
    boolean nudge(KeyEvent e) {
        Rectangle2D moved = chosen < 0 ? null : pad.nudged(e);
        if (moved != null) {
            place(moved);
        }
        return moved != null;
    }

    /// Gives the chosen box another label.
    void relabel(String label) {
        if (chosen >= 0 && !boxes.get(chosen).label().equals(label)) {
            Box was = boxes.get(chosen);
            List<Box> all = new ArrayList<>(boxes);
            all.set(
                    chosen,
                    new Box(
                            label,
                            was.confidence(),
                            was.x(),
                            was.y(),
                            was.width(),
                            was.height(),
                            was.points()));
            change(all, chosen);
        }
    }

    /// The boxes' JSON to the clipboard, and from it.
    void copy() {
        Boxes value = held().get();
        if (value != null) {
            desktop.copy(KIND.encode(port(), value).toString());
        }
    }

    void paste() {
        desktop.clipboard()
                .text()
                .ifPresent(text -> {
                    held().read(new Raw.Text(text));
                    Boxes value = held().get();
                    boxes = value == null ? List.of() : value.boxes();
                    chosen = -1;
                    if (value == null) {
                        show();
                    } else {
                        step(value);
                    }
                });
    }

    private void change(List<Box> all, int next) {
        boxes = List.copyOf(all);
        chosen = next;
        step(all.isEmpty() ? null : new Boxes(all));
    }

    @Override
    protected void show() {
        layer.show(boxes, width(), height());
        boolean canDraw = under.picture() != null || !boxes.isEmpty();
        if (canDraw) {
            pad.show(width(), height(), chosen < 0 ? null : frame(boxes.get(chosen)));
        } else {
            pad.forget();
        }
        under.invite(boxes.isEmpty());
        describe();
    }

    @Override
    protected void describe() {
        String count =
                boxes.stream().allMatch(Box::isPoint)
                        ? NumberText.counted(boxes.size(), "point")
                        : Found.count(boxes.size());
        String where = chosen < 0 ? "" : Boxes.place(boxes.get(chosen));
        caption(boxes.isEmpty() ? "" : where.isEmpty() ? count : count + " · " + where);
        String one =
                chosen < 0
                        ? ""
                        : ", number %d %s, %s"
                                .formatted(chosen + 1, boxes.get(chosen).label(), where);
        under.node()
                .setAccessibleText(
                        port().label() + ", " + (boxes.isEmpty() ? "empty" : count + one));
        tools.refresh(
                under.picture() != null || !boxes.isEmpty(), chosen < 0 ? null : boxes.get(chosen));
    }

    /// The boxes with the chosen one there, or with a new one behind them.
    private List<Box> with(Rectangle2D frame) {
        List<Box> all = new ArrayList<>(boxes);
        if (chosen < 0) {
            all.add(box(frame));
        } else {
            all.set(chosen, moved(boxes.get(chosen), frame));
        }
        return all;
    }

    private Box box(Rectangle2D at) {
        return Box.drawn(
                tools.label(),
                tenth(at.getMinX()),
                tenth(at.getMinY()),
                tenth(at.getWidth()),
                tenth(at.getHeight()));
    }

    /// A box elsewhere, with its points where they are on it.
    private Box moved(Box box, Rectangle2D to) {
        double across = box.width() > 0 ? to.getWidth() / box.width() : 1;
        double down = box.height() > 0 ? to.getHeight() / box.height() : 1;
        Box at = box(to);
        return new Box(
                box.label(),
                box.confidence(),
                at.x(),
                at.y(),
                at.width(),
                at.height(),
                box.points().stream()
                        .map(p ->
                                new Box.Point(
                                        p.name(),
                                        at.x() + (p.x() - box.x()) * across,
                                        at.y() + (p.y() - box.y()) * down,
                                        p.score()))
                        .toList());
    }

    /// The picture's width, or that of what the boxes cover where there is none.
    private double width() {
        Picture picture = under.picture();
        return picture != null
                ? picture.width()
                : boxes.stream().mapToDouble(b -> b.x() + b.width()).reduce(1, Math::max) * 1.1;
    }

    private double height() {
        Picture picture = under.picture();
        return picture != null
                ? picture.height()
                : boxes.stream().mapToDouble(b -> b.y() + b.height()).reduce(1, Math::max) * 1.1;
    }

    private static Rectangle2D frame(Box box) {
        return new Rectangle2D(box.x(), box.y(), box.width(), box.height());
    }

    private static double area(Rectangle2D at) {
        return at.getWidth() * at.getHeight();
    }

    private static double tenth(double value) {
        return Math.round(value * TENTH) / TENTH;
    }
}
