package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.window.kind.Tools;

import javafx.geometry.Rectangle2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Cuts a picture down to a frame: the tool that begins it, the frame, and the keys that take it
/// (Enter) and give it up (Esc).
final class Cropping implements FramePad.Hand {
    private final ToggleButton tool = Tools.toggle("Crop");
    private final FramePad pad = new FramePad(this, true);
    private final Supplier<@Nullable Picture> picture;
    private final Consumer<Rectangle2D> cut;
    private final Consumer<String> words;
    private @Nullable Rectangle2D frame;
    private boolean quiet;

    /// @param picture what is cut; null while there is none
    /// @param cut does it, by whole pixels
    /// @param words says how large it will be; empty when that is over
    Cropping(
            Supplier<@Nullable Picture> picture,
            Consumer<Rectangle2D> cut,
            Consumer<String> words) {
        this.picture = picture;
        this.cut = cut;
        this.words = words;
        tool.setGraphic(new FontIcon(Feather.CROP));
        tool.selectedProperty().subscribe((was, now) -> toggled(now));
        show(null);
    }

    ToggleButton tool() {
        return tool;
    }

    FramePad pad() {
        return pad;
    }

    boolean isOn() {
        return tool.isSelected();
    }

    /// Gives up what is framed, for another picture or none.
    void end() {
        quiet = true;
        tool.setSelected(false);
        quiet = false;
        tool.setDisable(picture.get() == null);
        show(null);
    }

    /// Does what a key says while a frame is there.
    ///
    /// @return whether it was for the frame
    boolean key(KeyEvent e) {
        if (!isOn()) {
            return false;
        }
        Rectangle2D moved = pad.nudged(e);
        if (moved != null) {
            show(moved);
        } else if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
            tool.setSelected(false);
        } else if (e.getCode() == KeyCode.ESCAPE) {
            end();
            words.accept("");
        } else {
            return false;
        }
        return true;
    }

    @Override
    public @Nullable Rectangle2D press(double x, double y) {
        return null;
    }

    @Override
    public void drag(Rectangle2D now) {
        frame = now;
        describe();
    }

    @Override
    public void drop(Rectangle2D now) {
        show(now);
    }

    /// Takes the whole picture again.
    @Override
    public void click(double x, double y) {
        show(whole());
    }

    private void toggled(boolean on) {
        tool.setText(on ? "Apply crop" : "Crop");
        if (quiet) {
            return;
        }
        if (on) {
            show(whole());
            return;
        }
        Rectangle2D at = frame == null ? null : pixels(frame);
        boolean changes = at != null && !at.equals(whole());
        show(null);
        words.accept("");
        if (at != null && changes) {
            cut.accept(at);
        }
    }

    private void show(@Nullable Rectangle2D now) {
        frame = now;
        Picture of = picture.get();
        pad.setVisible(now != null);
        if (now == null || of == null) {
            pad.forget();
        } else {
            pad.show(of.width(), of.height(), now);
            describe();
        }
    }

    private void describe() {
        if (frame != null) {
            Rectangle2D at = pixels(frame);
            words.accept("%d × %d".formatted((int) at.getWidth(), (int) at.getHeight()));
        }
    }

    private @Nullable Rectangle2D whole() {
        Picture of = picture.get();
        return of == null ? null : new Rectangle2D(0, 0, of.width(), of.height());
    }

    /// A frame by whole pixels, at least one each way.
    private Rectangle2D pixels(Rectangle2D at) {
        Picture of = picture.get();
        int width = of == null ? 1 : of.width();
        int height = of == null ? 1 : of.height();
        int x = Math.clamp(Math.round(at.getMinX()), 0, width - 1);
        int y = Math.clamp(Math.round(at.getMinY()), 0, height - 1);
        int right = Math.clamp(Math.round(at.getMaxX()), x + 1, width);
        int bottom = Math.clamp(Math.round(at.getMaxY()), y + 1, height);
        return new Rectangle2D(x, y, right - x, bottom - y);
    }
}
