package dev.vitrine.model;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The person's own models, one folder each: brought in as copies, given other names, and taken out
/// again.
///
/// What is taken out is put aside, in a folder beside theirs, because nobody should lose a model to
/// a slip of the hand. All of it reads and writes files; safe to use from any thread.
public final class OwnModels {
    private static final String SIGNATURE = ".signature.";

    private final Path folder;
    private final Path aside;
    private final Catalog catalog;

    /// @param folder where they are; made where it is not there
    /// @param catalog lets go of what is moved
    public OwnModels(Path folder, Catalog catalog) {
        this.folder = folder.toAbsolutePath().normalize();
        this.aside = this.folder.resolveSibling("removed");
        this.catalog = catalog;
    }

    /// A model that was taken out.
    ///
    /// @param was where its folder or file was
    /// @param box where it lies now
    public record Removed(Path was, Path box) {}

    /// Whether a path is that of one of them.
    public boolean has(Path path) {
        return folder.equals(path.toAbsolutePath().normalize().getParent());
    }

    /// Brings in a copy of a model's folder, or of its file with what belongs to that file.
    ///
    /// @return the folder of the copy, under the first name that is free
    /// @throws ProblemException where it is no model ([Fault#INPUT]) or cannot be copied
    public Path add(Path model) {
        Path home = ModelFolder.home(model);
        String name = name(home);
        if (Files.isDirectory(home)) {
            if (home.toAbsolutePath().normalize().startsWith(folder)) {
                throw input("'%s' is one of your models already.".formatted(name));
            }
            if (!ModelFolder.holdsModel(home)) {
                throw input(
                        "The folder '%s' holds no model; drop one with an .onnx file in it."
                                .formatted(name));
            }
            return ModelCopy.of(home, folder);
        }
        if (!ModelFolder.isOnnx(home)) {
            throw input(
                    "'%s' is no model; drop an .onnx file or a model's folder.".formatted(name));
        }
        Path copy = folder.resolve(free(folder, stem(name)));
        try {
            Files.createDirectories(copy);
            for (Path part : parts(home)) {
                String own = name(part);
                int at = own.indexOf(SIGNATURE);
                Files.copy(part, copy.resolve(at < 0 ? own : own.substring(at + 1)));
            }
            return copy;
        } catch (IOException e) {
            throw refused("copied to", copy, e);
        }
    }

    /// Takes a model out.
    ///
    /// @param model its folder or file, one of theirs
    /// @throws ProblemException where it cannot be moved; a part of a lone file's company may be
    ///   moved then
    public Removed remove(Path model) {
        catalog.forget(model);
        String name = name(model);
        Path box = aside.resolve(free(aside, stem(name)));
        try {
            Files.createDirectories(box);
            for (Path part : parts(model)) {
                Files.move(part, box.resolve(name(part)));
            }
            return new Removed(model, box);
        } catch (IOException e) {
            throw refused("moved to", box, e);
        }
    }

    /// Puts a model back where it was.
    public void restore(Removed removed) {
        Path home = removed.was().resolveSibling(name(removed.was()));
        try (Stream<Path> parts = Files.list(removed.box())) {
            for (Path part : parts.toList()) {
                Files.move(part, home.resolveSibling(name(part)));
            }
            Files.delete(removed.box());
        } catch (IOException e) {
            throw refused("moved back to", home, e);
        }
    }

    /// Gives a model another name: as the title of its signature where somebody wrote one, else as
    /// that of its folder or file, which its title is taken from.
    ///
    /// @param id what the catalogue calls it
    /// @param model its folder or file
    /// @return where it is now
    public Path rename(String id, Path model, String title) {
        String wanted = title.strip();
        if (wanted.isEmpty()) {
            throw input("A model needs a name; type one.");
        }
        Editable signature = catalog.editable(id);
        if (signature.state().written()) {
            signature.save(signature.state().current().with(List.of("title"), wanted));
            return model;
        }
        String name = fileName(wanted);
        Path home = model.resolveSibling(Files.isDirectory(model) ? name : name + ".onnx");
        if (home.equals(model)) {
            return model;
        }
        if (Files.exists(home)) {
            throw input("There is a model '%s' already; type another name.".formatted(name));
        }
        catalog.forget(model);
        String before = stem(name(model));
        try {
            for (Path part : parts(model)) {
                String rest = Files.isDirectory(part) ? "" : name(part).substring(before.length());
                Files.move(part, part.resolveSibling(name + rest));
            }
            return home;
        } catch (IOException e) {
            throw refused("moved to", home, e);
        }
    }

    /// A folder alone; a file with the files beside it that have its name and more.
    private static List<Path> parts(Path model) throws IOException {
        if (Files.isDirectory(model)) {
            return List.of(model);
        }
        String stem = stem(name(model));
        List<Path> parts = new ArrayList<>(List.of(model));
        try (Stream<Path> all = Files.list(model.toAbsolutePath().getParent())) {
            all.filter(p -> name(p).startsWith(stem + ".") || name(p).startsWith(stem + "_"))
                    .filter(p -> !name(p).equals(name(model)))
                    .filter(p -> !ModelFolder.isOnnx(p))
                    .filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                    .forEach(parts::add);
        }
        return parts;
    }

    private static String free(Path folder, String name) {
        return ModelId.free(name, n -> Files.exists(folder.resolve(n)));
    }

    /// A name that every system takes.
    private static String fileName(String title) {
        String name = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-").replaceAll("^\\.+", "");
        return name.isBlank() ? "model" : name.substring(0, Math.min(100, name.length()));
    }

    private static String stem(String name) {
        return name.replaceFirst("(?i)(?<=.)\\.onnx$", "");
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    private static ProblemException input(String sentence) {
        return ProblemException.input(Problem.of("model_own", sentence));
    }

    private static ProblemException refused(String what, Path to, IOException cause) {
        return new ProblemException(
                Fault.SYSTEM,
                List.of(
                        Problem.of(
                                "file",
                                "The model cannot be %s '%s'; check who may write there."
                                        .formatted(what, to))),
                cause);
    }
}
