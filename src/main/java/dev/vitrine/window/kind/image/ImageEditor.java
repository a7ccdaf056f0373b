package dev.vitrine.window.kind.image;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.window.Desktop;
import dev.vitrine.window.FxThread;
import dev.vitrine.window.kind.Past;
import dev.vitrine.window.kind.PortEditor;
import dev.vitrine.window.kind.image.Stroke.Point;

import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A picture to open, paste, drop or draw, as the port's option `sources` says, with undo for all
/// of it.
///
/// While a stroke is under way the value follows it, once per frame.
public final class ImageEditor extends PortEditor<Picture> implements SketchPad.Hand {
    private final Pen pen;
    private final Past<Sheet> past;
    private final PictureSource source;
    private final Medium medium;
    private final ImageTools tools;
    private final Cropping cropping;
    private final AnimationTimer frame =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    follow();
                }
            };

    /// What the strokes so far look like; null until somebody draws on the sheet as it is.
    private @Nullable Inking inking;

    /// The sheet's background, made for its paper; null where it has none or is being made.
    private @Nullable Ground ground;

    private @Nullable Picture preparing;

    private final Drawn drawn = new Drawn();
    private boolean rewinding;

    /// @param kind the kind of its values, which are pictures
    public ImageEditor(Kind<Picture> kind, Port port, Desktop desktop) {
        super(kind, port);
        this.pen = Pen.of(port);
        this.past = new Past<>(new Sheet(held().standard(), List.of()));
        this.source = new PictureSource(port, desktop, this::busy, this::take, held()::complain);
        List<?> sources = port.option("sources", List.class).orElse(List.of("file", "paste"));
        this.cropping = new Cropping(held()::get, this::crop, this::frame);
        this.medium =
                sources.contains("draw")
                        ? Medium.sketch(new SketchPad(pen, Paper.of(port), this), cropping.pad())
                        : Medium.picture(source::open, cropping.pad());
        this.tools = new ImageTools(this, sources.stream().map(String::valueOf).toList(), medium);
        medium.node().setOnKeyPressed(tools::key);
        cropping.tool().setOnAction(e -> medium.node().requestFocus());
        if (sources.contains("file") || sources.contains("paste")) {
            desktop.onDrop(medium.node(), source::wants, source::take);
        }
        show();
    }

    @Override
    public Node node() {
        return medium.node();
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public void set(@Nullable Picture value) {
        source.cancel();
        if (value != held().get()) {
            // What comes back keeps its strokes, and the steps before it.
            Sheet known = drawn.find(value);
            if (known != null && past.reach(known)) {
                show();
            } else {
                change(known == null ? new Sheet(value, List.of()) : known);
            }
        }
    }

    @Override
    public Node focus() {
        return medium.node();
    }

    @Override
    public void close() {
        super.close();
        frame.stop();
        source.cancel();
        preparing = null;
        medium.close();
    }

    @Override
    public void begin(boolean erases, double width, Point point) {
        Inking at = inking;
        if (at == null) {
            Sheet sheet = past.now();
            at = new Inking(pen, Paper.of(port(), sheet.background()), under());
            sheet.strokes().forEach(at::draw);
            inking = at;
        }
        at.begin(erases, width);
        move(point);
    }

    @Override
    public void move(Point point) {
        if (inking != null) {
            inking.add(point);
            frame.start();
        }
    }

    @Override
    public void end(Stroke stroke) {
        frame.stop();
        if (inking != null) {
            inking.end();
        }
        past.change(past.now().with(stroke));
        follow();
        drawn.note(held().get(), past.now());
        cropping.end();
        tools.refresh();
    }

    PictureSource source() {
        return source;
    }

    Cropping cropping() {
        return cropping;
    }

    Past<Sheet> past() {
        return past;
    }

    @Override
    public boolean undo() {
        return rewind(past.canUndo(), past::undo);
    }

    @Override
    public boolean redo() {
        return rewind(past.canRedo(), past::redo);
    }

    @Override
    public boolean isRewinding() {
        return rewinding;
    }

    private boolean rewind(boolean can, Runnable step) {
        if (can) {
            source.cancel();
            rewinding = true;
            step.run();
            show();
            rewinding = false;
        }
        return can;
    }

    void clear() {
        source.cancel();
        if (!past.now().isEmpty()) {
            change(Sheet.EMPTY);
        }
    }

    /// Cuts the picture down, in the background where it is large.
    private void crop(Rectangle2D frame) {
        Picture whole = held().get();
        if (whole == null) {
            return;
        }
        caption("Cropping…");
        Sheet from = past.now();
        FxThread.background(
                () ->
                        whole.part(
                                (int) frame.getMinX(),
                                (int) frame.getMinY(),
                                (int) frame.getWidth(),
                                (int) frame.getHeight()),
                part -> {
                    if (past.now() == from) {
                        change(new Sheet(part, List.of(), from.note()));
                    }
                },
                held()::complain);
    }

    /// Says how large the frame is, and what the picture is when that is over.
    private void frame(String size) {
        if (size.isEmpty()) {
            describe();
        } else {
            caption(size);
            medium.describe(port().label(), "crop to " + size);
        }
    }

    private void take(Opened opened) {
        change(new Sheet(opened.picture(), List.of(), opened.note()));
    }

    private void change(Sheet sheet) {
        past.change(sheet);
        show();
    }

    /// Shows the sheet and holds its picture.
    private void show() {
        frame.stop();
        inking = null;
        Sheet sheet = past.now();
        Picture below = sheet.background();
        if (medium.pad() == null || below == null) {
            ground = null;
        } else if (ground == null || ground.of() != below) {
            ground = Ground.isQuick(below) ? Ground.of(below, Paper.of(port(), below)) : null;
            if (ground == null) {
                prepare(below);
            }
        }
        Paper paper = Paper.of(port(), below);
        medium.show(sheet, paper, ground);
        if (sheet.strokes().isEmpty()) {
            hold(below);
            drawn.note(below, sheet);
        } else if (below == null || ground != null) {
            Picture known = drawn.picture(sheet);
            hold(
                    known != null
                            ? known
                            : Inking.picture(pen, paper, new Sheet(under(), sheet.strokes())));
            drawn.note(held().get(), sheet);
        }
        cropping.end();
        tools.refresh();
    }

    /// Makes what lies under the strokes in the background, and shows the sheet again with it
    /// unless it has been left meanwhile.
    private void prepare(Picture below) {
        if (preparing == below) {
            return;
        }
        preparing = below;
        Paper paper = Paper.of(port(), below);
        FxThread.background(
                () -> Ground.of(below, paper),
                made -> {
                    if (preparing == below) {
                        preparing = null;
                        if (past.now().background() == below) {
                            ground = made;
                            show();
                        }
                    }
                },
                held()::complain);
    }

    /// The picture to draw over, no larger than the paper.
    private @Nullable Picture under() {
        return ground == null ? null : ground.drawn();
    }

    /// Holds the picture of the stroke under way.
    private void follow() {
        if (inking != null) {
            hold(inking.picture());
        }
    }

    private void hold(@Nullable Picture picture) {
        Picture before = held().get();
        boolean same = picture != null && before != null && before.equals(picture);
        if (!same || problemProperty().get() != null) {
            held().put(picture);
        }
        describe();
    }

    private void busy(boolean reading) {
        if (reading) {
            caption("Reading…");
        } else {
            describe();
        }
    }

    @Override
    protected void describe() {
        Picture background = past.now().background();
        String note = past.now().note();
        String size = background == null ? "" : background.toString();
        caption(note.isEmpty() ? size : size + ", " + note);
        medium.describe(port().label(), held().get() instanceof Picture p ? p.toString() : "empty");
    }
}
