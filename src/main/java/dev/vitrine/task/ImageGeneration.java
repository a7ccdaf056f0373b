package dev.vitrine.task;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Numbers, choices or whatever else a network starts from in, a picture out.
final class ImageGeneration extends PortTask {
    ImageGeneration() {
        super("unconditional-image-generation");
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        require(signature.outputs(), List.of("image"), "output", problems);
        problems.addAll(super.check(signature, networks));
        return problems;
    }
}
