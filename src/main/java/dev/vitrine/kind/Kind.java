package dev.vitrine.kind;

import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a port can hold: a Java type with its forms, schema, checks and example.
///
/// A kind holds no state. `decode(encode(v))` equals `v` for every value that passes [#check].
/// Decoding reads the form; checking holds the value against the port's bounds; both speak the same
/// sentences to every face.
///
/// @param <T> the immutable Java type of the values
public interface Kind<T> {
    /// Bytes at the beginning of a file that say whether the rest is worth reading.
    int HEAD = 1 << 16;

    /// The id that signatures use, such as `image`.
    String id();

    /// The Java type of the values.
    Class<T> type();

    /// Reads a value.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it is no value of this kind, naming the
    ///   port
    T decode(Port port, Raw raw);

    /// The value as JSON; what [#decode] reads back.
    JsonNode encode(Port port, T value);

    /// What is wrong with a port's own declaration, such as a slider without bounds; empty where
    /// nothing is.
    default List<Problem> declare(Port port) {
        return List.of();
    }

    /// What is wrong with a value of this port; empty where nothing is.
    List<Problem> check(Port port, T value);

    /// The JSON Schema (2020-12) of the value's JSON, with the port's bounds under their own
    /// keywords.
    ObjectNode schema(Port port);

    /// A value that the port accepts, for documents and tests.
    T example(Port port);

    /// The value as a person reads it on one line of a terminal.
    String text(Port port, T value);

    /// The value as a file, for kinds whose values are media; those take a file's path on a command
    /// line and an upload over HTTP.
    default Optional<Media> media(Port port, T value) {
        return Optional.empty();
    }

    /// The value as a file for a caller who asks for one by its media type: the medium itself, or
    /// what a value that is none can be written as, such as a label's table of confidences.
    default Optional<Media> file(Port port, T value) {
        return media(port, value);
    }

    /// The media that a value is made of, each to be seen or heard by itself: the medium itself, or
    /// the pictures of several.
    default List<Part> parts(Port port, T value) {
        return media(port, value).map(media -> new Part("", media)).stream().toList();
    }

    /// Media types that an upload may have, such as `image/*`; empty for kinds that are no media.
    default List<String> accepts() {
        return List.of();
    }

    /// Whether several files may be given under one name, for kinds whose values are lists of them.
    default boolean takesSeveral() {
        return false;
    }

    /// Several things that arrived under one name as one, where the kind [#takesSeveral].
    ///
    /// @param several in their order
    default Raw together(List<Raw> several) {
        throw new UnsupportedOperationException(id());
    }

    /// What a folder of this computer stands for, where the kind takes folders; reads it, so for
    /// the background.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it cannot be read, or is more than the
    ///   port takes
    default Optional<Raw> folder(Port port, Path folder) {
        return Optional.empty();
    }

    /// Refuses a file by its beginning, so that a large one is not read for nothing; what cannot be
    /// told that early is left to [#decode].
    ///
    /// @param head its first bytes, up to [#HEAD]
    /// @param size bytes of the whole file; 0 where that is not known
    /// @throws dev.vitrine.signature.ProblemException where the port cannot take it
    default void look(Port port, byte[] head, long size, String fileName) {}

    /// How a value differs from what an example expects of it, in a few words; nothing where it
    /// does not.
    ///
    /// @param expected the part of the value's JSON that is known
    /// @param tolerance how far a number may lie from the expected one, absolutely
    default Optional<String> differs(Port port, JsonNode expected, T value, double tolerance) {
        return Comparison.differs("", expected, encode(port, value), tolerance);
    }

    /// Whether nobody is to read a port's values but who gave them; see [Secrets].
    default boolean isSecret(Port port) {
        return false;
    }

    /// Bytes of memory that a value holds, roughly; what the history counts.
    default long weight(T value) {
        return 64;
    }

    /// The words of [dev.vitrine.signature.Limits] that this kind checks, such as `min`; what reads
    /// signatures refuses any other, because nothing would ever hold a value against it.
    default List<String> limits() {
        return List.of();
    }

    /// The words of [dev.vitrine.signature.Port#options()] that this kind understands, with the
    /// JSON Schema of each; what reads signatures refuses any other.
    ObjectNode options();
}
