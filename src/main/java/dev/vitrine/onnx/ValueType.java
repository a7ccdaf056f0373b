package dev.vitrine.onnx;

import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;

import java.util.List;
import java.util.Optional;

/// The type of a graph's input or output: a tensor in nearly every file, else one of ONNX's other
/// types (`TypeProto`).
public sealed interface ValueType {
    /// The type as a person writes it, such as `float32[batch, 10]` or `sequence<map<string,
    /// float32[]>>`.
    String text();

    /// A tensor.
    ///
    /// @param element the type of its elements
    /// @param shape its shape; nothing where the file does not even say how many dimensions it has
    /// @param meanings the denotation of each dimension (`DATA_BATCH`, `DATA_CHANNEL` …), empty
    ///   text where it has none; as many as there are dimensions
    record Tensor(ElementType element, Optional<Shape> shape, List<String> meanings)
            implements ValueType {
        public Tensor {
            meanings = List.copyOf(meanings);
        }

        @Override
        public String text() {
            return element.text() + shape.map(Shape::toString).orElse("[…]");
        }
    }

    /// A list of any length.
    ///
    /// @param of the type of its members
    record Sequence(ValueType of) implements ValueType {
        @Override
        public String text() {
            return "sequence<%s>".formatted(of.text());
        }
    }

    /// Values by key, such as what ZipMap gives: confidences by class.
    ///
    /// @param key whole numbers or strings
    /// @param value the type of the values
    record Mapping(ElementType key, ValueType value) implements ValueType {
        @Override
        public String text() {
            return "map<%s, %s>".formatted(key.text(), value.text());
        }
    }

    /// A value that may be missing.
    ///
    /// @param of its type where it is there
    record Maybe(ValueType of) implements ValueType {
        @Override
        public String text() {
            return "optional<%s>".formatted(of.text());
        }
    }

    /// A type that no engine here can run, such as a sparse tensor or one of complex numbers; no
    /// input or output of an [OnnxFile] has it.
    ///
    /// @param text what a person may call it
    record Other(String text) implements ValueType {}

    /// The first type inside this one that cannot be run, itself included.
    default Optional<Other> unknown() {
        return switch (this) {
            case Other other -> Optional.of(other);
            case Sequence(ValueType of) -> of.unknown();
            case Maybe(ValueType of) -> of.unknown();
            case Mapping(ElementType _, ValueType value) -> value.unknown();
            case Tensor _ -> Optional.empty();
        };
    }
}
