package dev.vitrine.tensor;

import java.nio.ByteBuffer;
import java.util.Optional;

/// ONNX's own file for a value that may be missing (`OptionalProto`): read, not written.
///
/// @param name its name; may be empty
/// @param tensor the tensor, where it is one
/// @param sequence the list of tensors, where it is one
/// @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx-data.proto">onnx-data.proto</a>,
///   whose field numbers these are
public record OptionalProto(
        String name, Optional<Tensor> tensor, Optional<SequenceProto> sequence) {
    /// Reads a value.
    ///
    /// @throws IllegalArgumentException with a sentence where the bytes are no such file, or hold
    ///   anything but a tensor or a list of tensors
    public static OptionalProto read(byte[] bytes) {
        ProtoFields fields = ProtoFields.of(ByteBuffer.wrap(bytes));
        String name = "";
        Optional<Tensor> tensor = Optional.empty();
        Optional<SequenceProto> sequence = Optional.empty();
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> name = fields.text();
                case 3 -> tensor = Optional.of(TensorProto.read(fields.bytes()).tensor());
                case 5 -> sequence = Optional.of(SequenceProto.read(fields.bytes()));
                case 4, 6, 7 -> throw SequenceProto.onlyTensors();
                default -> {}
            }
        }
        return new OptionalProto(name, tensor, sequence);
    }
}
