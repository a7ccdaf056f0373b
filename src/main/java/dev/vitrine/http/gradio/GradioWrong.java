package dev.vitrine.http.gradio;

import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.http.exchange.Wrong;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.tensor.StoppedException;

import io.javalin.http.Handler;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is wrong, as Gradio's clients read it: this endpoint's own answers, with `error` beside
/// `detail`, and each problem with an input marked as one of validation.
final class GradioWrong {
    private GradioWrong() {}

    /// A handler whose refusals are told so.
    static Handler told(Handler handler) {
        return context -> {
            Wrong wrong;
            try {
                handler.handle(context);
                return;
            } catch (ProblemException e) {
                Answers.later(context, e);
                wrong = Wrong.of(e);
            } catch (Refusal e) {
                wrong = Wrong.of(e.status(), e.sentence());
            } catch (StoppedException e) {
                wrong = Wrong.STOPPED;
            }
            Answers.wrong(context, marked(wrong));
        };
    }

    private static Wrong marked(Wrong wrong) {
        ObjectNode body = wrong.body().deepCopy();
        for (JsonNode one : body.path("detail")) {
            if (one instanceof ObjectNode problem) {
                problem.put("__type__", "validate")
                        .put("is_valid", false)
                        .put("message", problem.path("msg").asString(""))
                        .put("parameter_name", problem.path("loc").path(1).asString(""));
            }
        }
        return new Wrong(wrong.status(), body.put("error", wrong.sentence()));
    }
}
