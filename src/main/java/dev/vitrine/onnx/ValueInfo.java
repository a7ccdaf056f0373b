package dev.vitrine.onnx;

import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.TensorInfo;
import dev.vitrine.tensor.TensorList;

import java.util.List;
import java.util.Optional;

/// What a file declares of one of its graph's inputs or outputs (`ValueInfoProto`).
///
/// @param name the name, with any character the file gives it
/// @param type its type
/// @param denotation what it stands for (`IMAGE`, `AUDIO`, `TEXT`, `TENSOR`); mostly empty
/// @param doc what the file says about it; mostly empty
/// @see <a href="https://github.com/onnx/onnx/blob/main/docs/TypeDenotation.md">denotations</a>
public record ValueInfo(String name, ValueType type, String denotation, String doc) {
    /// Added to the name of a map's values to name their keys.
    static final String KEYS = ".keys";

    /// It as a tensor, where it is one; a tensor of unknown rank appears without dimensions.
    public Optional<TensorInfo> tensor() {
        return type instanceof ValueType.Tensor t
                ? Optional.of(new TensorInfo(name, t.element(), t.shape().orElse(Shape.of())))
                : Optional.empty();
    }

    /// Whether the file says how many dimensions it has.
    boolean isRanked() {
        return !(type instanceof ValueType.Tensor t) || t.shape().isPresent();
    }

    /// The map it holds for each row, where it is what ZipMap gives: a sequence of maps to numbers.
    public Optional<ValueType.Mapping> rows() {
        return type instanceof ValueType.Sequence(ValueType.Mapping map)
                        && map.value() instanceof ValueType.Tensor
                ? Optional.of(map)
                : Optional.empty();
    }

    /// The type of the members, where it is a sequence of tensors.
    public Optional<ValueType.Tensor> members() {
        return type instanceof ValueType.Sequence(ValueType.Tensor member)
                ? Optional.of(member)
                : Optional.empty();
    }

    /// It as the tensors that [dev.vitrine.tensor.Network] makes of it: itself, the values and keys
    /// of a sequence of maps, or the two that stand for a [TensorList]; empty for any other type.
    public List<TensorInfo> tensors() {
        if (members().isPresent()) {
            return TensorList.declared(name, members().get().element());
        }
        if (rows().isPresent() && rows().get().value() instanceof ValueType.Tensor value) {
            Dimension classes = Dimension.free("classes");
            Shape values = new Shape(List.of(Dimension.free("N"), classes));
            return List.of(
                    new TensorInfo(name, value.element(), values),
                    new TensorInfo(name + KEYS, rows().get().key(), new Shape(List.of(classes))));
        }
        return tensor().stream().toList();
    }

    /// Name and type as a person writes them, such as `scores float32[batch, 10]`.
    @Override
    public String toString() {
        return name + " " + type.text();
    }
}
