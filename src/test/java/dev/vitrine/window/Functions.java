package dev.vitrine.window;

import dev.vitrine.model.FunctionModel;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.task.RunContext;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Models made of Java functions, with a text, a number from 0 to 10 and a text that comes of them.
final class Functions {
    static final Port TEXT = Port.of("text", "text").withLabel("Sentence").withHelp("Any words.");
    static final Port COUNT =
            Port.of("count", "number").withDefault(2L).withLimits(Limits.between(0, 10));
    static final Port ANSWER = Port.of("answer", "text").withLabel("Answer");

    private Functions() {}

    static FunctionModel of(boolean live, BiFunction<Values, RunContext, Values> function) {
        List<Example> examples =
                List.of(
                        new Example("short", Map.of("text", "hi"), Map.of("answer", "hi hi"), 0),
                        new Example(
                                "long", Map.of("text", "a long one", "count", 3L), Map.of(), 0));
        Signature signature =
                new Signature(
                        "Echo",
                        "Says a sentence again.",
                        "other",
                        Map.of(),
                        List.of(TEXT, COUNT),
                        List.of(ANSWER),
                        examples,
                        live,
                        "Apache-2.0",
                        "");
        return new FunctionModel("echo", signature, function);
    }

    /// Says the text as often as the number asks.
    static Values echo(Values in, RunContext context) {
        int count = in.get("count", Double.class).intValue();
        return answer(String.join(" ", Collections.nCopies(count, text(in))));
    }

    /// Never ends by itself, and listens.
    static Values endless(Values in, RunContext context) {
        while (true) {
            context.stop().check();
            Thread.onSpinWait();
        }
    }

    /// Always throws.
    static Values throwing(Values in, RunContext context) {
        throw new IllegalArgumentException("no such word");
    }

    static String text(Values in) {
        return in.get("text", String.class);
    }

    static Values answer(String words) {
        return Values.of("answer", words);
    }
}
