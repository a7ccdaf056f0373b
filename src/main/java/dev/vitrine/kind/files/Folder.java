package dev.vitrine.kind.files;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.file.FileKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

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
    /// @throws ProblemException where one cannot be read, or there is none, or all are more than
    ///   the port takes
    public static FileList read(Port port, FileList before, List<Path> paths) {
        List<Found> found = new ArrayList<>();
        paths.forEach(path -> find(port, path, before.size(), found));
        if (found.isEmpty() && !paths.isEmpty()) {
            throw ProblemException.input(
                    Problem.at(
                            port.name(),
                            "file",
                            "There is no file in '%s' but hidden ones; choose another folder."
                                    .formatted(
                                            paths.getFirst()
                                                    .toAbsolutePath()
                                                    .normalize()
                                                    .getFileName())));
        }
        long bytes = before.bytes() + found.stream().mapToLong(Found::size).sum();
        FilesKind.tooLarge(port, bytes)
                .ifPresent(problem -> {
                    throw ProblemException.input(problem);
                });
        return before.with(found.stream().map(one -> item(port, one)).toList());
    }

    private static void find(Port port, Path path, int before, List<Found> to) {
        Path named = path.toAbsolutePath().normalize();
        int from = to.size();
        try {
            Path top = Files.isDirectory(named) ? named.toRealPath() : named;
            Files.walkFileTree(top, new Walk(port, top, before, to));
        } catch (IOException e) {
            throw unreadable(port, named);
        }
        to.subList(from, to.size()).sort(Comparator.comparing(Found::file));
    }

    /// Finds files, no more than the port takes.
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Port port;
        private final Path top;
        private final int before;
        private final List<Found> to;

        Walk(Port port, Path top, int before, List<Found> to) {
            this.port = port;
            this.top = top;
            this.before = before;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            // what a person names may be a link, what lies in a folder not
            boolean comes =
                    file.equals(top) ? Files.isRegularFile(file) : attributes.isRegularFile();
            if (comes && !isHidden(file)) {
                Path root = top.getParent() == null ? top : top.getParent();
                String folder = Objects.toString(root.relativize(file).getParent(), "");
                to.add(new Found(folder, file, Files.size(file)));
                FilesKind.count(port, (long) before + to.size());
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            return !path.equals(top) && String.valueOf(path.getFileName()).startsWith(".");
        }
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
