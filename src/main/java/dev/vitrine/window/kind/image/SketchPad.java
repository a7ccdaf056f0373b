package dev.vitrine.window.kind.image;

import dev.vitrine.window.kind.image.Stroke.Curve;
import dev.vitrine.window.kind.image.Stroke.Point;

import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A sheet of paper to draw on with mouse, finger or stylus, drawn as shapes so that it is sharp at
/// every size.
///
/// It shows strokes and says where the pen goes; who owns it keeps the sheet.
final class SketchPad extends Region {
    /// Hears of the stroke under way.
    interface Hand {
        /// The pen touches the paper.
        void begin(boolean erases, double width, Point point);

        /// The pen moves on.
        void move(Point point);

        /// The pen is lifted.
        void end(Stroke stroke);
    }

    private final Pen pen;
    private final Hand hand;
    private final Rectangle paper = new Rectangle();
    private final ImageView background = new ImageView();
    private final Group ink = new Group();
    private final Rectangle edge = new Rectangle();
    private final Group sheet = new Group(paper, background, ink);
    private final Scale scale = new Scale();
    private final Region frame = new Region();
    private final Circle ring = new Circle();
    private final Label hint = new Label("Draw here");
    private final List<Point> points = new ArrayList<>();
    private Paper size;
    private Path path = new Path();
    private boolean erases;
    private boolean drawing;
    private boolean ready = true;
    private double width;

    SketchPad(Pen pen, Paper size, Hand hand) {
        this.pen = pen;
        this.size = size;
        this.hand = hand;
        this.width = pen.width();
        getStyleClass().add("sketchpad");
        frame.getStyleClass().add("paper-frame");
        ring.getStyleClass().add("pen-ring");
        ring.setVisible(false);
        // The hint stands on the port's paper, so it has the colour of the port's ink.
        hint.setTextFill(Color.web(Pen.web(pen.ink())));
        hint.getStyleClass().add("paper-hint");
        paper.setFill(Color.web(Pen.web(pen.paper())));
        sheet.getTransforms().add(scale);
        sheet.setClip(edge);
        sheet.setManaged(false);
        List.of(frame, ring, hint).forEach(n -> n.setMouseTransparent(true));
        getChildren().setAll(sheet, hint, frame, ring);
        setCursor(Cursor.CROSSHAIR);
        listen();
    }

    /// Shows a sheet; a stroke under way is given up.
    ///
    /// @param ground the sheet's background; null where it has none, or while it is being made,
    ///   when nothing can be drawn
    void show(Sheet shown, Paper shownSize, @Nullable Ground ground) {
        size = shownSize;
        drawing = false;
        points.clear();
        ready = shown.background() == null || ground != null;
        background.setImage(ground == null ? null : ground.image());
        ink.getChildren().clear();
        shown.strokes().forEach(s -> ink.getChildren().add(Lines.path(pen, size, s)));
        hint.setVisible(shown.isEmpty());
        requestLayout();
    }

    void erase(boolean on) {
        erases = on;
    }

    /// The pen's width as a part of the paper's.
    double penWidth() {
        return width;
    }

    void penWidth(double part) {
        width = Math.clamp(part, Pen.NARROWEST, Pen.WIDEST);
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getWidth() / size.width(), getHeight() / size.height());
        double w = snapSizeX(size.width() * factor);
        double h = snapSizeY(size.height() * factor);
        double x = snapPositionX((getWidth() - w) / 2);
        double y = snapPositionY((getHeight() - h) / 2);
        scale.setX(w / size.width());
        scale.setY(h / size.height());
        sheet.setLayoutX(x);
        sheet.setLayoutY(y);
        for (Rectangle all : List.of(paper, edge)) {
            all.setWidth(size.width());
            all.setHeight(size.height());
        }
        background.setFitWidth(size.width());
        background.setFitHeight(size.height());
        frame.resizeRelocate(x, y, w, h);
        hint.autosize();
        hint.relocate(
                snapPositionX(x + (w - hint.getWidth()) / 2),
                snapPositionY(y + (h - hint.getHeight()) / 2));
    }

    private void listen() {
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(e -> lift());
        setOnMouseMoved(this::hover);
        setOnMouseExited(e -> ring.setVisible(false));
    }

    private void press(MouseEvent e) {
        Point point = point(e);
        if (!ready || e.getButton() != MouseButton.PRIMARY || !onPaper(point)) {
            return;
        }
        drawing = true;
        hint.setVisible(false);
        points.clear();
        points.add(point);
        path = Lines.path(pen, size, new Stroke(erases, width, points));
        ink.getChildren().add(path);
        hand.begin(erases, width, point);
        hover(e);
        e.consume();
    }

    private void drag(MouseEvent e) {
        if (!drawing) {
            return;
        }
        Point point = point(e);
        Point last = points.getLast();
        hover(e);
        e.consume();
        if (Math.hypot(
                        (point.x() - last.x()) * size.width(),
                        (point.y() - last.y()) * size.height())
                < 1) {
            return;
        }
        points.add(point);
        Curve curve = Stroke.curve(points, points.size() - 1);
        path.getElements().removeLast();
        path.getElements().addAll(Lines.to(size, curve), Lines.to(size, Stroke.end(points)));
        hand.move(point);
    }

    private void lift() {
        if (drawing) {
            drawing = false;
            hand.end(new Stroke(erases, width, points));
        }
    }

    private void hover(MouseEvent e) {
        Point point = point(e);
        ring.setVisible(onPaper(point));
        ring.setRadius(width * frame.getWidth() / 2);
        ring.setCenterX(e.getX());
        ring.setCenterY(e.getY());
    }

    private Point point(MouseEvent e) {
        return new Point(
                (e.getX() - frame.getLayoutX()) / frame.getWidth(),
                (e.getY() - frame.getLayoutY()) / frame.getHeight());
    }

    private static boolean onPaper(Point point) {
        return point.x() >= 0 && point.x() <= 1 && point.y() >= 0 && point.y() <= 1;
    }
}
