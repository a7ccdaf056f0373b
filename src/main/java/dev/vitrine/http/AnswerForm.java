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

import java.util.Optional;

/// The form of an answer: JSON by port name, or the one medium as a bare file.
sealed interface AnswerForm {
    String JSON = "application/json";

    /// Writes the outputs of a run.
    void write(Context context, Signature signature, Values outputs);

    /// The form that a client likes best; JSON where it likes both as much.
    ///
    /// @throws Refusal 406 where it likes none of what there is
    static AnswerForm chosen(@Nullable String accept, Signature signature) {
        Accept wish = Accept.of(accept);
        Optional<Port> medium = MediaPorts.output(signature);
        Optional<String> type = medium.flatMap(MediaPorts::type);
        double json = wish.quality(JSON);
        double file = type.map(wish::quality).orElse(0.0);
        if (medium.isPresent() && file > json) {
            return new File(medium.get());
        }
        if (json > 0) {
            return new Json();
        }
        throw new Refusal(
                406,
                "The answer comes as %s; accept that."
                        .formatted(type.map(t -> JSON + " or " + t).orElse(JSON)));
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
                            .flatMap(value -> Kinds.media(port, value))
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
