package dev.vitrine.model;

import dev.vitrine.signature.Nearest;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.task.Tokenizer;
import dev.vitrine.tensor.Network;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The models at hand: those of the gallery's folders, and those opened or added since.
///
/// A model is read when it is first asked for, so that a folder of a thousand opens as fast as one
/// of ten; its networks are opened by its first run, and those used longest ago closed where all
/// together grow too large. An id, once given, stays with its folder or file. Safe to use from any
/// thread.
public final class Catalog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Catalog.class);

    /// How many ids a sentence names.
    private static final int SOME = 5;

    private final List<Path> folders;
    private final Residents residents;
    private final Map<String, Shelf> byId = new LinkedHashMap<>();
    private final Map<Path, Shelf> byKey = new HashMap<>();

    /// A model that is there, read or not.
    ///
    /// @param id what the endpoint calls it
    /// @param path its folder or file; null for a function
    public record Entry(String id, @Nullable Path path) {
        /// The name of its folder or file, else its id: what can be told without reading it.
        public String name() {
            Path name = path == null ? null : path.getFileName();
            return name == null ? id : name.toString();
        }
    }

    /// A catalogue of what lies in these folders; nothing is read yet.
    ///
    /// @param folders the gallery's folders, the program's own first; one that is not there is
    ///   empty
    /// @param opener what makes networks of files
    /// @param tokenizers what makes tokenizers of files
    /// @param admission who is asked before a file is opened
    public Catalog(
            List<Path> folders,
            Network.Opener opener,
            Tokenizer.Opener tokenizers,
            Admission admission) {
        this(folders, Residents.of(opener, tokenizers, admission));
    }

    /// The same with no one to ask.
    public Catalog(List<Path> folders, Network.Opener opener, Tokenizer.Opener tokenizers) {
        this(folders, opener, tokenizers, Admission.FREE);
    }

    /// A catalogue of models that want no tokenizers.
    public Catalog(List<Path> folders, Network.Opener opener) {
        this(folders, opener, Admission.FREE);
    }

    /// The same with somebody who is asked before a file is opened.
    public Catalog(List<Path> folders, Network.Opener opener, Admission admission) {
        this(folders, opener, Residents::refuse, admission);
    }

    Catalog(List<Path> folders, Residents residents) {
        this.folders = List.copyOf(folders);
        this.residents = residents;
    }

    /// The models that are there now, by name; the folders are listed, no file is read.
    public synchronized List<Entry> entries() {
        list();
        return byId.values().stream()
                .filter(Shelf::isThere)
                .map(shelf -> new Entry(shelf.id, shelf.path))
                .sorted(
                        Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(Entry::name)
                                .thenComparing(Entry::id))
                .toList();
    }

    /// A model by its id, read where it was not yet.
    ///
    /// @throws ProblemException where there is none ([Fault#ABSENT]), or it cannot be read; then
    ///   the next call tries again
    public Model model(String id) {
        return shelf(id)
                .orElseThrow(() -> new ProblemException(Fault.ABSENT, unknown(id)))
                .model(residents);
    }

    /// A model as people name it: a folder, an `.onnx` file, or an id; the catalogue keeps it.
    ///
    /// @throws ProblemException where there is no such thing ([Fault#INPUT]), or it cannot be read
    public Model open(String argument) {
        Optional<Path> path = path(argument).filter(Files::exists).map(ModelFolder::home);
        Optional<Shelf> shelf = path.isPresent() ? path.map(this::place) : shelf(argument);
        return shelf.orElseThrow(() -> ProblemException.input(unknown(argument))).model(residents);
    }

    /// Whether a path lies in one of the catalogue's own folders, and was not opened from
    /// elsewhere.
    public boolean isShelved(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        return folders.stream().anyMatch(f -> whole.startsWith(f.toAbsolutePath().normalize()));
    }

    /// Adds a model, such as a function; where its id is taken it gets the next one that is free.
    ///
    /// @return the id it got
    public synchronized String add(Model model) {
        list();
        String id = ModelId.free(model.id(), byId::containsKey);
        byId.put(id, new Shelf(id, id.equals(model.id()) ? model : new Renamed(id, model)));
        return id;
    }

    /// All models that can be read, by name, read where they were not yet.
    public List<Model> models() {
        List<Model> all = new ArrayList<>();
        for (Entry entry : entries()) {
            try {
                all.add(model(entry.id()));
            } catch (ProblemException e) {
                LOG.warn("Left out {}: {}", entry.id(), e.getMessage());
            }
        }
        return all;
    }

    /// Reads a model again, after its files have changed; the one read before is closed.
    ///
    /// @throws ProblemException where there is none, or it cannot be read; the one read before then
    ///   stays
    public Model reload(String id) {
        return shelf(id)
                .orElseThrow(() -> new ProblemException(Fault.ABSENT, unknown(id)))
                .reload(residents);
    }

    /// Lets go of a model whose files are about to move; what it holds is given back.
    ///
    /// @param path its folder or file
    void forget(Path path) {
        Shelf gone;
        synchronized (this) {
            gone = byKey.remove(key(path));
            if (gone != null) {
                byId.remove(gone.id);
            }
        }
        if (gone != null) {
            gone.close();
        }
    }

    /// The signature of a model, to be changed; the changed model is the one that the catalogue
    /// gives from then on.
    ///
    /// @throws ProblemException where there is no such model
    public Editable editable(String id) {
        return shelf(id)
                .map(shelf -> new Editable(shelf, residents))
                .orElseThrow(() -> new ProblemException(Fault.ABSENT, unknown(id)));
    }

    /// Gives back what the models hold.
    @Override
    public void close() {
        Collection<Shelf> all;
        synchronized (this) {
            all = List.copyOf(byId.values());
        }
        all.forEach(Shelf::close);
    }

    private synchronized Optional<Shelf> shelf(String id) {
        if (!byId.containsKey(id)) {
            list();
        }
        return Optional.ofNullable(byId.get(id));
    }

    /// Gives ids to what has come into the folders since the last time.
    private void list() {
        for (Path folder : folders) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Catalog::isModel)) {
                List<Path> sorted = new ArrayList<>();
                all.forEach(sorted::add);
                sorted.sort(
                        Comparator.comparing(
                                        (Path p) -> p.getFileName().toString(),
                                        String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(Comparator.naturalOrder()));
                Path real = folder.toRealPath();
                sorted.forEach(p -> place(p, real.resolve(p.getFileName())));
            } catch (IOException e) {
                LOG.debug("No models in {}: {}", folder, e.toString());
            }
        }
    }

    private static boolean isModel(Path path) throws IOException {
        return !path.getFileName().toString().startsWith(".")
                && !Files.isHidden(path)
                && (Files.isDirectory(path) || ModelFolder.isOnnx(path));
    }

    private synchronized Shelf place(Path path) {
        list();
        return place(path, key(path));
    }

    private Shelf place(Path path, Path key) {
        Shelf known = byKey.get(key);
        if (known != null) {
            return known;
        }
        String id = ModelId.free(ModelId.of(path), byId::containsKey);
        Shelf shelf = new Shelf(id, path, key);
        byId.put(id, shelf);
        byKey.put(key, shelf);
        return shelf;
    }

    private static Path key(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        try {
            return parent == null ? whole : parent.toRealPath().resolve(whole.getFileName());
        } catch (IOException e) {
            return whole;
        }
    }

    private static Optional<Path> path(String argument) {
        try {
            return argument.isEmpty() ? Optional.empty() : Optional.of(Path.of(argument));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Problem unknown(String name) {
        boolean isPath = name.contains("/") || name.contains("\\") || name.endsWith(".onnx");
        return Problem.of(
                "model_unknown",
                "There is no %s '%s'; %s"
                        .formatted(
                                isPath ? "file or folder" : "model",
                                name,
                                hint(name, entries().stream().map(Entry::id).toList())));
    }

    private static String hint(String name, List<String> ids) {
        List<String> near = Nearest.all(name, ids);
        if (!near.isEmpty()) {
            return "did you mean %s?"
                    .formatted(String.join(" or ", near.stream().limit(SOME).toList()));
        }
        return ids.isEmpty()
                ? "give a folder or an .onnx file."
                : "give a folder, an .onnx file, or one of %s%s."
                        .formatted(
                                String.join(", ", ids.stream().limit(SOME).toList()),
                                ids.size() > SOME ? " …" : "");
    }
}
