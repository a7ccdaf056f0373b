package dev.vitrine.tensor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Calls of a network laid on each other along their first dimension, the batch, and taken apart
/// again.
public final class Stack {
    private Stack() {}

    /// What calls must have in common to be stacked: names, types and shapes.
    ///
    /// @return empty where a tensor is no batch of one, so that the call stands alone
    public static String form(Map<String, Tensor> call) {
        StringBuilder form = new StringBuilder();
        for (Map.Entry<String, Tensor> input : call.entrySet()) {
            long[] shape = input.getValue().shape();
            if (shape.length == 0 || shape[0] != 1) {
                return "";
            }
            form.append(input.getKey()).append('=').append(input.getValue().form()).append('\n');
        }
        return form.toString();
    }

    /// One call of calls that have one [#form].
    public static Map<String, Tensor> of(List<Map<String, Tensor>> calls) {
        Map<String, Tensor> stacked = new LinkedHashMap<>();
        for (String name : calls.getFirst().keySet()) {
            stacked.put(name, stacked(calls.stream().map(call -> call.get(name)).toList()));
        }
        return stacked;
    }

    /// What came out of a stacked call, for each of the calls in it.
    ///
    /// @throws IllegalArgumentException where a tensor has not one row for each
    public static List<Map<String, Tensor>> split(Map<String, Tensor> outputs, int calls) {
        List<Map<String, Tensor>> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            all.add(new LinkedHashMap<>());
        }
        outputs.forEach((name, tensor) -> {
            long[] shape = tensor.shape();
            if (shape.length == 0 || shape[0] != calls) {
                throw new IllegalArgumentException(
                        "The output '%s' of %d calls is %s".formatted(name, calls, tensor.form()));
            }
            shape[0] = 1;
            for (int i = 0; i < calls; i++) {
                all.get(i).put(name, row(tensor, i, calls, shape));
            }
        });
        return all;
    }

    private static Tensor stacked(List<Tensor> rows) {
        Tensor first = rows.getFirst();
        long[] shape = first.shape();
        shape[0] = rows.size();
        if (first.type() == ElementType.STRING) {
            return Tensor.of(rows.stream().flatMap(row -> row.strings().stream()).toList(), shape);
        }
        ByteBuffer bytes = Tensor.allocate((long) first.buffer().remaining() * rows.size());
        rows.forEach(row -> bytes.put(row.buffer()));
        return Tensor.of(first.type(), bytes.flip(), shape);
    }

    /// A copy, so that one row does not keep all others in memory.
    private static Tensor row(Tensor all, int index, int calls, long[] shape) {
        if (all.type() == ElementType.STRING) {
            int each = all.size() / calls;
            return Tensor.of(all.strings().subList(index * each, (index + 1) * each), shape);
        }
        ByteBuffer from = all.buffer();
        int each = from.remaining() / calls;
        ByteBuffer bytes = Tensor.allocate(each);
        bytes.put(from.slice(index * each, each));
        return Tensor.of(all.type(), bytes.flip(), shape);
    }
}
