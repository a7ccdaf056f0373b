package dev.vitrine.task;

import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A picture in, a picture out: larger, cleaner, of another style.
final class ImageToImage extends PortTask {
    ImageToImage() {
        super("image-to-image");
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        List<Problem> problems = new ArrayList<>();
        require(signature.inputs(), List.of("image"), "input", problems);
        require(signature.outputs(), List.of("image"), "output", problems);
        problems.addAll(super.check(signature, networks));
        return problems;
    }
}
