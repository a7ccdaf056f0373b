package dev.vitrine.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A declared shape: fixed and free dimensions, outermost first; no dimension means a scalar.
///
/// @param dimensions the dimensions, outermost first
public record Shape(List<Dimension> dimensions) {
    public Shape {
        dimensions = List.copyOf(dimensions);
    }

    /// A shape of fixed sizes; -1 stands for a free dimension without a name.
    public static Shape of(long... sizes) {
        return new Shape(
                Arrays.stream(sizes)
                        .mapToObj(n -> n < 0 ? Dimension.free("?") : Dimension.fixed(n))
                        .toList());
    }

    /// The number of dimensions.
    public int rank() {
        return dimensions.size();
    }

    /// The dimension at an index; a negative index counts from the innermost (-1).
    public Dimension at(int index) {
        return dimensions.get(index < 0 ? rank() + index : index);
    }

    /// Whether a tensor of these sizes may stand where this shape is declared.
    public boolean accepts(long... sizes) {
        if (sizes.length != rank()) {
            return false;
        }
        for (int i = 0; i < sizes.length; i++) {
            Dimension d = dimensions.get(i);
            if (!d.isFree() && d.size() != sizes[i]) {
                return false;
            }
        }
        return true;
    }

    /// The same shape with every free dimension set to one size.
    public long[] withFree(long size) {
        return dimensions.stream().mapToLong(d -> d.isFree() ? size : d.size()).toArray();
    }

    /// This shape with one more dimension in front.
    public Shape prepend(Dimension first) {
        List<Dimension> all = new ArrayList<>();
        all.add(first);
        all.addAll(dimensions);
        return new Shape(all);
    }

    @Override
    public String toString() {
        return dimensions.stream()
                .map(Dimension::toString)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
