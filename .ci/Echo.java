import dev.vitrine.Demo;
import dev.vitrine.Draft;
import dev.vitrine.Inputs;
import dev.vitrine.kind.Kinds;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

/// A demo that takes a value of every kind there is and gives it back: what the faces of the kinds
/// are tried with.
void main(String[] args) {
    Draft demo = Demo.of("Echo").summary("Gives back what it is given.");
    for (String kind : kinds()) {
        demo = demo.input(port(kind)).output(port(kind));
    }
    demo.run(this::echo).launch(args);
}

List<String> kinds() {
    return Kinds.ALL.stream().map(kind -> kind.id()).toList();
}

Port port(String kind) {
    Port port = Port.of(kind, kind);
    return switch (kind) {
        case "slider", "range" -> port.withLimits(Limits.between(0, 10));
        case "choice" -> port.withLimits(Limits.NONE.withChoices(many()));
        case "tags" -> port.withLimits(Limits.NONE.withChoices(List.of("red", "green", "blue")));
        case "boxes" -> port.withOptions(Map.of("pick", "both"));
        case "text", "markdown", "log", "code" -> port.withOptions(Map.of("lines", 3));
        default -> port;
    };
}

/// So many that they are found by typing.
List<Object> many() {
    return IntStream.rangeClosed(1, 10_000).<Object>mapToObj(i -> "colour " + i).toList();
}

Map<String, Object> echo(Inputs in) {
    Map<String, Object> all = new HashMap<>();
    kinds().forEach(kind -> all.put(kind, in.get(kind, Object.class)));
    return all;
}
