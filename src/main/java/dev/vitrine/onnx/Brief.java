package dev.vitrine.onnx;

/// What a file calls something, as a sentence quotes it: on one line, and short, since a name may
/// be as long as its writer likes.
final class Brief {
    private static final int MOST = 80;

    private Brief() {}

    static String of(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= MOST ? line : line.substring(0, line.offsetByCodePoints(0, MOST)) + "…";
    }
}
