package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.ApiFunction;
import dev.vitrine.describe.gradio.Components;
import dev.vitrine.describe.gradio.Files;
import dev.vitrine.http.exchange.RequestBody;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Sent;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.signature.Values;

import io.javalin.http.Context;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a client of Gradio asks for, with the inputs in the order of the signature under `data`, or
/// by name.
///
/// @param body the JSON
record GradioRequest(ObjectNode body) {
    private static final String DATA = "data";

    private static final int LONGEST = 200;

    static GradioRequest of(Context context) {
        return new GradioRequest(RequestBody.object(context.req()));
    }

    /// The session of the client, which it chooses itself; empty where it says none.
    ///
    /// @throws ProblemException where it is no text, or a long one
    String session() {
        return text("session_hash");
    }

    /// A word of the request; empty where it says none.
    ///
    /// @throws ProblemException where it is no text, or a long one
    String text(String word) {
        JsonNode given = body.path(word);
        if (given.isMissingNode() || given.isNull()) {
            return "";
        }
        if (!given.isString() || given.stringValue().length() > LONGEST) {
            throw wrong(
                    word,
                    "string_type",
                    "'%s' must be a text of at most %d characters; send one."
                            .formatted(word, LONGEST));
        }
        return given.stringValue();
    }

    /// The number of the function that is asked for.
    ///
    /// @throws ProblemException where there is none
    int function() {
        JsonNode given = body.path("fn_index");
        if (!given.isIntegralNumber() || !given.canConvertToInt()) {
            throw wrong(
                    "fn_index",
                    "int_type",
                    "'fn_index' must be the number of a function; /config lists them.");
        }
        return given.intValue();
    }

    /// The checked inputs of a model, given in its order; null and what is left out at the end
    /// stand for defaults.
    ///
    /// @throws ProblemException where they do not fit
    Values ordered(Model model, Files files) {
        JsonNode data = body.path(DATA);
        if (!data.isArray()) {
            throw wrong(
                    DATA,
                    "list_type",
                    "'data' must be a list with the inputs in their order; send [] for none.");
        }
        List<Port> ports = model.signature().inputs();
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (int i = 0; i < data.size(); i++) {
            if (i < ports.size()) {
                given.put(ports.get(i).name(), data.get(i));
            } else if (!data.get(i).isNull()) {
                throw wrong(
                        DATA,
                        "too_long",
                        "'data' has %d values and the function takes %d; leave out the rest."
                                .formatted(data.size(), ports.size()));
            }
        }
        return decode(model, given, files);
    }

    /// The checked inputs of a model, given by name.
    ///
    /// @throws ProblemException where they do not fit
    Values named(Model model, Files files) {
        Map<String, String> ports = new LinkedHashMap<>();
        model.signature()
                .inputs()
                .forEach(port -> ports.put(ApiFunction.parameter(port.name()), port.name()));
        Map<String, JsonNode> given = new LinkedHashMap<>();
        body.properties()
                .forEach(e -> given.put(ports.getOrDefault(e.getKey(), e.getKey()), e.getValue()));
        return decode(model, given, files);
    }

    private static Values decode(Model model, Map<String, JsonNode> given, Files files) {
        Map<String, Raw> raws = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        given.forEach((name, node) -> {
            Optional<Port> port = model.signature().input(name);
            if (!node.isNull()) {
                try {
                    raws.put(
                            name,
                            port.isEmpty()
                                    ? new Raw.Json(node)
                                    : Components.input(port.get()).decode(port.get(), node, files));
                } catch (ProblemException e) {
                    problems.addAll(e.problems());
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(Fault.INPUT, problems, null);
        }
        return Form.decode(model.signature(), raws);
    }

    private ProblemException wrong(String word, String type, String sentence) {
        return ProblemException.input(
                new Problem(
                        type,
                        "",
                        List.of(word),
                        sentence,
                        Json.plain(Sent.brief(body.path(word))),
                        Map.of()));
    }
}
