package dev.vitrine.cli;

import dev.vitrine.model.Model;
import dev.vitrine.signature.Binding;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Signature;
import dev.vitrine.tensor.TensorInfo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A model as a person reads it in a terminal.
final class Summary {
    private Summary() {}

    /// Its signature, line by line.
    static List<String> lines(Model model) {
        Signature signature = model.signature();
        List<String> lines = new ArrayList<>();
        lines.add("%s (%s)".formatted(signature.title(), model.id()));
        add(lines, "", signature.summary());
        add(lines, "", signature.because());
        add(lines, "Task: ", signature.task());
        add(lines, "Licence: ", signature.licence());
        lines.add("Inputs:");
        signature.inputs().forEach(port -> port(lines, port, PortHelp.input(port), model));
        lines.add("Outputs:");
        signature.outputs().forEach(port -> port(lines, port, PortHelp.output(port), model));
        lines.add("Examples: " + signature.examples().size());
        return lines;
    }

    private static void port(List<String> lines, Port port, String text, Model model) {
        lines.add("  %s: %s".formatted(port.name(), text));
        Optional.ofNullable(port.tensor())
                .ifPresent(binding -> add(lines, "      Tensor: ", declared(binding, model)));
        add(lines, "      ", port.because());
    }

    private static String declared(Binding binding, Model model) {
        return binding.names().stream()
                .map(name -> declared(name, binding, model))
                .collect(Collectors.joining(", "));
    }

    private static String declared(String name, Binding binding, Model model) {
        return Optional.ofNullable(model.declared().get(binding.network())).stream()
                .flatMap(network ->
                        Stream.concat(network.inputs().stream(), network.outputs().stream()))
                .filter(info -> info.name().equals(name))
                .findFirst()
                .map(TensorInfo::toString)
                .orElse(name);
    }

    private static void add(List<String> lines, String before, String text) {
        if (!text.isBlank()) {
            lines.add(before + text);
        }
    }
}
