package dev.vitrine.window.kind.image;

import dev.vitrine.signature.Port;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What a port's sketchpad draws with, from its option `pen`.
///
/// @param ink `0xRRGGBB`
/// @param paper `0xRRGGBB`
/// @param width a part of the paper's width
record Pen(int ink, int paper, double width) {
    /// A stroke of MNIST's digits is about this wide.
    private static final double WIDTH = 0.08;

    static final double NARROWEST = 0.01;
    static final double WIDEST = 0.25;

    static Pen of(Port port) {
        Map<?, ?> words = port.option("pen", Map.class).orElse(Map.of());
        return new Pen(
                color(words.get("ink"), 0x000000),
                color(words.get("paper"), 0xffffff),
                words.get("width") instanceof Number n ? n.doubleValue() : WIDTH);
    }

    /// Whether drawings have one channel.
    boolean isGrey() {
        return isGrey(ink) && isGrey(paper);
    }

    /// A colour as style sheets and signatures write it.
    static String web(int rgb) {
        return "#%06x".formatted(rgb);
    }

    private static boolean isGrey(int rgb) {
        return (rgb >> 16 & 0xff) == (rgb & 0xff) && (rgb >> 8 & 0xff) == (rgb & 0xff);
    }

    private static int color(@Nullable Object word, int otherwise) {
        return word instanceof String s && s.matches("#[0-9a-fA-F]{6}")
                ? Integer.parseInt(s.substring(1), 16)
                : otherwise;
    }
}
