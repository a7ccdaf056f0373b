package dev.vitrine.window.kind.boxes;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.window.kind.image.PictureView;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Boxes, their names and points over a picture that fills the same room.
///
/// There is one path for all boxes of a colour, so that thousands cost what one does; names are
/// placed for as many of the surest as find room.
final class BoxLayer extends Region {
    /// Names beyond these would cover the picture.
    private static final int MOST_NAMES = 100;

    private static final double POINT = 2.5;

    /// A box that is a point and no more.
    private static final double PLACE = 5;

    private final Look look;
    private final Colours colours;
    private final List<Path> lines = paths("box-line");
    private final List<Path> points = paths("box-points");
    private final Group marks = new Group();
    private final Path chosenLine = path("box-chosen");
    private final Pane names = new Pane();
    private final List<Label> plates = new ArrayList<>();
    private List<Box> boxes = List.of();
    private @Nullable Box chosen;
    private double width = 1;
    private double height = 1;

    BoxLayer(Look look) {
        this.look = look;
        this.colours = look.colours();
        getStyleClass().add("box-layer");
        setMouseTransparent(true);
        Rectangle room = new Rectangle();
        room.widthProperty().bind(widthProperty());
        room.heightProperty().bind(heightProperty());
        setClip(room);
        marks.getStyleClass().add("box-marks");
        marks.setAutoSizeChildren(false);
        marks.setManaged(false);
        marks.getChildren().addAll(lines);
        marks.getChildren().addAll(points);
        marks.getChildren().add(chosenLine);
        getChildren().addAll(marks, names);
    }

    /// Shows boxes over a picture of this size.
    void show(List<Box> all, double pictureWidth, double pictureHeight) {
        boxes = all;
        width = pictureWidth;
        height = pictureHeight;
        chosen = null;
        requestLayout();
    }

    /// Lets one stand out; null lets none.
    void choose(@Nullable Box box) {
        chosen = box;
        requestLayout();
    }

    /// The smallest box around a place in this layer; null where there is none.
    @Nullable Box at(double x, double y) {
        Rectangle2D place = PictureView.place(this, width, height);
        Box smallest = null;
        for (Box box : boxes) {
            if (around(on(place, box)).contains(x, y)
                    && (smallest == null
                            || box.width() * box.height() < smallest.width() * smallest.height())) {
                smallest = box;
            }
        }
        return smallest;
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        Rectangle2D place = PictureView.place(this, width, height);
        List<List<PathElement>> edges = lists();
        List<List<PathElement>> dots = lists();
        for (Box box : boxes) {
            int colour = colours.of(box.label());
            if (box.isPoint()) {
                Rectangle2D at = on(place, box);
                circle(dots.get(colour), at.getMinX(), at.getMinY(), PLACE);
            } else {
                outline(edges.get(colour), place, box);
            }
            for (Box.Point point : box.points()) {
                if (Look.isSeen(point)) {
                    circle(dots.get(colour), x(place, point), y(place, point), POINT);
                }
            }
        }
        for (int i = 0; i < Colours.COUNT; i++) {
            lines.get(i).getElements().setAll(edges.get(i));
            points.get(i).getElements().setAll(dots.get(i));
        }
        List<PathElement> one = new ArrayList<>();
        if (chosen != null && !chosen.isPoint()) {
            outline(one, place, chosen);
        }
        chosenLine.getElements().setAll(one);
        names.resizeRelocate(0, 0, getWidth(), getHeight());
        layoutNames(place);
    }

    /// The box where it is drawn, and the lines between its points.
    private void outline(List<PathElement> to, Rectangle2D place, Box box) {
        if (look.isFramed()) {
            rectangle(to, on(place, box));
        }
        List<Box.Point> all = box.points();
        for (List<Integer> pair : look.skeleton()) {
            if (pair.stream().allMatch(i -> i < all.size() && Look.isSeen(all.get(i)))) {
                Box.Point from = all.get(pair.getFirst());
                Box.Point end = all.get(pair.getLast());
                to.add(new MoveTo(x(place, from), y(place, from)));
                to.add(new LineTo(x(place, end), y(place, end)));
            }
        }
    }

    private double x(Rectangle2D place, Box.Point point) {
        return place.getMinX() + point.x() / width * place.getWidth();
    }

    private double y(Rectangle2D place, Box.Point point) {
        return place.getMinY() + point.y() / height * place.getHeight();
    }

    private void layoutNames(Rectangle2D place) {
        Plates room = new Plates(place);
        int used = 0;
        List<Box> order = new ArrayList<>(boxes.subList(0, Math.min(boxes.size(), MOST_NAMES)));
        if (chosen != null) {
            order.remove(chosen);
            order.addFirst(chosen);
        }
        // The names of lines would cover them, so only the chosen one has its own.
        order.removeIf(box -> look.name(box).isEmpty());
        order.removeIf(box -> (look.isLine(box) || !look.isNamed()) && box != chosen);
        for (Box box : order) {
            Label plate = plate(used, box);
            double w = snapSizeX(Math.min(plate.prefWidth(-1), place.getWidth()));
            double h = snapSizeY(plate.prefHeight(-1));
            Rectangle2D at = room.put(around(on(place, box)), w, h, box == chosen);
            if (at != null) {
                plate.resizeRelocate(
                        snapPositionX(at.getMinX()), snapPositionY(at.getMinY()), w, h);
                used++;
            }
        }
        for (int i = used; i < plates.size(); i++) {
            plates.get(i).setVisible(false);
        }
    }

    /// A plate with a box's name, one of those that are there already where there is one.
    private Label plate(int index, Box box) {
        if (index == plates.size()) {
            Label plate = new Label();
            plate.setManaged(false);
            plates.add(plate);
            names.getChildren().add(plate);
        }
        Label plate = plates.get(index);
        plate.setText(look.name(box));
        plate.getStyleClass().setAll("box-plate", colours.style(box.label()));
        plate.setVisible(true);
        plate.applyCss();
        return plate;
    }

    private Rectangle2D on(Rectangle2D place, Box box) {
        double across = place.getWidth() / width;
        double down = place.getHeight() / height;
        double left = snapPositionX(place.getMinX() + box.x() * across);
        double top = snapPositionY(place.getMinY() + box.y() * down);
        return new Rectangle2D(
                left,
                top,
                Math.max(
                        0,
                        snapPositionX(place.getMinX() + (box.x() + box.width()) * across) - left),
                Math.max(
                        0, snapPositionY(place.getMinY() + (box.y() + box.height()) * down) - top));
    }

    /// A box with the outer half of its line.
    private static Rectangle2D around(Rectangle2D box) {
        if (box.getWidth() == 0 && box.getHeight() == 0) {
            return new Rectangle2D(
                    box.getMinX() - PLACE, box.getMinY() - PLACE, 2 * PLACE, 2 * PLACE);
        }
        return new Rectangle2D(
                box.getMinX() - 1, box.getMinY() - 1, box.getWidth() + 2, box.getHeight() + 2);
    }

    private static void rectangle(List<PathElement> to, Rectangle2D at) {
        to.add(new MoveTo(at.getMinX(), at.getMinY()));
        to.add(new LineTo(at.getMaxX(), at.getMinY()));
        to.add(new LineTo(at.getMaxX(), at.getMaxY()));
        to.add(new LineTo(at.getMinX(), at.getMaxY()));
        to.add(new ClosePath());
    }

    private static void circle(List<PathElement> to, double x, double y, double radius) {
        to.add(new MoveTo(x - radius, y));
        to.add(new ArcTo(radius, radius, 0, x + radius, y, false, true));
        to.add(new ArcTo(radius, radius, 0, x - radius, y, false, true));
        to.add(new ClosePath());
    }

    private static List<List<PathElement>> lists() {
        return IntStream.range(0, Colours.COUNT)
                .mapToObj(i -> (List<PathElement>) new ArrayList<PathElement>())
                .toList();
    }

    private static List<Path> paths(String style) {
        return IntStream.range(0, Colours.COUNT)
                .mapToObj(i -> path(style, Colours.style(i)))
                .toList();
    }

    private static Path path(String... styles) {
        Path path = new Path();
        path.getStyleClass().setAll(styles);
        path.setManaged(false);
        return path;
    }
}
