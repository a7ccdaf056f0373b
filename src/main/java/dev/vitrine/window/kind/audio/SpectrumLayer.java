package dev.vitrine.window.kind.audio;

import dev.vitrine.kind.audio.Sound;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.kind.Desk;
import dev.vitrine.window.kind.heatmap.Heat;
import dev.vitrine.window.kind.image.Overlay;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The [Spectrogram] of a sound in the colours of heat maps, with its highest frequency and half of
/// that at its edge. It is worked out when it is first seen.
final class SpectrumLayer extends Region {
    /// Wider ones are stretched.
    private static final int MOST_COLUMNS = 1024;

    private static final double LABEL_WIDTH = 64;
    private static final double LABEL_HEIGHT = 16;

    private final Overlay painting = new Overlay(Heat.STYLES);
    private final Label top = label();
    private final Label middle = label();
    private final Desk<Sound, Picture> desk;
    private @Nullable Sound sound;
    private @Nullable Picture levels;
    private boolean asked;

    SpectrumLayer() {
        getStyleClass().add("spectrum");
        setMouseTransparent(true);
        getChildren().addAll(painting, top, middle);
        desk = new Desk<>(s -> false, s -> Spectrogram.of(s, MOST_COLUMNS), this::take);
        visibleProperty().subscribe(this::requestLayout);
    }

    /// Takes a sound in place of any before it.
    void show(@Nullable Sound shown) {
        sound = shown;
        asked = false;
        desk.take(null);
        requestLayout();
    }

    private void take(@Nullable Picture drawn) {
        levels = drawn;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Sound s = sound;
        boolean any = s != null && s.frames() > 0;
        top.setVisible(any);
        middle.setVisible(any);
        if (!isVisible() || s == null || !any || getWidth() < 1 || getHeight() < 1) {
            painting.show(null, 1, 1);
            return;
        }
        if (!asked) {
            asked = true;
            desk.take(s);
        }
        painting.resizeRelocate(0, 0, getWidth(), getHeight());
        Picture grey = levels;
        painting.show(grey == null ? null : new Heat(grey, 0xff), getWidth(), getHeight());
        top.setText(kilohertz(s.rate() / 2.0));
        middle.setText(kilohertz(s.rate() / 4.0));
        double left = getWidth() - LABEL_WIDTH - 4;
        top.resizeRelocate(left, 2, LABEL_WIDTH, LABEL_HEIGHT);
        middle.resizeRelocate(
                left, snapPositionY((getHeight() - LABEL_HEIGHT) / 2), LABEL_WIDTH, LABEL_HEIGHT);
    }

    private static String kilohertz(double hertz) {
        return hertz % 1000 == 0
                ? "%d kHz".formatted((long) hertz / 1000)
                : String.format(Locale.ROOT, "%.1f kHz", hertz / 1000);
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().add("frequency");
        return label;
    }
}
