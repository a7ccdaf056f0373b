package dev.vitrine.model;

import dev.vitrine.model.format.Draft;
import dev.vitrine.model.format.Folder;
import dev.vitrine.model.format.SignatureDraft;
import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.task.Tokenizer;
import dev.vitrine.tensor.Network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads models from folders and files: the declared signature, or a guess where there is none.
///
/// A folder is data. Nothing in it is executed, no path in it leads out, and no native code sees it
/// before the first run.
public final class ModelFolder {
    /// The metadata property under which an `.onnx` file may carry its own `signature.yaml`.
    ///
    /// The plain word `signature` will do as well, where what stands under it is one of ours.
    public static final String EMBEDDED = "vitrine.signature";

    /// What tells a signature of ours from what other tools may write under the plain word.
    private static final Pattern OURS = Pattern.compile("(?m)^[\\s{]*\"?vitrine\"?\\s*:");

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final String SIGNATURE = "signature";
    private static final String ONNX = ".onnx";

    private ModelFolder() {}

    /// Reads a model without opening its networks.
    ///
    /// @param folderOrFile a folder with a `signature.yaml` or a single `.onnx` file; that
    ///   `signature.yaml`; or an `.onnx` file, with `<file>.signature.yaml` beside it or alone
    /// @param opener what makes networks of files, later
    /// @throws ProblemException with the file, and the line where there is one, of everything wrong
    public static Model read(Path folderOrFile, Network.Opener opener) {
        return read(folderOrFile, Residents.of(opener), ModelId.of(home(folderOrFile)));
    }

    /// The same for models that may want tokenizers.
    ///
    /// @param tokenizers what makes tokenizers of files, later
    public static Model read(
            Path folderOrFile, Network.Opener opener, Tokenizer.Opener tokenizers) {
        return read(
                folderOrFile,
                Residents.of(opener, tokenizers, Admission.FREE),
                ModelId.of(home(folderOrFile)));
    }

    static Model read(Path folderOrFile, Residents residents, String id) {
        Reading reading = new Reading(id, residents);
        Path home = home(folderOrFile);
        return Files.isDirectory(home) ? folder(reading, home) : file(reading, home);
    }

    /// The folder that a signature is about, for who opens the signature; else the path itself.
    static Path home(Path folderOrFile) {
        return isSignature(folderOrFile)
                ? parent(
                        folderOrFile.getParent() == null
                                ? folderOrFile.toAbsolutePath()
                                : folderOrFile)
                : folderOrFile;
    }

    /// Whether a folder has something to read a model from.
    static boolean holdsModel(Path folder) {
        return !networks(folder).isEmpty() || signature(folder, List.of(SIGNATURE)).isPresent();
    }

    /// Where the signature of a folder or file is written: the one that is there, else the name
    /// that the reader looks for first.
    public static Path signatureFile(Path folderOrFile) {
        return Files.isDirectory(folderOrFile)
                ? signature(folderOrFile, List.of(SIGNATURE))
                        .orElseGet(() -> folderOrFile.resolve(SIGNATURE + ENDINGS.getFirst()))
                : signature(parent(folderOrFile), besides(folderOrFile))
                        .orElseGet(() ->
                                folderOrFile.resolveSibling(
                                        besides(folderOrFile).getFirst() + ENDINGS.getFirst()));
    }

    /// Reads a model as it would be with another signature; nothing is written.
    ///
    /// @param home its folder or file
    /// @throws ProblemException with the place in the draft of everything wrong
    static Model read(Path home, Residents residents, String id, Draft draft) {
        Folder files = files(home);
        return declared(new Reading(id, residents), home, SignatureDraft.of(draft, files), files);
    }

    /// The signature that somebody wrote for a folder or file, beside it or inside it, as it
    /// stands; nothing where it is guessed.
    ///
    /// @throws ProblemException where it cannot be read
    static Optional<Draft> written(Path home) {
        Folder files = files(home);
        return (Files.isDirectory(home)
                        ? written(home, files)
                        : written(OnnxFile.read(home), home, files))
                .map(SignatureDraft::draft);
    }

    private static Folder files(Path home) {
        return new Folder(Files.isDirectory(home) ? home : parent(home));
    }

    private static Model folder(Reading reading, Path folder) {
        Folder files = files(folder);
        return written(folder, files)
                .map(draft -> declared(reading, folder, draft, files))
                .orElseGet(() ->
                        reading.guessed(
                                files.inside(only(folder)),
                                titleOf(folder),
                                folder,
                                files,
                                card(folder, files)));
    }

    private static Model file(Reading plain, Path file) {
        OnnxFile onnx = OnnxFile.read(file);
        Reading reading = plain.with(file, onnx);
        Folder files = files(file);
        return written(onnx, file, files)
                .map(draft -> declared(reading, file, draft, files))
                .orElseGet(() -> reading.guessed(file, titleOf(file), file, files, ""));
    }

    private static Model declared(Reading reading, Path home, SignatureDraft draft, Folder files) {
        return reading.declared(
                draft,
                files,
                () -> Files.isDirectory(home) ? files.inside(only(home)) : home,
                titleOf(home),
                home,
                card(home, files));
    }

    private static String card(Path home, Folder files) {
        return Files.isDirectory(home) ? files.card("README.md") : "";
    }

    private static Optional<SignatureDraft> written(Path folder, Folder files) {
        return signature(folder, List.of(SIGNATURE))
                .map(files::inside)
                .map(file -> SignatureDraft.read(file, files))
                .or(() ->
                        networks(folder).size() == 1
                                ? embedded(files.inside(networks(folder).getFirst()), files)
                                : Optional.empty());
    }

    private static Optional<SignatureDraft> written(OnnxFile onnx, Path file, Folder files) {
        return signature(parent(file), besides(file))
                .map(files::inside)
                .map(path -> SignatureDraft.read(path, files))
                .or(() -> embedded(onnx, file, files));
    }

    private static Optional<SignatureDraft> embedded(Path file, Folder files) {
        return embedded(OnnxFile.read(file), file, files);
    }

    private static Optional<SignatureDraft> embedded(OnnxFile onnx, Path file, Folder files) {
        return onnx.property(EMBEDDED)
                .or(() -> onnx.property(SIGNATURE).filter(t -> OURS.matcher(t).find()))
                .map(text -> SignatureDraft.read(text, "The signature inside " + file, files));
    }

    /// The only `.onnx` file of a folder.
    private static Path only(Path folder) {
        List<Path> files = networks(folder);
        if (files.size() == 1) {
            return files.getFirst();
        }
        throw ProblemException.model(
                files.isEmpty()
                        ? "The folder '%s' holds no .onnx file and no signature.yaml; open a folder or a file with a model."
                                .formatted(folder)
                        : "The folder '%s' holds several .onnx files and no signature that says which; open one of %s, or name them under models in signature.yaml."
                                .formatted(
                                        folder,
                                        String.join(
                                                ", ",
                                                files.stream().map(ModelFolder::name).toList())));
    }

    /// The `.onnx` files of a folder, or the first of many; where it has none, that of the folder
    /// in it that Hugging Face's exports or Triton's repositories keep the network in.
    private static List<Path> networks(Path folder) {
        List<Path> here = onnx(folder);
        return here.isEmpty()
                ? inner(folder).stream().flatMap(inner -> exported(inner).stream()).toList()
                : here;
    }

    /// `onnx`, else the highest number, which is the newest version.
    private static Optional<Path> inner(Path folder) {
        Path onnx = folder.resolve("onnx");
        if (Files.isDirectory(onnx)) {
            return Optional.of(onnx);
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> name(f).matches("\\d{1,9}") && Files.isDirectory(f))
                    .max(Comparator.comparingInt(f -> Integer.parseInt(name(f))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The networks of such a folder: the one of the usual name where there are several forms of
    /// it.
    private static List<Path> exported(Path inner) {
        List<Path> all = onnx(inner);
        List<Path> usual = all.stream().filter(f -> name(f).equals("model" + ONNX)).toList();
        return usual.isEmpty() ? all : usual;
    }

    private static List<Path> onnx(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(ModelFolder::isOnnx).sorted().limit(20).toList();
        } catch (IOException e) {
            throw ProblemException.model(
                    "The folder '%s' cannot be read; check who may read it.".formatted(folder));
        }
    }

    static boolean isOnnx(Path path) {
        String name = name(path);
        return name.toLowerCase(Locale.ROOT).endsWith(ONNX)
                && !name.startsWith(".")
                && Files.isRegularFile(path);
    }

    private static boolean isSignature(Path file) {
        return ENDINGS.stream().anyMatch(ending -> name(file).equals(SIGNATURE + ending))
                && Files.isRegularFile(file);
    }

    private static Optional<Path> signature(Path folder, List<String> stems) {
        List<Path> found =
                stems.stream()
                        .flatMap(stem -> ENDINGS.stream().map(end -> folder.resolve(stem + end)))
                        .filter(Files::isRegularFile)
                        .toList();
        if (found.size() > 1) {
            throw ProblemException.model(
                    "There are two signatures, %s and %s; leave one."
                            .formatted(found.get(0), found.get(1)));
        }
        return found.stream().findFirst();
    }

    /// The names, less their ending, of a signature beside a lone file.
    private static List<String> besides(Path file) {
        return Stream.of(name(file), stem(file)).distinct().map(n -> n + "." + SIGNATURE).toList();
    }

    /// The name of a folder or file as a person would write it. Exports are called `model.onnx` by
    /// habit; then the folder says more.
    private static String titleOf(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        boolean says = !name(whole).equalsIgnoreCase("model" + ONNX);
        return Port.labelOf(
                stem(says || folder == null || folder.getNameCount() == 0 ? whole : folder));
    }

    private static String stem(Path file) {
        String name = name(file);
        return name.length() > ONNX.length() && name.toLowerCase(Locale.ROOT).endsWith(ONNX)
                ? name.substring(0, name.length() - ONNX.length())
                : name;
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return (name == null ? path : name).toString();
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
