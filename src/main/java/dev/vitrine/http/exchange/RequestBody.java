package dev.vitrine.http.exchange;

import dev.vitrine.describe.MediaPorts;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Sent;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import jakarta.servlet.http.HttpServletRequest;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The inputs of a call as its body carries them: a JSON object by port name, a form with one part
/// for each port, or the bare file of the one input that takes files.
public final class RequestBody {
    private static final int LITTLE = 64 << 10;

    private RequestBody() {}

    /// Reads the whole body.
    ///
    /// @throws Refusal 413 where it is too large, 415 where it is of a type that is not taken
    /// @throws ProblemException where it is not what its type says
    public static Map<String, Raw> read(HttpServletRequest request, Signature signature) {
        String header = Objects.requireNonNullElse(request.getHeader("Content-Type"), "");
        String type = essence(header);
        if (isJson(type)) {
            return json(bytes(request));
        }
        if (type.equals("multipart/form-data")) {
            return FormParts.read(signature, header, bytes(request));
        }
        Optional<Port> medium = MediaPorts.input(signature).filter(port -> accepts(port, type));
        if (medium.isPresent()) {
            return Map.of(medium.get().name(), new Raw.Upload(bytes(request), null, type));
        }
        throw new Refusal(
                415,
                "A body of type '%s' is not taken; send %s and name the type in Content-Type."
                        .formatted(type, taken(signature)));
    }

    /// Reads the whole body as a JSON object.
    ///
    /// @throws Refusal 413 where it is too large, 415 where it is of another type
    /// @throws ProblemException where it is no JSON, or no object
    public static ObjectNode object(HttpServletRequest request) {
        String header = Objects.requireNonNullElse(request.getHeader("Content-Type"), "");
        if (!isJson(essence(header))) {
            throw new Refusal(
                    415,
                    "A body of type '%s' is not taken; send JSON as application/json."
                            .formatted(essence(header)));
        }
        byte[] body = bytes(request);
        JsonNode root = body.length == 0 ? Json.object() : parse(body);
        if (root instanceof ObjectNode object) {
            return object;
        }
        throw noObject(root, "The body must be a JSON object; put it between { and }.");
    }

    /// Reads the parts of a form.
    ///
    /// @throws Refusal 400 where it is none, 413 where it is too large
    public static List<FormParts.Named> parts(HttpServletRequest request) {
        String header = Objects.requireNonNullElse(request.getHeader("Content-Type"), "");
        return FormParts.list(header, bytes(request));
    }

    public static boolean isJson(String type) {
        return type.equals("application/json")
                || type.startsWith("application/") && type.endsWith("+json");
    }

    private static boolean accepts(Port port, String type) {
        return Kinds.of(port).accepts().stream()
                .anyMatch(range -> new Accept.Range(range, 1).match(type) > 0);
    }

    private static String taken(Signature signature) {
        String bare =
                MediaPorts.input(signature)
                        .map(port -> ", " + String.join(", ", Kinds.of(port).accepts()))
                        .orElse("");
        return "application/json, multipart/form-data" + bare;
    }

    /// A media type without its parameters, in lower case.
    public static String essence(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /// The whole body as it came.
    ///
    /// @throws Refusal where the [dev.vitrine.http.Guard] ends it, or the client does
    public static byte[] bytes(HttpServletRequest request) {
        int length = request.getContentLength();
        try {
            InputStream in = request.getInputStream();
            // Memory is given for little on a client's word alone.
            return length > 0 && length <= LITTLE ? in.readNBytes(length) : in.readAllBytes();
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /// Why a body ended early: what the [dev.vitrine.http.Guard] said of it, or that the client
    /// fell silent.
    private static Refusal refusal(IOException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return refusal;
            }
        }
        return new Refusal(400, "The body ended early; send all of it.");
    }

    private static Map<String, Raw> json(byte[] body) {
        if (body.length == 0) {
            throw ProblemException.input(
                    Problem.of(
                            "missing", "The body is empty; send a JSON object with the inputs."));
        }
        return inputs(parse(body));
    }

    /// The inputs of a call as a JSON object has them.
    ///
    /// @throws ProblemException where it is none
    public static Map<String, Raw> inputs(JsonNode root) {
        if (!root.isObject()) {
            throw noObject(
                    root,
                    "The body must be a JSON object with the inputs by name; put them between { and"
                            + " }.");
        }
        Map<String, Raw> raws = new LinkedHashMap<>();
        root.properties().forEach(e -> raws.put(e.getKey(), new Raw.Json(e.getValue())));
        return raws;
    }

    private static ProblemException noObject(JsonNode root, String sentence) {
        return ProblemException.input(
                Problem.of("model_attributes_type", sentence)
                        .withInput(Json.plain(Sent.brief(root))));
    }

    /// Any JSON.
    ///
    /// @throws ProblemException that says where it is none
    public static JsonNode parse(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            int position = position(body, e);
            throw ProblemException.input(
                    new Problem(
                            "json_invalid",
                            "",
                            List.of(position),
                            "The body is not valid JSON from character %d on; mend it."
                                    .formatted(position),
                            Map.of(),
                            Map.of("error", reason(e))));
        }
    }

    /// What the reader says, without where it read from.
    private static String reason(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).replaceAll("\\s*\\(start marker at .*", "");
    }

    /// Where reading failed, in characters from 0, as Python counts them.
    private static int position(byte[] body, JacksonException e) {
        long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
        String before =
                new String(body, 0, (int) Math.min(offset, body.length), StandardCharsets.UTF_8);
        return before.codePointCount(0, before.length());
    }
}
