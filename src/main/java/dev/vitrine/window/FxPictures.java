package dev.vitrine.window;

import dev.vitrine.kind.image.Picture;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.nio.IntBuffer;

/// Pictures as JavaFX draws them, and back. Both copy every pixel and touch no scene: large ones
/// belong in the background.
public final class FxPictures {
    private FxPictures() {}

    /// The picture as an image of the same size, 8 bits a sample.
    public static Image image(Picture picture) {
        int[] pixels = picture.argb();
        if (picture.channels() == 4) {
            premultiply(pixels);
        }
        return new WritableImage(
                new PixelBuffer<>(
                        picture.width(),
                        picture.height(),
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance()));
    }

    /// What an image shows, as a picture.
    public static Picture picture(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return Picture.ofArgb(width, height, pixels);
    }

    private static void premultiply(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            int a = p >>> 24;
            pixels[i] =
                    a << 24
                            | times(p >> 16 & 0xff, a) << 16
                            | times(p >> 8 & 0xff, a) << 8
                            | times(p & 0xff, a);
        }
    }

    private static int times(int sample, int alpha) {
        return (sample * alpha + 127) / 255;
    }
}
