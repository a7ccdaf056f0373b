package dev.vitrine.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tensors of one type and of any shape each, in order: ONNX's sequence.
///
/// Where only tensors go, as in and out of a [Network], two of them stand for it and lose nothing:
/// [#elements()] and [#shapes()].
///
/// @param type the type of the elements of all members
/// @param members the tensors
public record TensorList(ElementType type, List<Tensor> members) {
    /// Added to the name of a list to name the tensor of its shapes.
    public static final String SHAPES = ".shapes";

    /// In the place of a dimension that a member does not have.
    private static final long NONE = -1;

    public TensorList {
        members = List.copyOf(members);
        for (Tensor member : members) {
            if (member.type() != type) {
                throw new IllegalArgumentException(
                        "A list of %s does not hold %s".formatted(type, member.form()));
            }
        }
    }

    /// What a network declares that gives a list under this name.
    public static List<TensorInfo> declared(String name, ElementType type) {
        Shape elements = new Shape(List.of(Dimension.free("elements")));
        Shape shapes = new Shape(List.of(Dimension.free("members"), Dimension.free("rank")));
        return List.of(
                new TensorInfo(name, type, elements),
                new TensorInfo(name + SHAPES, ElementType.INT64, shapes));
    }

    /// A list of its two tensors.
    ///
    /// @throws IllegalArgumentException where the elements do not fill the shapes
    public static TensorList of(Tensor elements, Tensor shapes) {
        List<Tensor> members = new ArrayList<>();
        int rank = Math.toIntExact(shapes.shape()[1]);
        int from = 0;
        for (int i = 0; i < shapes.shape()[0]; i++) {
            int row = i * rank;
            long[] shape =
                    IntStream.range(row, row + rank)
                            .mapToLong(shapes::whole)
                            .takeWhile(size -> size != NONE)
                            .toArray();
            int count = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            members.add(part(elements, from, count, shape));
            from += count;
        }
        if (from != elements.size()) {
            throw new IllegalArgumentException("Elements are left over");
        }
        return new TensorList(elements.type(), members);
    }

    /// All elements in one row, one member's after the other's.
    public Tensor elements() {
        int count = members.stream().mapToInt(Tensor::size).sum();
        if (type == ElementType.STRING) {
            return Tensor.of(members.stream().flatMap(m -> m.strings().stream()).toList(), count);
        }
        ByteBuffer all = Tensor.allocate((long) count * type.bytes());
        members.forEach(m -> all.put(m.buffer()));
        return Tensor.of(type, all.flip(), count);
    }

    /// The shapes, one member's in each row, filled up with -1 where another has more dimensions.
    public Tensor shapes() {
        int rank = members.stream().mapToInt(m -> m.shape().length).max().orElse(0);
        long[] sizes = new long[members.size() * rank];
        Arrays.fill(sizes, NONE);
        for (int i = 0; i < members.size(); i++) {
            long[] shape = members.get(i).shape();
            System.arraycopy(shape, 0, sizes, i * rank, shape.length);
        }
        return Tensor.of(sizes, members.size(), rank);
    }

    private static Tensor part(Tensor all, int from, int count, long[] shape) {
        if (all.type() == ElementType.STRING) {
            return Tensor.of(all.strings().subList(from, from + count), shape);
        }
        int bytes = all.type().bytes();
        ByteBuffer part = all.buffer().slice(from * bytes, count * bytes);
        return Tensor.of(all.type(), part.order(ByteOrder.nativeOrder()), shape);
    }

    /// What this list is, such as `3 × float32`.
    public String form() {
        return "%d × %s".formatted(members.size(), type);
    }
}
