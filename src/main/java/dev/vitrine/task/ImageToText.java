package dev.vitrine.task;

import dev.vitrine.kind.boxes.Box;
import dev.vitrine.kind.boxes.Boxes;
import dev.vitrine.kind.boxes.BoxesKind;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;
import dev.vitrine.signature.Values;
import dev.vitrine.tensor.Network;
import dev.vitrine.tensor.Tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A picture in, the text in it out: one network finds lines, another may turn them upright, a
/// third reads each. Without an output of boxes the whole picture is one line.
///
/// What has been read so far is shown while the rest is, and Stop is looked at before each line.
final class ImageToText implements LoopTask {
    private static final String TEXT = "text";

    @Override
    public String id() {
        return "image-to-text";
    }

    @Override
    public List<Problem> check(Signature signature, Map<String, Declared> networks) {
        try {
            Plan.of(signature, networks);
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    @Override
    public Values run(
            Signature signature,
            Map<String, Network> networks,
            Tokenizers tokenizers,
            Values inputs,
            RunContext context) {
        Map<String, Declared> declared = new LinkedHashMap<>();
        networks.forEach((name, n) -> declared.put(name, new Declared(n.inputs(), n.outputs())));
        return Plan.of(signature, declared).run(networks, inputs, context);
    }

    /// What runs, held against the networks.
    ///
    /// @param image the input
    /// @param lines what finds the lines; nothing where the whole picture is one
    /// @param text the output that is read
    /// @param reading how a line is read
    private record Plan(Port image, Optional<Finder> lines, Port text, TextReading reading) {
        /// What finds lines.
        ///
        /// @param port the output that shows them
        /// @param boxes what makes them of tensors
        record Finder(Port port, PictureEncoding input, PortTask.Output boxes) {}

        static Plan of(Signature signature, Map<String, Declared> networks) {
            Port text = first(signature.outputs(), TEXT).orElseThrow(() -> missing("output", TEXT));
            Port image =
                    first(signature.inputs(), "image").orElseThrow(() -> missing("input", "image"));
            Optional<Finder> finder =
                    first(signature.outputs(), PictureTask.BOXES)
                            .map(boxes -> finder(signature, networks, boxes, image));
            return new Plan(image, finder, text, TextReading.of(PortTask.words(text), networks));
        }

        private static Finder finder(
                Signature signature, Map<String, Declared> networks, Port boxes, Port image) {
            Words words = PortTask.words(boxes);
            words.only(PictureTask.boxWords(words.binding().parts()), "an output");
            Declared network = networks.get(words.binding().network());
            if (network == null
                    || !PortTask.binding(image).network().equals(words.binding().network())) {
                throw words.wrong(
                        "is found by another network than '%s' goes into; give both the same network"
                                .formatted(image.name()));
            }
            PortTask.words(image).only(PictureEncoding.WORDS, "an input");
            return new Finder(
                    boxes,
                    Ground.of(signature, network, boxes, BoxesKind.over(boxes)).encoding(),
                    PictureTask.boxes(signature, network, words));
        }

        private static Optional<Port> first(List<Port> ports, String kind) {
            return ports.stream().filter(p -> p.kind().equals(kind)).findFirst();
        }

        private static ProblemException missing(String side, String kind) {
            return new ProblemException(
                    ProblemException.Fault.MODEL,
                    Problem.of(
                            "task",
                            "The task image-to-text needs an %s of kind %s; declare one, or use the task other."
                                    .formatted(side, kind)));
        }

        Values run(Map<String, Network> networks, Values inputs, RunContext context) {
            Picture picture = inputs.get(image.name(), Picture.class);
            context.progress(Double.NaN, "Looking for text");
            List<Box> places = places(networks, picture, inputs, context);
            List<Box> read = new ArrayList<>();
            for (Box place : places) {
                context.stop().check();
                context.progress(
                        (double) read.size() / places.size(),
                        "Reading line %d of %d".formatted(read.size() + 1, places.size()));
                CtcDecoding.Read line =
                        reading.read(networks, Cutting.line(picture, place), context.stop());
                read.add(named(place, line));
                context.partial(values(read));
            }
            return values(read);
        }

        private List<Box> places(
                Map<String, Network> networks, Picture picture, Values inputs, RunContext context) {
            if (lines.isEmpty()) {
                return List.of(Box.of("", 1, 0, 0, picture.width(), picture.height()));
            }
            Finder finder = lines.get();
            Network network = network(networks, finder.port());
            Map<String, Tensor> given =
                    network.run(
                            Map.of(finder.input().tensor().name(), finder.input().encode(picture)),
                            context.stop());
            Boxes found = (Boxes) finder.boxes().of(inputs, given);
            return ReadingOrder.rows(found.boxes()).stream().flatMap(List::stream).toList();
        }

        private static Network network(Map<String, Network> networks, Port port) {
            String name = PortTask.binding(port).network();
            return Objects.requireNonNull(networks.get(name), name);
        }

        private static Box named(Box place, CtcDecoding.Read line) {
            return new Box(
                    line.text(),
                    Math.clamp(line.score(), 0.0, 1.0),
                    place.x(),
                    place.y(),
                    place.width(),
                    place.height(),
                    place.points());
        }

        /// What nobody can read in is no line.
        private Values values(List<Box> read) {
            List<Box> lines = read.stream().filter(b -> !b.label().isEmpty()).toList();
            Values values = Values.of(text.name(), ReadingOrder.text(lines));
            return this.lines
                    .map(finder -> values.with(finder.port().name(), new Boxes(lines)))
                    .orElse(values);
        }
    }
}
