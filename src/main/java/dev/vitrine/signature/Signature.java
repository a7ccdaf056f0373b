package dev.vitrine.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a model is called, does, takes and gives.
///
/// @param title the name a person reads
/// @param summary one sentence on what it does; may be empty
/// @param task how ports become tensors and tensors become ports: one of Hugging Face's task tags,
///   or `other`
/// @param models file names of the networks in the model's folder, by the names the ports use;
///   `main` where there is one
/// @param inputs the ports a run takes, in the order they are shown
/// @param outputs the ports a run gives, in the order they are shown
/// @param examples inputs to try, with what comes out where that is known
/// @param live whether outputs follow the inputs without a press of Run
/// @param licence an SPDX expression or a short text; empty where unknown
/// @param because how the signature was understood where nobody wrote it; empty where somebody did
/// @param outputLayout how several outputs stand on a page
public record Signature(
        String title,
        String summary,
        String task,
        Map<String, String> models,
        List<Port> inputs,
        List<Port> outputs,
        List<Example> examples,
        boolean live,
        String licence,
        String because,
        OutputLayout outputLayout) {

    /// The name of the only network, or of the first, where a port does not say which it belongs
    /// to.
    public static final String MAIN = "main";

    public Signature {
        models = Values.ordered(models);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        examples = List.copyOf(examples);
    }

    /// A signature whose outputs stand one under the other.
    public Signature(
            String title,
            String summary,
            String task,
            Map<String, String> models,
            List<Port> inputs,
            List<Port> outputs,
            List<Example> examples,
            boolean live,
            String licence,
            String because) {
        this(
                title,
                summary,
                task,
                models,
                inputs,
                outputs,
                examples,
                live,
                licence,
                because,
                OutputLayout.STACK);
    }

    /// The input of this name.
    public Optional<Port> input(String name) {
        return inputs.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /// The output of this name.
    public Optional<Port> output(String name) {
        return outputs.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
