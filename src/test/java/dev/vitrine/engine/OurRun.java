package dev.vitrine.engine;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.model.Model;
import dev.vitrine.run.Origin;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A model of a lone file through Vitrine's one path, by its tensors and as what it was guessed.
final class OurRun {
    private OurRun() {}

    /// The outputs of the network as its tensors, in order.
    ///
    /// @throws ProblemException where it cannot run
    static List<Object> asTensors(Runner runner, Model model, TestData data) {
        Model tensors = model.asTensors().orElseThrow();
        Map<String, Raw> given = new LinkedHashMap<>();
        List<Port> ports = tensors.signature().inputs();
        for (int i = 0; i < ports.size(); i++) {
            given.put(ports.get(i).name(), data.inputs().get(i));
        }
        return outputs(runner, tensors, Form.decode(tensors.signature(), given));
    }

    /// The outputs of the model as it was guessed, in order; nothing where a port is no tensor, or
    /// of a kind that cannot hold its test tensor.
    ///
    /// @throws ProblemException where it cannot run
    static Optional<List<Object>> asGuessed(Runner runner, Model model, TestData data) {
        Signature signature = model.signature();
        Values values = Values.NONE;
        for (int i = 0; i < signature.inputs().size(); i++) {
            Port port = signature.inputs().get(i);
            Optional<Object> value =
                    i < data.inputs().size() ? value(port, data.inputs().get(i)) : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values = values.with(port.name(), value.get());
        }
        return Optional.of(outputs(runner, model, values));
    }

    private static List<Object> outputs(Runner runner, Model model, Values inputs) {
        Values outputs = runner.submit(model, inputs, Origin.SELF_TEST).await();
        List<Object> all = new ArrayList<>();
        for (Port port : model.signature().outputs()) {
            Object value = outputs.find(port.name()).orElseThrow();
            // as every face would show it
            Kinds.encode(port, value);
            Kinds.text(port, value);
            all.add(value);
        }
        return all;
    }

    private static Optional<Object> value(Port port, Raw.Upload file) {
        if (port.kind().startsWith("tensor")) {
            return Optional.of(Kinds.of(port).decode(port, file));
        }
        Tensor tensor = TestTensors.tensor(port, file);
        if (tensor.size() != 1) {
            return Optional.empty();
        }
        return switch (port.kind()) {
            case "number", "slider" -> Optional.of(tensor.number(0));
            case "toggle" -> Optional.of(tensor.number(0) != 0);
            case "text" -> Optional.of(tensor.strings().getFirst());
            default -> Optional.empty();
        };
    }
}
