package dev.vitrine.kind.gallery;

import dev.vitrine.kind.image.Picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Several pictures in an order, each with a caption.
///
/// @param items the pictures, the first first
public record Gallery(List<Item> items) {
    /// Nothing at all.
    public static final Gallery EMPTY = new Gallery(List.of());

    /// One picture.
    ///
    /// @param caption what stands below it; may be empty
    public record Item(Picture picture, String caption) {
        /// A picture that needs no words.
        public Item(Picture picture) {
            this(picture, "");
        }
    }

    public Gallery {
        items = List.copyOf(items);
    }

    /// Pictures that need no words.
    public static Gallery of(List<Picture> pictures) {
        return new Gallery(pictures.stream().map(Item::new).toList());
    }

    /// The number of pictures.
    public int size() {
        return items.size();
    }

    /// The pixels of all pictures together.
    public long pixels() {
        return items.stream()
                .mapToLong(i -> (long) i.picture().width() * i.picture().height())
                .sum();
    }

    /// The same with others behind it.
    public Gallery with(List<Item> more) {
        List<Item> all = new ArrayList<>(items);
        all.addAll(more);
        return new Gallery(all);
    }

    /// The same without the picture at an index.
    public Gallery without(int index) {
        List<Item> all = new ArrayList<>(items);
        all.remove(index);
        return new Gallery(all);
    }

    /// The same with two pictures in each other's place.
    public Gallery swapped(int one, int other) {
        List<Item> all = new ArrayList<>(items);
        Collections.swap(all, one, other);
        return new Gallery(all);
    }

    @Override
    public String toString() {
        return items.size() == 1 ? "1 picture" : "%d pictures".formatted(items.size());
    }
}
