package dev.vitrine.task;

import dev.vitrine.kind.plot.Plot;
import dev.vitrine.kind.plot.PlotKind;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.Tensor;
import dev.vitrine.tensor.TensorInfo;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Rows of numbers to a plot, a series for each row of the last dimension; a plot is no input of a
/// network.
final class PlotAdapter implements Adapter {
    @Override
    public Function<Object, Tensor> input(Port port, Binding binding, TensorInfo tensor) {
        throw Adapter.wrong(
                port, "is a plot, which no tensor is made of; use the kind tensor or table");
    }

    @Override
    public Function<Map<String, Tensor>, Object> output(
            Port port, Binding binding, TensorInfo tensor) {
        Adapter.numeric(port, tensor);
        return tensors -> plot(port, Adapter.given(tensors, tensor));
    }

    private static Plot plot(Port port, Tensor tensor) {
        long[] shape = tensor.shape();
        int width = shape.length == 0 ? 1 : (int) shape[shape.length - 1];
        int rows = width == 0 ? 0 : tensor.size() / width;
        List<Plot.Series> series = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Object> x = new ArrayList<>(width);
            List<@Nullable Double> y = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                double n = tensor.number(row * width + i);
                x.add((double) i);
                y.add(Double.isFinite(n) ? (Double) n : null);
            }
            series.add(new Plot.Series(rows == 1 ? "" : Integer.toString(row), x, y));
        }
        return new Plot(
                PlotKind.mark(port), PlotKind.label(port, "x"), PlotKind.label(port, "y"), series);
    }
}
