package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Clock;
import dev.vitrine.kind.audio.Sound;
import dev.vitrine.window.FxThread;

import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A sound as bars along its length or as a spectrogram, with the part that was heard, a selection
/// and a few times under it. It only draws; [SoundPane] is what a hand works on.
public final class Waveform extends Region {
    /// From the middle of one bar to the next.
    private static final double PITCH = 4;

    private static final double LEAST_BAR = 1;

    /// Room below for the times.
    public static final double RULER = 20;

    /// Room on every side.
    public static final double MARGIN = 12;

    private static final double TIME = 60;
    private static final double TIME_HEIGHT = 16;

    /// Room for a time and the space around it.
    private static final double TIME_WIDTH = 90;

    private static final int MOST_TIMES = 6;

    /// Sounds of no more samples are looked through at once, which takes a few milliseconds.
    private static final long QUICK = 1_000_000;

    private final Path bars = path("wave");
    private final SpectrumLayer spectrum = new SpectrumLayer();
    private final Path heard = path("wave", "heard");
    private final Rectangle heardClip = new Rectangle();
    private final Rectangle selected = rectangle("selection");
    private final Rectangle head = rectangle("play-head");
    private final Group times = new Group();

    private @Nullable Sound sound;
    private float[] peaks = {};
    private int place;
    private int from;
    private int to;
    private long request;

    Waveform() {
        getStyleClass().add("waveform");
        heard.setClip(heardClip);
        times.setAutoSizeChildren(false);
        spectrum.setVisible(false);
        getChildren().addAll(spectrum, selected, bars, heard, head, times);
        setMouseTransparent(true);
    }

    /// Shows a sound from its beginning with nothing selected; null shows none.
    void show(@Nullable Sound shown) {
        request++;
        sound = shown;
        place = 0;
        from = 0;
        to = 0;
        peaks = new float[0];
        spectrum.show(shown);
        requestLayout();
    }

    /// Shows the spectrogram in place of the bars, or the bars again.
    void showSpectrum(boolean on) {
        spectrum.setVisible(on);
        requestLayout();
    }

    /// The frame that is heard now.
    void place(int frame) {
        place = frame;
        requestLayout();
    }

    /// Selects a part; from and to are the same where nothing is selected.
    void select(int first, int end) {
        from = first;
        to = end;
        requestLayout();
    }

    /// The frame under a place of the region.
    int frameAt(double x) {
        Sound s = sound;
        double part = (x - MARGIN) / (getWidth() - 2 * MARGIN);
        return s == null ? 0 : (int) Math.round(Math.clamp(part, 0, 1) * s.frames());
    }

    @Override
    protected void layoutChildren() {
        Sound s = sound;
        boolean any = s != null && s.frames() > 0 && getWidth() > 4 * MARGIN;
        bars.setVisible(any && !spectrum.isVisible());
        heard.setVisible(bars.isVisible());
        times.setVisible(any);
        head.setVisible(any && place > 0);
        selected.setVisible(any && to > from);
        if (s == null || !any) {
            return;
        }
        int count = (int) ((getWidth() - 2 * MARGIN) / PITCH);
        if (peaks.length != count) {
            measure(s, count);
        }
        double height = getHeight() - RULER;
        spectrum.resizeRelocate(
                MARGIN, MARGIN / 2, getWidth() - 2 * MARGIN, snapSizeY(height - MARGIN));
        double x = x(s, place);
        head.setX(snapPositionX(x));
        head.setY(MARGIN / 2);
        head.setHeight(height - MARGIN);
        head.setWidth(2);
        heardClip.setWidth(x);
        heardClip.setHeight(getHeight());
        selected.setX(snapPositionX(x(s, from)));
        selected.setWidth(Math.max(1, snapSizeX(x(s, to) - x(s, from))));
        selected.setY(MARGIN / 2);
        selected.setHeight(height - MARGIN);
    }

    private double x(Sound s, int frame) {
        return MARGIN + (getWidth() - 2 * MARGIN) * frame / s.frames();
    }

    private void measure(Sound s, int count) {
        peaks = new float[count];
        if ((long) s.frames() * s.channels() <= QUICK) {
            draw(s, Peaks.of(s, count));
            return;
        }
        long mine = ++request;
        FxThread.background(
                () -> Peaks.of(s, count),
                measured -> {
                    if (mine == request) {
                        draw(s, measured);
                    }
                },
                e -> {});
    }

    private void draw(Sound s, float[] measured) {
        peaks = measured;
        double room = getHeight() - RULER - 2 * MARGIN;
        double middle = MARGIN + room / 2;
        List<PathElement> lines = new ArrayList<>(2 * measured.length);
        for (int i = 0; i < measured.length; i++) {
            double half = Math.max(LEAST_BAR, measured[i] * room / 2);
            double x = MARGIN + (i + 0.5) * PITCH;
            lines.add(new MoveTo(x, middle - half));
            lines.add(new LineTo(x, middle + half));
        }
        bars.getElements().setAll(lines);
        heard.getElements()
                .setAll(
                        lines.stream()
                                .map(l ->
                                        l instanceof MoveTo m
                                                ? new MoveTo(m.getX(), m.getY())
                                                : copy((LineTo) l))
                                .toList());
        rule(s);
    }

    private static PathElement copy(LineTo line) {
        return new LineTo(line.getX(), line.getY());
    }

    /// A time at the beginning, at the end, and at even steps between.
    private void rule(Sound s) {
        times.getChildren().clear();
        int steps = (int) Math.clamp((getWidth() - 2 * MARGIN) / TIME_WIDTH, 1, MOST_TIMES);
        for (int i = 0; i <= steps; i++) {
            Label time = new Label(Clock.of(s.seconds() * i / steps));
            time.getStyleClass().add("time");
            double x = MARGIN + (getWidth() - 2 * MARGIN) * i / steps;
            time.resizeRelocate(
                    snapPositionX(
                            Math.clamp(
                                    x - TIME / 2,
                                    MARGIN,
                                    Math.max(MARGIN, getWidth() - MARGIN - TIME))),
                    snapPositionY(getHeight() - RULER),
                    TIME,
                    TIME_HEIGHT);
            time.setAlignment(
                    i == 0 ? Pos.CENTER_LEFT : i == steps ? Pos.CENTER_RIGHT : Pos.CENTER);
            times.getChildren().add(time);
        }
    }

    private static Path path(String... classes) {
        Path path = new Path();
        path.getStyleClass().addAll(classes);
        path.setManaged(false);
        return path;
    }

    private static Rectangle rectangle(String style) {
        Rectangle rectangle = new Rectangle();
        rectangle.getStyleClass().add(style);
        rectangle.setManaged(false);
        return rectangle;
    }
}
