package dev.vitrine.run;

import dev.vitrine.model.Batching;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Stack;
import dev.vitrine.tensor.Stop;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs of one model that waited together, as one call of its network where their tensors can be
/// stacked.
///
/// Each ends as it would have alone: what is wrong with one fails that one, and Stop of one ends
/// that one at once while the others go on. A batch that fails is run again one by one.
final class BatchRun {
    private record Part(Run run, Map<String, Tensor> tensors) {
        boolean isOver() {
            return run.state().isFinal();
        }
    }

    private final Batching batching;

    private BatchRun(Batching batching) {
        this.batching = batching;
    }

    /// Runs to the end of all of them, on the calling thread.
    static void execute(List<Run> runs, Batching batching) {
        new BatchRun(batching).execute(runs);
    }

    private void execute(List<Run> runs) {
        Map<String, List<Part>> byForm = new LinkedHashMap<>();
        for (Run run : runs) {
            run.step(() -> {
                run.open();
                Map<String, Tensor> tensors = batching.before(run.inputs());
                run.stopSignal().check();
                byForm.computeIfAbsent(Stack.form(tensors), form -> new ArrayList<>())
                        .add(new Part(run, tensors));
            });
        }
        byForm.forEach((form, parts) -> {
            if (form.isEmpty() || parts.size() == 1) {
                parts.forEach(this::alone);
            } else {
                together(parts);
            }
        });
    }

    private void alone(Part part) {
        Run run = part.run();
        if (!part.isOver()) {
            run.step(() -> end(part, batching.run(part.tensors(), run.stopSignal())));
        }
    }

    private void together(List<Part> parts) {
        List<Map<String, Tensor>> outputs;
        try {
            outputs = stacked(parts);
        } catch (RuntimeException | OutOfMemoryError e) {
            // One of them may be at fault, or all of them too much together.
            parts.forEach(this::alone);
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Map<String, Tensor> own = outputs.get(i);
            if (!part.isOver()) {
                part.run().step(() -> end(part, own));
            }
        }
    }

    /// The call ends early only where nobody wants it any more.
    private List<Map<String, Tensor>> stacked(List<Part> parts) {
        Stop all = new Stop();
        AtomicInteger wanted = new AtomicInteger(parts.size());
        List<Stop.Registration> registrations = new ArrayList<>();
        try {
            for (Part part : parts) {
                registrations.add(
                        part.run()
                                .stopSignal()
                                .onRequest(() -> {
                                    if (wanted.decrementAndGet() == 0) {
                                        all.request();
                                    }
                                }));
            }
            Map<String, Tensor> stack = Stack.of(parts.stream().map(Part::tensors).toList());
            return Stack.split(batching.run(stack, all), parts.size());
        } finally {
            registrations.forEach(Stop.Registration::close);
        }
    }

    private void end(Part part, Map<String, Tensor> tensors) {
        part.run().stopSignal().check();
        Values outputs = batching.after(part.run().inputs(), tensors);
        part.run().done(outputs);
    }
}
