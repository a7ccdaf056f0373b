package dev.vitrine.tensor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// ONNX's own file for a list of tensors (`SequenceProto`): read, not written.
///
/// @param name its name; may be empty
/// @param tensors its members, of any shape each
/// @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx-data.proto">onnx-data.proto</a>,
///   whose field numbers these are
public record SequenceProto(String name, List<Tensor> tensors) {
    public SequenceProto {
        tensors = List.copyOf(tensors);
    }

    /// Reads a list.
    ///
    /// @throws IllegalArgumentException with a sentence where the bytes are no such file, or one
    ///   whose members are no tensors
    public static SequenceProto read(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    static SequenceProto read(ByteBuffer message) {
        ProtoFields fields = ProtoFields.of(message);
        String name = "";
        List<Tensor> tensors = new ArrayList<>();
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> name = fields.text();
                case 3 -> tensors.add(TensorProto.read(fields.bytes()).tensor());
                case 4, 5, 6, 7 -> throw onlyTensors();
                default -> {}
            }
        }
        return new SequenceProto(name, tensors);
    }

    static IllegalArgumentException onlyTensors() {
        return new IllegalArgumentException(
                "This file of ONNX (.pb) holds sequences, maps or sparse tensors inside; only plain"
                        + " tensors are read.");
    }
}
