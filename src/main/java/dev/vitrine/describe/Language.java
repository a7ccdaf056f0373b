package dev.vitrine.describe;

import java.util.function.Function;

/// A language in which a [Call] can be written, with what its users have at hand.
public enum Language {
    /// A command for a POSIX shell: a form with one field per input.
    CURL("curl", CurlCode::of),

    /// Python 3 with `requests`.
    PYTHON("Python", PythonCode::of),

    /// A module for Node 18 or newer; without files it runs in a browser too.
    JAVASCRIPT("JavaScript", JavaScriptCode::of),

    /// A file `Predict.java` for Java 17 or newer, run as `java Predict.java`.
    JAVA("Java", JavaCode::of),

    /// Python 3 with Gradio's own client.
    GRADIO_PYTHON("gradio_client", GradioPythonCode::of),

    /// A module for Node 18 or newer with Gradio's own client.
    GRADIO_JAVASCRIPT("@gradio/client", GradioJavaScriptCode::of),

    /// The configuration of an agent that speaks MCP; the inputs are its own matter.
    MCP("MCP", McpCode::of);

    private final String title;
    private final Function<Call, String> code;

    Language(String title, Function<Call, String> code) {
        this.title = title;
        this.code = code;
    }

    /// What it is called.
    public String title() {
        return title;
    }

    /// Whether the code names the inputs, as all does that makes a call.
    public boolean namesInputs() {
        return this != MCP;
    }

    /// The code that makes a call and prints the outputs as JSON: by name, or in Gradio's forms.
    public String code(Call call) {
        return code.apply(call);
    }
}
