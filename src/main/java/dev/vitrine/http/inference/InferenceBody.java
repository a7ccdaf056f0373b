package dev.vitrine.http.inference;

import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.http.exchange.RequestBody;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Sent;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The body of an inference request: JSON, and behind it the bytes of tensors where the header of
/// the binary extension says how long the JSON is.
///
/// @param json an object
/// @param bytes what is behind it
record InferenceBody(JsonNode json, ByteBuffer bytes) {
    /// Says how many bytes of a body are JSON.
    static final String LENGTH = "Inference-Header-Content-Length";

    /// Reads the whole body.
    ///
    /// @param network what it is for, a model with a port for each tensor
    /// @throws Refusal 413 where it is too large, 415 where it is of a type that is not taken
    /// @throws ProblemException where it is not what its headers say
    static InferenceBody read(HttpServletRequest request, Model network) {
        String length = request.getHeader(LENGTH);
        if (length == null && !isJson(request)) {
            throw new Refusal(
                    415,
                    "A body of type '%s' is not taken; send application/json, or name the bytes of JSON before those of tensors in %s."
                            .formatted(request.getContentType(), LENGTH));
        }
        byte[] body = RequestBody.bytes(request);
        int end = length == null ? body.length : end(length, body.length);
        if (length != null && end == 0) {
            return BareTensor.read(network, ByteBuffer.wrap(body));
        }
        JsonNode json = RequestBody.parse(end == body.length ? body : Arrays.copyOf(body, end));
        if (!json.isObject()) {
            throw wrong(
                    "model_attributes_type",
                    "The body must be a JSON object with the list inputs; put it between { and }.",
                    json);
        }
        return new InferenceBody(json, ByteBuffer.wrap(body, end, body.length - end).slice());
    }

    /// Whether a body is JSON by its type, or by what Triton's clients leave out: they send none of
    /// the headers that a browser sends with whatever a page makes it post.
    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null
                ? request.getHeader("Origin") == null && request.getHeader("Sec-Fetch-Site") == null
                : RequestBody.isJson(RequestBody.essence(type));
    }

    private static int end(String length, int whole) {
        // Nine digits are more than any body has, and fit.
        if (length.matches("\\d{1,9}") && Integer.parseInt(length) <= whole) {
            return Integer.parseInt(length);
        }
        throw wrong(
                "header",
                "%s must be the number of bytes of the JSON, at most the %,d of the body; mend it."
                        .formatted(LENGTH, whole),
                Json.of(length));
    }

    /// What is wrong with a request as a whole.
    static ProblemException wrong(String type, String sentence, @Nullable JsonNode sent) {
        return ProblemException.input(
                Problem.of(type, sentence)
                        .withInput(sent == null ? null : Json.plain(Sent.brief(sent))));
    }
}
