package dev.vitrine.describe;

import dev.vitrine.tensor.ElementType;

import java.util.Arrays;
import java.util.Optional;

/// The types of elements by their names in the Open Inference Protocol, `BF16` by Triton's.
///
/// @see <a
///   href="https://github.com/kserve/open-inference-protocol/blob/main/specification/protocol/inference_rest.md">Tensor
///   Data Types</a>
public enum Datatype {
    BOOL(ElementType.BOOL),
    UINT8(ElementType.UINT8),
    UINT16(ElementType.UINT16),
    UINT32(ElementType.UINT32),
    UINT64(ElementType.UINT64),
    INT8(ElementType.INT8),
    INT16(ElementType.INT16),
    INT32(ElementType.INT32),
    INT64(ElementType.INT64),
    FP16(ElementType.FLOAT16),
    BF16(ElementType.BFLOAT16),
    FP32(ElementType.FLOAT32),
    FP64(ElementType.FLOAT64),
    BYTES(ElementType.STRING);

    private final ElementType type;

    Datatype(ElementType type) {
        this.type = type;
    }

    /// The same type under ONNX's name.
    public ElementType type() {
        return type;
    }

    /// Whether JSON may carry it: the protocol has no JSON for sixteen-bit fractions.
    public boolean hasJson() {
        return this != FP16 && this != BF16;
    }

    /// The datatype of this name, such as `FP32`, or nothing.
    public static Optional<Datatype> named(String name) {
        return Arrays.stream(values()).filter(d -> d.name().equals(name)).findFirst();
    }

    /// The datatype of a type.
    public static Datatype of(ElementType type) {
        return Arrays.stream(values()).filter(d -> d.type == type).findFirst().orElseThrow();
    }
}
