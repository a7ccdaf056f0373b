package dev.vitrine.describe.gradio;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What Gradio's clients ask for first: `/config`, and `/gradio_api/info`.
public final class GradioDocuments {
    /// The version whose protocol this is; clients compare it.
    public static final String VERSION = "6.25.0";

    /// Where the routes are.
    public static final String PREFIX = "/gradio_api";

    private GradioDocuments() {}

    /// The app: its functions, and a component for each of their ports.
    ///
    /// @param root where the client has found it, such as `http://127.0.0.1:7860`
    /// @param appId says whether it is still the same app
    /// @param maxFileSize bytes that an upload may have
    public static ObjectNode config(
            List<ApiFunction> functions, String root, long appId, long maxFileSize) {
        ObjectNode all =
                Json.object()
                        .put("version", VERSION)
                        .put("protocol", "sse_v3")
                        .put("api_prefix", PREFIX)
                        .put("root", root)
                        .put("app_id", appId)
                        .put("mode", "blocks")
                        .put("title", title(functions))
                        .putNull("space_id")
                        .put("is_space", false)
                        .putNull("username")
                        .put("connect_heartbeat", false)
                        .put("enable_queue", true)
                        .put("show_error", true)
                        .put("max_file_size", maxFileSize)
                        .put("run_history", false);
        ArrayNode components = all.putArray("components");
        ArrayNode dependencies = all.putArray("dependencies");
        for (ApiFunction function : functions) {
            Signature signature = function.model().signature();
            ObjectNode dependency = dependency(function);
            ArrayNode inputs = dependency.putArray("inputs");
            signature.inputs().forEach(port -> inputs.add(add(components, port, true)));
            ArrayNode outputs = dependency.putArray("outputs");
            signature.outputs().forEach(port -> outputs.add(add(components, port, false)));
            dependencies.add(dependency);
        }
        return all;
    }

    /// The functions with their parameters and what they return.
    public static ObjectNode info(List<ApiFunction> functions) {
        ObjectNode all = Json.object();
        ObjectNode named = all.putObject("named_endpoints");
        for (ApiFunction function : functions) {
            Signature signature = function.model().signature();
            ObjectNode one = named.putObject("/" + function.name());
            one.put("description", description(signature)).put("api_visibility", "public");
            ArrayNode parameters = one.putArray("parameters");
            signature.inputs().forEach(port -> parameters.add(parameter(port)));
            ArrayNode returns = one.putArray("returns");
            signature
                    .outputs()
                    .forEach(port -> returns.add(described(port, Components.output(port))));
        }
        all.putObject("unnamed_endpoints");
        return all;
    }

    private static String title(List<ApiFunction> functions) {
        List<String> titles =
                functions.stream().map(f -> f.model().signature().title()).distinct().toList();
        return titles.size() == 1 ? titles.getFirst() : "Vitrine";
    }

    private static String description(Signature signature) {
        return signature.summary().isEmpty() ? signature.title() : signature.summary();
    }

    /// Adds the component of a port, and gives its number.
    private static int add(ArrayNode components, Port port, boolean isInput) {
        Component component = isInput ? Components.input(port) : Components.output(port);
        int id = components.size() + 1;
        ObjectNode one =
                components
                        .addObject()
                        .put("id", id)
                        .put("type", component.type())
                        .put("component_class_id", component.type())
                        .putNull("key")
                        .put("skip_api", false);
        ObjectNode props =
                one.putObject("props")
                        .put("label", port.label())
                        .put("name", component.type())
                        .put("interactive", isInput)
                        .put("visible", true);
        if (!port.help().isEmpty()) {
            props.put("info", port.help());
        }
        props.set("value", Json.of(port.standard()));
        props.setAll(component.props(port));
        one.set("api_info", component.schema(port));
        one.set("example_inputs", component.example(port));
        return id;
    }

    private static ObjectNode dependency(ApiFunction function) {
        ObjectNode one =
                Json.object()
                        .put("id", function.index())
                        .put("backend_fn", true)
                        .putNull("js")
                        .put("queue", true)
                        .put("api_name", function.name())
                        .put("api_visibility", "public")
                        .put("batch", false)
                        .put("max_batch_size", 4)
                        .put("collects_event_data", false)
                        .put("connection", "sse")
                        .put("trigger_mode", "once")
                        .putNull("trigger_after")
                        .put("show_progress", "full")
                        .putNull("rendered_in")
                        .putNull("render_id")
                        .putNull("time_limit")
                        .put("stream_every", 0.5);
        // Any run may show outputs before they are final, and can be stopped.
        one.putObject("types").put("generator", true).put("cancel", false);
        for (String list :
                List.of("targets", "cancels", "event_specific_args", "component_prop_inputs")) {
            one.putArray(list);
        }
        return one;
    }

    private static ObjectNode parameter(Port port) {
        Component component = Components.input(port);
        ObjectNode one =
                described(port, component)
                        .put("parameter_name", ApiFunction.parameter(port.name()))
                        .put("parameter_has_default", !port.required());
        one.set("parameter_default", Json.of(port.standard()));
        one.set("example_input", component.example(port));
        return one;
    }

    private static ObjectNode described(Port port, Component component) {
        ObjectNode one = Json.object().put("label", port.label());
        one.set("type", component.schema(port));
        one.putObject("python_type")
                .put("type", component.pythonType(port))
                .put("description", port.help());
        return one.put("component", component.name());
    }
}
