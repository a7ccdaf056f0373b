package dev.vitrine.describe.gradio;

import dev.vitrine.model.Model;
import dev.vitrine.signature.Port;

import java.util.List;
import java.util.Set;

/// A model as a function of a Gradio app.
///
/// @param index its number (`fn_index`), which stays with it
/// @param name what it is called (`api_name`), without a slash
/// @param model the model
public record ApiFunction(int index, String name, Model model) {
    /// Names that Gradio's Python client keeps for itself.
    private static final Set<String> KEPT = Set.of("api_name", "fn_index", "result_callbacks");

    /// What an input is called (`parameter_name`): as it is, or by its place where a client keeps
    /// that name for itself.
    public static String parameter(List<Port> inputs, int place) {
        String name = inputs.get(place).name();
        return KEPT.contains(name) ? "param_" + place : name;
    }
}
