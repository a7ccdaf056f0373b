package dev.vitrine.http;

import dev.vitrine.describe.MediaPorts;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The form of an answer: JSON by port name, or one of them as a bare file.
sealed interface AnswerForm {
    String JSON = "application/json";

    /// Writes the outputs of a run.
    void write(Context context, Signature signature, Values outputs);

    /// The form that a client likes best; JSON where it likes both as much.
    ///
    /// @throws Refusal 406 where it likes none of what there is
    static AnswerForm chosen(@Nullable String accept, Signature signature) {
        Accept wish = Accept.of(accept);
        Map<String, AnswerForm> forms = all(signature);
        double most = 0;
        Optional<AnswerForm> best = Optional.empty();
        for (Map.Entry<String, AnswerForm> form : forms.entrySet()) {
            double quality = wish.quality(form.getKey());
            if (quality > most) {
                most = quality;
                best = Optional.of(form.getValue());
            }
        }
        return best.orElseThrow(() ->
                new Refusal(
                        406,
                        "The answer has no such form; accept %s."
                                .formatted(String.join(" or ", forms.keySet()))));
    }

    /// Every form there is, by its media type, what comes first being liked best where the client
    /// has no preference.
    private static Map<String, AnswerForm> all(Signature signature) {
        Map<String, AnswerForm> forms = new LinkedHashMap<>();
        forms.put(JSON, new Json());
        MediaPorts.answers(signature).forEach((type, port) -> forms.put(type, new File(port)));
        return forms;
    }

    /// All outputs by name.
    record Json() implements AnswerForm {
        @Override
        public void write(Context context, Signature signature, Values outputs) {
            Answers.json(context, Form.encode(signature.outputs(), outputs));
        }
    }

    /// One output as a file.
    ///
    /// @param port the output
    record File(Port port) implements AnswerForm {
        @Override
        public void write(Context context, Signature signature, Values outputs) {
            Media media =
                    outputs.find(port.name())
                            .flatMap(value -> Kinds.file(port, value))
                            .orElseThrow(() ->
                                    new Refusal(
                                            406,
                                            "This answer has no form as a file; accept "
                                                    + JSON
                                                    + "."));
            String place = media.mediaType().startsWith("image/") ? "inline" : "attachment";
            context.header(
                    "Content-Disposition",
                    "%s; filename=\"output.%s\"".formatted(place, media.extension()));
            Answers.bytes(context, media.mediaType(), media.bytes());
        }
    }
}
