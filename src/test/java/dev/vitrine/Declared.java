package dev.vitrine;

import dev.vitrine.model.Model;

/// The model of a demo that a test declares as its users do.
public final class Declared {
    private Declared() {}

    public static Model model(Demo demo) {
        return demo.model();
    }
}
