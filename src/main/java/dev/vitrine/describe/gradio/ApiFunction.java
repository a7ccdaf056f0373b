package dev.vitrine.describe.gradio;

import dev.vitrine.model.Model;

import java.util.Set;

/// A model as a function of a Gradio app.
///
/// @param index its number (`fn_index`), which stays with it
/// @param name what it is called (`api_name`), without a slash
/// @param model the model
public record ApiFunction(int index, String name, Model model) {
    /// Names that Gradio's Python client keeps for itself.
    private static final Set<String> KEPT = Set.of("api_name", "fn_index", "result_callbacks");

    /// What an input is called (`parameter_name`): as it is, with `_` behind it where a client
    /// keeps that name for itself.
    public static String parameter(String port) {
        return KEPT.contains(port) ? port + "_" : port;
    }
}
