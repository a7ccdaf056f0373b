package dev.vitrine.kind.files;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Files of this computer, and folders with the files in them and below.
///
/// Hidden files and folders are passed over, and links within a folder are not followed, so that
/// nothing from elsewhere comes along. More or larger files than a port takes are refused before
/// one is read.
public final class Folder {
    private Folder() {}

    private record Found(String folder, Path file, long size) {}

    /// Reads what lies at some paths, for the background.
    ///
    /// @param before files that the port has already
    /// @return those, and the read ones behind them
    /// @throws ProblemException where one cannot be read, or all are more than the port takes
    public static FileList read(Port port, FileList before, List<Path> paths) {
        List<Found> found = new ArrayList<>();
        paths.forEach(path -> find(port, path, before.size(), found));
        long bytes = before.bytes() + found.stream().mapToLong(Found::size).sum();
        FilesKind.tooLarge(port, bytes)
                .ifPresent(problem -> {
                    throw ProblemException.input(problem);
                });
        return before.with(found.stream().map(one -> item(port, one)).toList());
    }

    private static void find(Port port, Path path, int before, List<Found> to) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            add(port, "", absolute, before, to);
            return;
        }
        Path root = absolute.getParent() == null ? absolute : absolute.getParent();
        try (Stream<Path> all = Files.walk(absolute)) {
            all.filter(file -> isSeen(absolute.relativize(file)) && Files.isRegularFile(file))
                    .filter(file -> !Files.isSymbolicLink(file))
                    .sorted()
                    .forEach(file ->
                            add(
                                    port,
                                    String.valueOf(root.relativize(file).getParent()),
                                    file,
                                    before,
                                    to));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(port, absolute);
        }
    }

    private static boolean isSeen(Path within) {
        for (Path part : within) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static void add(Port port, String folder, Path file, int before, List<Found> to) {
        try {
            to.add(new Found(folder, file, Files.size(file)));
        } catch (IOException e) {
            throw unreadable(port, file);
        }
        FilesKind.count(port, (long) before + to.size());
    }

    private static FileList.Item item(Port port, Found found) {
        String name = String.valueOf(found.file().getFileName());
        try (InputStream in = Files.newInputStream(found.file())) {
            new FileKind().look(port, new byte[0], found.size(), name);
            // a file that grows meanwhile is no larger than it was
            byte[] bytes =
                    in.readNBytes((int) Math.min(found.size(), Integer.MAX_VALUE - Kind.HEAD));
            return new FileList.Item(found.folder(), Attachment.of(name, bytes));
        } catch (IOException e) {
            throw unreadable(port, found.file());
        }
    }

    private static ProblemException unreadable(Port port, Path path) {
        return ProblemException.input(
                Problem.at(
                        port.name(),
                        "file",
                        "'%s' cannot be read; check that it is there and who may read it."
                                .formatted(path.getFileName())));
    }
}
