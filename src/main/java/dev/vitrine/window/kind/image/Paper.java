package dev.vitrine.window.kind.image;

import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The size of a drawing in pixels. It depends on the port and on the picture drawn over, never on
/// the screen, so that the same strokes give the same picture everywhere.
///
/// @param width pixels of a row
/// @param height rows
record Paper(int width, int height) {
    /// The longer side has at least this many pixels: ten for each of MNIST's 28.
    private static final int LEAST = 280;

    /// Drawing over a larger picture shrinks it to this, so that the pen stays quick.
    private static final int MOST = 1024;

    /// The paper of a port: a whole multiple of the tensor's size, square where that is unknown.
    static Paper of(Port port) {
        Binding tensor = port.tensor();
        List<?> size =
                tensor == null ? List.of() : tensor.step("size", List.class).orElse(List.of());
        return size.size() == 2
                        && size.get(0) instanceof Number h
                        && size.get(1) instanceof Number w
                ? around(w.intValue(), h.intValue())
                : new Paper(LEAST, LEAST);
    }

    /// The paper for drawing over a picture.
    static Paper of(Port port, @Nullable Picture background) {
        return background == null ? of(port) : around(background.width(), background.height());
    }

    private static Paper around(int width, int height) {
        int longer = Math.max(width, height);
        if (longer > MOST) {
            return new Paper(part(width, longer), part(height, longer));
        }
        int times = Math.ceilDiv(LEAST, longer);
        return new Paper(width * times, height * times);
    }

    private static int part(int side, int longer) {
        return Math.max(1, Math.round((float) side * MOST / longer));
    }
}
