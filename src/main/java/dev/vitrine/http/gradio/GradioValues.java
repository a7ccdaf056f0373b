package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.Components;
import dev.vitrine.describe.gradio.Files;
import dev.vitrine.describe.gradio.Scene;
import dev.vitrine.kind.Json;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;

/// The outputs of a run in Gradio's form: a list in the order of the signature.
///
/// @param run the run
/// @param files where the files of its outputs go
record GradioValues(Run run, Files files) {
    /// Outputs, some or all; null stands for those that are not there.
    ArrayNode of(Values values) {
        Scene scene = new Scene(run.model().signature(), run.inputs(), files);
        ArrayNode all = Json.array();
        for (Port port : scene.signature().outputs()) {
            all.add(
                    values.find(port.name())
                            .<JsonNode>map(v -> Components.output(port).encode(port, v, scene))
                            .orElse(NullNode.getInstance()));
        }
        return all;
    }

    /// As many nulls as there are outputs.
    ArrayNode none() {
        return of(Values.NONE);
    }
}
