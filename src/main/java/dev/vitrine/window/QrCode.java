package dev.vitrine.window;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import dev.vitrine.kind.image.Picture;

import java.util.Map;

/// A code that a phone's camera reads (ISO/IEC 18004).
///
/// @param modules its squares
record QrCode(BitMatrix modules) {
    /// Modules of white around it that readers need.
    private static final int QUIET = 4;

    static QrCode of(String text) {
        return new QrCode(encode(text));
    }

    /// How many modules a row has, the white around them included.
    int side() {
        return modules.getWidth();
    }

    /// The code with so many pixels for the side of a module: black on white whatever the theme,
    /// since not every reader knows the reverse.
    Picture picture(int pixels) {
        int side = side() * pixels;
        byte[] samples = new byte[side * side];
        for (int i = 0; i < samples.length; i++) {
            boolean isDark = modules.get(i % side / pixels, i / side / pixels);
            samples[i] = (byte) (isDark ? 0 : 255);
        }
        return Picture.of(side, side, 1, samples);
    }

    private static BitMatrix encode(String text) {
        try {
            // 1 by 1 asks for the least there is, which is a pixel for each module
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET));
        } catch (WriterException e) {
            throw new IllegalArgumentException("No code holds " + text.length() + " characters", e);
        }
    }
}
