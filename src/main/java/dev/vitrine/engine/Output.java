package dev.vitrine.engine;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;

import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.ElementType;
import dev.vitrine.tensor.Shape;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;
import dev.vitrine.tensor.TensorList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One output of a session, and how it becomes tensors.
sealed interface Output {
    /// Added to the name of a sequence of maps to name their keys.
    String KEYS = ".keys";

    /// The tensors that it becomes.
    List<TensorInfo> tensors();

    /// Copies a value out of native memory; the value stays the caller's to close.
    void read(OnnxValue value, Map<String, Tensor> into) throws OrtException;

    /// A tensor.
    ///
    /// @param info what the file declares of it
    record Plain(TensorInfo info) implements Output {
        @Override
        public List<TensorInfo> tensors() {
            return List.of(info);
        }

        @Override
        public void read(OnnxValue value, Map<String, Tensor> into) throws OrtException {
            if (!(value instanceof OnnxTensor tensor)) {
                throw ProblemException.run(
                        "The output '%s' came as %s, which Vitrine cannot show; export the model with tensors as outputs."
                                .formatted(info.name(), Sentence.type(value.getInfo())),
                        null);
            }
            into.put(info.name(), copy(info.name(), info.type(), tensor));
        }

        /// A tensor out of native memory.
        static Tensor copy(String name, ElementType type, OnnxTensor tensor) {
            long[] shape = tensor.getInfo().getShape();
            if (type == ElementType.STRING) {
                return Tensor.of(Texts.read(tensor), shape);
            }
            long bytes = tensor.getInfo().getNumElements() * type.bytes();
            if (bytes > Integer.MAX_VALUE) {
                throw tooLarge(name, bytes);
            }
            return Tensor.of(type, tensor.getByteBuffer(), shape);
        }

        static ProblemException tooLarge(String name, long bytes) {
            return ProblemException.run(
                    "The output '%s' has %.1f GB, more than the 2 GB that Vitrine holds of one; make the input smaller."
                            .formatted(name, bytes / 1e9),
                    null);
        }
    }

    /// A sequence of tensors.
    ///
    /// @param name its name
    /// @param type the type of the elements of all its members
    record Members(String name, ElementType type) implements Output {
        @Override
        public List<TensorInfo> tensors() {
            return TensorList.declared(name, type);
        }

        @Override
        public void read(OnnxValue sequence, Map<String, Tensor> into) throws OrtException {
            List<Tensor> members = new ArrayList<>();
            List<OnnxTensor> values = Sequences.members((OnnxSequence) sequence);
            long bytes = 0;
            try {
                for (OnnxTensor member : values) {
                    bytes += member.getInfo().getNumElements() * type.bytes();
                    if (bytes > Integer.MAX_VALUE) {
                        throw Plain.tooLarge(name, bytes);
                    }
                    members.add(Plain.copy(name, type, member));
                }
            } finally {
                OnnxValue.close(values);
            }
            TensorList list = new TensorList(type, members);
            into.put(name, list.elements());
            into.put(name + TensorList.SHAPES, list.shapes());
        }
    }

    /// A sequence of maps, one for each row of a batch, as ZipMap gives it.
    ///
    /// @param name its name
    /// @param key the type of the keys
    /// @param value the type of the values
    /// @param classes the keys in the order in which the file names them, as text; may be empty
    record Rows(String name, ElementType key, ElementType value, List<String> classes)
            implements Output {
        @Override
        public List<TensorInfo> tensors() {
            Dimension columns = Dimension.free("classes");
            return List.of(
                    new TensorInfo(name, value, new Shape(List.of(Dimension.free("N"), columns))),
                    new TensorInfo(name + KEYS, key, new Shape(List.of(columns))));
        }

        @Override
        public void read(OnnxValue sequence, Map<String, Tensor> into) throws OrtException {
            List<Map<?, ?>> rows = rows((OnnxSequence) sequence);
            List<Object> keys = rows.isEmpty() ? List.of() : ordered(rows.getFirst());
            List<Object> cells = new ArrayList<>(rows.size() * keys.size());
            for (Map<?, ?> row : rows) {
                if (row.size() != keys.size() || !row.keySet().containsAll(keys)) {
                    throw ProblemException.run(
                            "The rows of the output '%s' have different keys, which Vitrine cannot show as one table; export the model without them."
                                    .formatted(name),
                            null);
                }
                keys.forEach(k -> cells.add(row.get(k)));
            }
            into.put(name, tensor(value, cells, rows.size(), keys.size()));
            into.put(name + KEYS, tensor(key, keys, keys.size()));
        }

        private List<Map<?, ?>> rows(OnnxSequence sequence) throws OrtException {
            List<Map<?, ?>> rows = new ArrayList<>();
            List<? extends OnnxValue> maps = sequence.getValue();
            try {
                for (OnnxValue map : maps) {
                    rows.add(
                            key == ElementType.STRING
                                    ? Texts.read((OnnxMap) map)
                                    : ((OnnxMap) map).getValue());
                }
            } finally {
                OnnxValue.close(maps);
            }
            return rows;
        }

        /// The keys as the file orders them, else sorted: the map itself has lost their order.
        private List<Object> ordered(Map<?, ?> row) {
            List<Object> keys = new ArrayList<>(row.keySet());
            keys.sort(
                    key == ElementType.STRING
                            ? (a, b) -> ((String) a).compareTo((String) b)
                            : (a, b) -> ((Long) a).compareTo((Long) b));
            List<String> texts = keys.stream().map(String::valueOf).toList();
            return texts.size() == classes.size() && classes.containsAll(texts)
                    ? classes.stream().map(c -> keys.get(texts.indexOf(c))).toList()
                    : keys;
        }

        private static Tensor tensor(ElementType type, List<Object> cells, long... shape) {
            return switch (type) {
                case STRING -> Tensor.of(cells.stream().map(String.class::cast).toList(), shape);
                case INT64 -> Tensor.of(cells.stream().mapToLong(c -> (Long) c).toArray(), shape);
                default ->
                        Tensor.of(
                                type,
                                cells.stream()
                                        .mapToDouble(c -> ((Number) c).doubleValue())
                                        .toArray(),
                                shape);
            };
        }
    }
}
