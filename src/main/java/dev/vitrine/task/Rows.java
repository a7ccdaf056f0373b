package dev.vitrine.task;

import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The rows of several tensors, one after the other; of each tensor those of the first in its
/// batch.
///
/// @param blocks the rows of each tensor
record Rows(List<Block> blocks) {
    /// The rows of one tensor.
    ///
    /// @param values all of them
    /// @param rows how many rows there are
    /// @param columns how many columns the tensor has
    /// @param first the first column that is taken
    /// @param width how many are
    /// @param sideways whether a column's numbers follow each other, and not a row's
    @SuppressWarnings("ArrayRecordComponent")
    record Block(float[] values, int rows, int columns, int first, int width, boolean sideways) {
        float[] row(int index) {
            if (!sideways) {
                int at = index * columns + first;
                return Arrays.copyOfRange(values, at, at + width);
            }
            float[] row = new float[width];
            for (int c = 0; c < width; c++) {
                row[c] = values[(first + c) * rows + index];
            }
            return row;
        }
    }

    /// The rows of a part among a network's outputs.
    ///
    /// @throws dev.vitrine.signature.ProblemException where it gave none
    static Rows of(Words words, Map<String, Tensor> given, Part part) {
        List<Block> blocks = new ArrayList<>();
        for (String name : part.tensors()) {
            Tensor tensor = given.get(name);
            long[] shape = tensor == null ? new long[0] : tensor.shape();
            int rank = shape.length;
            int columns = rank < 2 ? 0 : (int) shape[part.sideways() ? rank - 2 : rank - 1];
            int rows = rank < 2 ? 0 : (int) shape[part.sideways() ? rank - 1 : rank - 2];
            int first = part.span().map(Part.Span::first).orElse(0);
            int width = part.span().map(Part.Span::count).orElse(columns);
            if (tensor == null
                    || rank < 2
                    || first + width > columns
                    || !blocks.isEmpty() && blocks.getFirst().width != width) {
                throw words.wrong(
                        "is made of rows, but the model gave %s for '%s'; export it again"
                                .formatted(tensor == null ? "nothing" : tensor.form(), name));
            }
            float[] values = Arrays.copyOf(tensor.floats(), rows * columns);
            blocks.add(new Block(values, rows, columns, first, width, part.sideways()));
        }
        return new Rows(blocks);
    }

    int count() {
        return blocks.stream().filter(b -> b.width > 0).mapToInt(Block::rows).sum();
    }

    /// A copy of one row.
    float[] row(int index) {
        int at = index;
        for (Block block : blocks) {
            if (at < block.rows) {
                return block.row(at);
            }
            at -= block.rows;
        }
        throw new IndexOutOfBoundsException(index);
    }
}
