package dev.vitrine.kind.tensor;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Npy;
import dev.vitrine.tensor.Npz;
import dev.vitrine.tensor.SequenceProto;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorProto;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Tensors in files, told apart by what they begin with: `.npy`, `.npz`, JSON, and ONNX's `.pb`,
/// which begins with nothing of its own.
public final class TensorFile {
    private static final String PREFIX = "data:application/";

    private TensorFile() {}

    /// Reads a tensor.
    ///
    /// @throws IllegalArgumentException with a sentence where there is none that can be read
    static Tensor read(Port port, Raw.Upload upload) {
        byte[] bytes = upload.bytes();
        if (Npz.matches(bytes)) {
            return one(port, Npz.read(bytes));
        }
        if (Npy.matches(bytes)) {
            return narrowed(port, Npy.read(bytes));
        }
        if (isJson(bytes)) {
            return TensorJson.read(TensorKind.elementType(port), Json.MAPPER.readTree(bytes));
        }
        try {
            return meant(port, TensorProto.read(bytes).tensor());
        } catch (IllegalArgumentException e) {
            String name = upload.fileName() == null ? "" : upload.fileName();
            throw name.toLowerCase(Locale.ROOT).endsWith(".pb")
                    ? e
                    : new IllegalArgumentException(
                            "it is no .npy, .npz, .pb or .json file; save one with numpy.save.", e);
        }
    }

    /// Reads a list of tensors: the arrays of a `.npz` file, ONNX's `.pb`, or JSON.
    ///
    /// @throws IllegalArgumentException with a sentence where there is none that can be read
    public static List<Tensor> list(Port port, Raw.Upload upload) {
        byte[] bytes = upload.bytes();
        if (Npz.matches(bytes)) {
            return Npz.read(bytes).values().stream().map(t -> meant(port, t)).toList();
        }
        if (isJson(bytes)) {
            List<Tensor> members = new ArrayList<>();
            for (JsonNode node : Json.MAPPER.readTree(bytes)) {
                members.add(TensorJson.read(TensorKind.elementType(port), node));
            }
            return members;
        }
        return SequenceProto.read(bytes).tensors().stream().map(t -> meant(port, t)).toList();
    }

    /// The file in a data URI; nothing where a port holds strings, of which any text is one.
    static Optional<Raw.Upload> inside(Port port, JsonNode node) {
        return TensorKind.elementType(port) == ElementType.STRING ? Optional.empty() : inside(node);
    }

    /// The file in a data URI.
    ///
    /// @throws IllegalArgumentException with a sentence where it is cut short
    public static Optional<Raw.Upload> inside(JsonNode node) {
        if (!node.isString() || !node.stringValue().startsWith(PREFIX)) {
            return Optional.empty();
        }
        String uri = node.stringValue();
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(uri.substring(uri.indexOf(',') + 1));
            return Optional.of(new Raw.Upload(bytes, null, null));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "its data URI is damaged; write the file in base64 after the comma.", e);
        }
    }

    private static Tensor one(Port port, Map<String, Tensor> arrays) {
        Binding binding = port.tensor();
        Tensor named =
                arrays.getOrDefault(
                        port.name(), binding == null ? null : arrays.get(binding.name()));
        if (named == null && arrays.size() != 1) {
            throw new IllegalArgumentException(
                    arrays.isEmpty()
                            ? "its .npz file holds no array; save one with numpy.savez."
                            : "its .npz file holds the arrays %s; name one of them '%s', or save it alone."
                                    .formatted(String.join(", ", arrays.keySet()), port.name()));
        }
        return narrowed(port, named == null ? arrays.values().iterator().next() : named);
    }

    /// NumPy has no `bfloat16`; its bits come and go as `uint16`, also in what ONNX's own helpers
    /// wrote of it before 1.13.
    private static Tensor meant(Port port, Tensor read) {
        ElementType type = TensorKind.elementType(port);
        return read.type() == ElementType.UINT16 && type == ElementType.BFLOAT16
                ? Tensor.of(ElementType.BFLOAT16, read.buffer(), read.shape())
                : read;
    }

    /// NumPy makes `float64` and `int64` of numbers that nobody gave a type, so these become the
    /// type that a port takes, as numbers in JSON do.
    private static Tensor narrowed(Port port, Tensor read) {
        ElementType type = TensorKind.elementType(port);
        boolean narrows =
                port.options().containsKey("type")
                        && (read.type() == ElementType.FLOAT64 && type.isFloating()
                                || read.type() == ElementType.INT64 && type.isInteger())
                        && type != read.type();
        return narrows
                ? Tensor.of(
                        type,
                        IntStream.range(0, read.size()).mapToDouble(read::number).toArray(),
                        read.shape())
                : meant(port, read);
    }

    private static boolean isJson(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '[' || b == '{';
            }
        }
        return false;
    }
}
