package dev.vitrine.http.exchange;

import dev.vitrine.describe.MediaPorts;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.run.Run;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The form of an answer: JSON by port name, one output as a bare file, or messages.
public sealed interface AnswerForm {
    String JSON = "application/json";

    /// Answers with a run, which has been submitted.
    ///
    /// @throws dev.vitrine.tensor.StoppedException where it was stopped before anything was said
    /// @throws dev.vitrine.signature.ProblemException where it failed before anything was said
    void answer(Context context, Run run);

    /// The form that a client likes best; JSON where it likes both as much.
    ///
    /// @throws Refusal 406 where it likes none of what there is
    static AnswerForm chosen(@Nullable String accept, Signature signature) {
        Accept wish = Accept.of(accept);
        if (wish.quality(JSON) == 1) {
            // Nothing is liked better, so what else there is need not be found out.
            return new Json();
        }
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
        for (Framing framing : Framing.values()) {
            forms.put(framing.mediaType(), new Streamed(framing));
        }
        return forms;
    }

    /// Waits for a run, and says in `Server-Timing` (W3C) how many milliseconds it waited for a
    /// thread and its model, and how many it was in the model.
    static Values outputs(Context context, Run run) {
        Values outputs = Client.of(context.req()).await(run);
        Duration model = run.took();
        Duration all = Duration.between(run.asked(), Instant.now());
        context.header(
                "Server-Timing",
                String.format(
                        Locale.ROOT,
                        "wait;dur=%.1f, model;dur=%.1f",
                        Math.max(0, all.minus(model).toNanos() / 1e6),
                        model.toNanos() / 1e6));
        return outputs;
    }

    /// All outputs by name.
    record Json() implements AnswerForm {
        @Override
        public void answer(Context context, Run run) {
            Values outputs = outputs(context, run);
            Answers.json(context, Form.encode(run.model().signature().outputs(), outputs));
        }
    }

    /// One output as a file.
    ///
    /// @param port the output
    record File(Port port) implements AnswerForm {
        @Override
        public void answer(Context context, Run run) {
            Values outputs = outputs(context, run);
            Media media =
                    outputs.find(port.name())
                            .flatMap(value -> Kinds.file(port, value))
                            .orElseThrow(() ->
                                    new Refusal(
                                            406,
                                            "This answer has no form as a file; accept "
                                                    + JSON
                                                    + "."));
            context.header("Content-Disposition", disposition(media));
            Answers.bytes(context, media.mediaType(), media.bytes());
        }

        /// RFC 6266; what came with a name may be a page with scripts, and is never shown.
        private static String disposition(Media media) {
            String name = media.name();
            if (name != null) {
                return "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            }
            String place = media.mediaType().startsWith("image/") ? "inline" : "attachment";
            return "%s; filename=\"output.%s\"".formatted(place, media.extension());
        }
    }

    /// What the run says while it goes on, and its outputs by name at the end.
    ///
    /// @param framing how its messages are held apart
    record Streamed(Framing framing) implements AnswerForm {
        @Override
        public void answer(Context context, Run run) {
            try {
                RunStream.tell(run, StreamHearer.of(context, framing));
            } catch (IOException e) {
                // The client has gone.
                run.stop();
            }
        }
    }
}
