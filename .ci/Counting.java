import dev.vitrine.Context;
import dev.vitrine.Demo;
import dev.vitrine.Inputs;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

/// A demo that shows what it has so far, takes as long as one likes, and fails at 13: what clients
/// are tried against.
void main(String[] args) {
    Demo.of("Counting")
            .input(Port.of("until", "number").withDefault(3).withLimits(Limits.between(0, 1e6)))
            .input(Port.of("pause", "number").withDefault(0).withHelp("Milliseconds between."))
            .output("text", "text")
            .output("last", "number")
            .run(this::count)
            .launch(args);
}

Map<String, Object> count(Inputs in, Context context) throws InterruptedException {
    int until = (int) in.number("until");
    if (until == 13) {
        throw new IllegalArgumentException("Nobody counts to 13.");
    }
    String text = "";
    for (int i = 1; i <= until; i++) {
        text += i + " ";
        context.progress((double) i / until, "at " + i);
        context.show(Map.of("text", text, "last", i));
        Thread.sleep((long) in.number("pause"));
        context.check();
    }
    return Map.of("text", text, "last", until);
}
