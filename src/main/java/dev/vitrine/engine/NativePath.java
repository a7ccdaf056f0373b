package dev.vitrine.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file's path in a form that reaches ONNX Runtime unharmed, for as long as it opens the file.
///
/// JNI writes characters beyond U+FFFF, such as an emoji, in a form that is no UTF-8, so ONNX
/// Runtime finds no file of that name. A link with a plain name then stands in for the folder, or
/// for the file where its own name has such a character; a file that is linked alone must hold its
/// weights. Windows takes paths in UTF-16 and needs none of this.
///
/// @param text what ONNX Runtime is given
/// @param made what was made for it, inner before outer; empty where the path goes as it is
record NativePath(String text, List<Path> made) implements AutoCloseable {
    static NativePath of(Path file) {
        Path whole = file.toAbsolutePath();
        if (isPlain(whole) || System.getProperty("os.name", "").startsWith("Windows")) {
            return new NativePath(whole.toString(), List.of());
        }
        try {
            return linked(whole);
        } catch (IOException e) {
            // ONNX Runtime then says that it finds no such file, which is the truth of it.
            return new NativePath(whole.toString(), List.of());
        }
    }

    private static NativePath linked(Path file) throws IOException {
        Path folder = Files.createTempDirectory("vitrine");
        Path link = folder.resolve("model.onnx");
        if (!isPlain(file.getFileName())) {
            Files.createSymbolicLink(link, file);
            return new NativePath(link.toString(), List.of(link, folder));
        }
        Files.createSymbolicLink(link, file.getParent());
        return new NativePath(link.resolve(file.getFileName()).toString(), List.of(link, folder));
    }

    private static boolean isPlain(Path path) {
        return path.toString().chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    @Override
    public void close() {
        for (Path path : made) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit();
            }
        }
    }
}
