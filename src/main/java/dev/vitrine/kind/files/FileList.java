package dev.vitrine.kind.files;

import dev.vitrine.kind.file.Attachment;
import dev.vitrine.kind.file.FileName;
import dev.vitrine.kind.file.FileSize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Files in an order, each in a folder or in none; no two of them have one path, nor one that is a
/// folder of another's, on no system.
///
/// @param items the files, the first first
public record FileList(List<Item> items) {
    /// Nothing at all.
    public static final FileList EMPTY = new FileList(List.of());

    /// One file.
    ///
    /// @param folder the safe names of the folders it is in, such as `photos/2026`; empty where it
    ///   is in none
    /// @param file the file
    public record Item(String folder, Attachment file) {
        public Item {
            folder = FileName.safeFolder(folder);
        }

        /// A file in no folder.
        public Item(Attachment file) {
            this("", file);
        }

        /// A file at a path that somebody else has named.
        public static Item at(String path, Attachment file) {
            return new Item(FileName.folder(path), file);
        }

        /// Where it is, such as `photos/2026/cat.png`.
        public String path() {
            return folder.isEmpty() ? file.name() : folder + "/" + file.name();
        }
    }

    public FileList {
        items = apart(items);
    }

    /// Files in no folder.
    public static FileList of(List<Attachment> files) {
        return new FileList(files.stream().map(Item::new).toList());
    }

    /// The number of files.
    public int size() {
        return items.size();
    }

    /// The bytes of all files together.
    public long bytes() {
        return items.stream().mapToLong(item -> item.file().bytes().length).sum();
    }

    /// The same with others behind it.
    public FileList with(List<Item> more) {
        List<Item> all = new ArrayList<>(items);
        all.addAll(more);
        return new FileList(all);
    }

    /// The same without the files at some indexes.
    public FileList without(List<Integer> indexes) {
        List<Item> left = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!indexes.contains(i)) {
                left.add(items.get(i));
            }
        }
        return new FileList(left);
    }

    @Override
    public String toString() {
        return items.size() == 1
                ? items.getFirst().file().toString()
                : "%d files, %s".formatted(items.size(), FileSize.words(bytes()));
    }

    private static List<Item> apart(List<Item> items) {
        Set<String> paths = new HashSet<>();
        items.forEach(item -> addFolders(item.folder().toLowerCase(Locale.ROOT), paths));
        List<Item> all = new ArrayList<>();
        for (Item item : items) {
            Item own = item;
            for (int n = 2; !paths.add(own.path().toLowerCase(Locale.ROOT)); n++) {
                own = numbered(item, n);
            }
            all.add(own);
        }
        return List.copyOf(all);
    }

    /// A folder and those it is in have their names as well, which no file may have.
    private static void addFolders(String folder, Set<String> paths) {
        for (String at = folder; !at.isEmpty(); at = FileName.folder(at)) {
            paths.add(at);
        }
    }

    private static Item numbered(Item item, int number) {
        Attachment file = item.file();
        String name = FileName.numbered(file.name(), number);
        return new Item(item.folder(), new Attachment(name, file.mediaType(), file.bytes()));
    }
}
