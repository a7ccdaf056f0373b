package dev.vitrine.task;

import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The rows of several tensors, one after the other; of each tensor those of the first in its
/// batch.
///
/// @param tensors the values of each
/// @param columns numbers of a row
@SuppressWarnings("ArrayRecordComponent")
record Rows(List<float[]> tensors, int columns) {
    /// The rows of a network's outputs.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it gave none
    static Rows of(Words words, Map<String, Tensor> given, List<String> names) {
        List<float[]> all = new ArrayList<>();
        int columns = 0;
        for (String name : names) {
            Tensor tensor = given.get(name);
            long[] shape = tensor == null ? new long[0] : tensor.shape();
            int rank = shape.length;
            if (tensor == null || rank < 2 || all.size() > 0 && shape[rank - 1] != columns) {
                throw words.wrong(
                        "is made of rows, but the model gave %s for '%s'; export it again"
                                .formatted(tensor == null ? "nothing" : tensor.form(), name));
            }
            columns = (int) shape[rank - 1];
            all.add(Arrays.copyOf(tensor.floats(), (int) shape[rank - 2] * columns));
        }
        return new Rows(all, columns);
    }

    int count() {
        return columns == 0 ? 0 : tensors.stream().mapToInt(t -> t.length / columns).sum();
    }

    /// A copy of one row.
    float[] row(int index) {
        int at = index * columns;
        for (float[] tensor : tensors) {
            if (at < tensor.length) {
                return Arrays.copyOfRange(tensor, at, at + columns);
            }
            at -= tensor.length;
        }
        throw new IndexOutOfBoundsException(index);
    }
}
