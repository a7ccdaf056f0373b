package dev.vitrine.onnx;

import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `ValueInfoProto` and the types inside it.
final class TypeReader {
    private static final int MAX_DOC_BYTES = 64 << 10;

    /// As many as NumPy's arrays have at most; networks have eight.
    private static final int MAX_RANK = 64;

    /// Names of `TensorProto.DataType` that [ElementType] does not have, for the sentence about
    /// them.
    private static final Map<Long, String> UNKNOWN_ELEMENTS =
            Map.ofEntries(
                    Map.entry(14L, "complex64"),
                    Map.entry(15L, "complex128"),
                    Map.entry(17L, "float8e4m3fn"),
                    Map.entry(18L, "float8e4m3fnuz"),
                    Map.entry(19L, "float8e5m2"),
                    Map.entry(20L, "float8e5m2fnuz"),
                    Map.entry(21L, "uint4"),
                    Map.entry(22L, "int4"),
                    Map.entry(23L, "float4e2m1"),
                    Map.entry(24L, "float8e8m0"),
                    Map.entry(25L, "uint2"),
                    Map.entry(26L, "int2"));

    private final Wire wire;

    TypeReader(Wire wire) {
        this.wire = wire;
    }

    /// A `TypeProto`.
    private record Typed(ValueType type, String denotation) {
        static final Typed NONE = new Typed(new ValueType.Other("of no declared type"), "");
    }

    /// Reads the `ValueInfoProto` in this field.
    ValueInfo value() throws IOException {
        var read =
                new Object() {
                    String name = "";
                    String doc = "";
                    Typed typed = Typed.NONE;
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.name = wire.name();
                case 2 -> read.typed = type();
                case 3 -> read.doc = wire.text(MAX_DOC_BYTES);
                default -> {}
            }
        });
        return new ValueInfo(read.name, read.typed.type, read.typed.denotation, read.doc);
    }

    private Typed type() throws IOException {
        var read =
                new Object() {
                    ValueType type = Typed.NONE.type;
                    String denotation = "";
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.type = tensor();
                case 4 -> read.type = new ValueType.Sequence(inner());
                case 5 -> read.type = mapping();
                case 6 -> read.denotation = wire.name();
                case 7 -> read.type = new ValueType.Other("opaque");
                case 8 -> read.type = new ValueType.Other("a sparse tensor");
                case 9 -> read.type = new ValueType.Maybe(inner());
                default -> {}
            }
        });
        return new Typed(read.type, read.denotation);
    }

    /// The only type inside a `TypeProto.Sequence` or `TypeProto.Optional`.
    private ValueType inner() throws IOException {
        var read =
                new Object() {
                    ValueType type = Typed.NONE.type;
                };
        wire.message(field -> {
            if (field == 1) {
                read.type = type().type;
            }
        });
        return read.type;
    }

    private ValueType mapping() throws IOException {
        var read =
                new Object() {
                    long key;
                    ValueType value = Typed.NONE.type;
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.key = wire.integer();
                case 2 -> read.value = type().type;
                default -> {}
            }
        });
        Optional<ElementType> key = element(read.key);
        return key.isPresent()
                ? new ValueType.Mapping(key.get(), read.value)
                : new ValueType.Other("a map by " + elementName(read.key));
    }

    private ValueType tensor() throws IOException {
        var read =
                new Object() {
                    long element;
                    boolean ranked;
                    final List<Dimension> dimensions = new ArrayList<>();
                    final List<String> meanings = new ArrayList<>();
                };
        wire.message(field -> {
            switch (field) {
                case 1 -> read.element = wire.integer();
                case 2 -> {
                    read.ranked = true;
                    wire.message(inShape -> {
                        if (inShape == 1) {
                            dimension(read.dimensions, read.meanings);
                        }
                    });
                }
                default -> {}
            }
        });
        Optional<Shape> shape =
                read.ranked ? Optional.of(new Shape(read.dimensions)) : Optional.empty();
        Optional<ElementType> element = element(read.element);
        return element.isPresent()
                ? new ValueType.Tensor(element.get(), shape, read.meanings)
                : new ValueType.Other(
                        elementName(read.element) + shape.map(Shape::toString).orElse(""));
    }

    private void dimension(List<Dimension> dimensions, List<String> meanings) throws IOException {
        if (dimensions.size() == MAX_RANK) {
            throw WireException.tooMuch("a tensor of more than %d dimensions".formatted(MAX_RANK));
        }
        var read =
                new Object() {
                    Dimension dimension = Dimension.free("");
                    String meaning = "";
                };
        wire.message(field -> {
            switch (field) {
                // Some exporters write -1 for a size they do not know.
                case 1 -> {
                    long n = wire.integer();
                    read.dimension = n < 0 ? Dimension.free("") : Dimension.fixed(n);
                }
                case 2 -> read.dimension = Dimension.free(wire.name());
                case 3 -> read.meaning = wire.name();
                default -> {}
            }
        });
        dimensions.add(read.dimension);
        meanings.add(read.meaning);
    }

    private static Optional<ElementType> element(long number) {
        return number == (int) number ? ElementType.ofOnnx((int) number) : Optional.empty();
    }

    private static String elementName(long number) {
        return UNKNOWN_ELEMENTS.getOrDefault(number, "element type " + number);
    }
}
