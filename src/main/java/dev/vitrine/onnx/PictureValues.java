package dev.vitrine.onnx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What black and full light are in a tensor, and how that is known.
///
/// @param low what black is
/// @param high what full light is
/// @param because a sentence
record PictureValues(double low, double high, String because) {
    private static final double BYTE = 255;

    /// Operators whose results are bounded, as ends of graphs that make pictures.
    static final Set<String> ENDS = Set.of("Sigmoid", "HardSigmoid", "Tanh");

    /// Divisors and means at least this large, and factors at most its inverse, are made for bytes;
    /// those for fractions lie near 1.
    private static final double FOR_BYTES = 50;

    /// What the input of a picture takes: said in the metadata, by its type, or by the graph's
    /// first step; else assumed.
    static PictureValues ofInput(Clue clue) {
        return ofMetadata(clue.file())
                .or(() -> ofType(clue))
                .or(() -> ofFirstStep(clue))
                .orElseGet(() ->
                        new PictureValues(
                                0,
                                1,
                                "Nothing says how its values are scaled: 0 to 1 is assumed. If"
                                    + " results look wrong, try the range 0 to 255 or -1 to 1, or"
                                    + " the mean and std it was trained with."));
    }

    /// What an output holds: said by its type or by the graph's last step; else assumed.
    static PictureValues ofOutput(Clue clue) {
        return ofType(clue)
                .or(() -> ofLastStep(clue))
                .orElseGet(() ->
                        new PictureValues(
                                0,
                                1,
                                "Nothing says how its values are scaled: 0 to 1 is assumed. If it"
                                        + " looks too dark or too bright, change the range."));
    }

    /// The range as the word of a binding.
    List<Double> range() {
        return List.of(low, high);
    }

    /// `Image.NominalPixelRange` of ONNX's image metadata.
    private static Optional<PictureValues> ofMetadata(OnnxFile file) {
        return file.property("Image.NominalPixelRange")
                .flatMap(name -> {
                    String because = "Its metadata asks for the pixel range %s.".formatted(name);
                    return switch (name.toLowerCase(Locale.ROOT)) {
                        case "nominalrange_0_255" ->
                                Optional.of(new PictureValues(0, BYTE, because));
                        case "normalized_0_1" -> Optional.of(new PictureValues(0, 1, because));
                        case "normalized_1_1" -> Optional.of(new PictureValues(-1, 1, because));
                        case "nominalrange_16_235" ->
                                Optional.of(new PictureValues(16, 235, because));
                        default -> Optional.empty();
                    };
                });
    }

    private static Optional<PictureValues> ofType(Clue clue) {
        return clue.tensor().type().isInteger()
                ? Optional.of(
                        new PictureValues(
                                0, BYTE, "Its values are whole numbers, so from 0 to 255."))
                : Optional.empty();
    }

    private static Optional<PictureValues> ofFirstStep(Clue clue) {
        Step step = clue.file().firstSteps().get(clue.value().name());
        if (step == null || step.constant().isEmpty()) {
            return Optional.empty();
        }
        double c = Math.abs(step.constant().getAsDouble());
        boolean bytes =
                switch (step.operator()) {
                    case "Div", "Sub", "Add" -> c >= FOR_BYTES;
                    case "Mul" -> c > 0 && c <= 1 / FOR_BYTES;
                    default -> false;
                };
        boolean fractions =
                switch (step.operator()) {
                    case "Sub", "Add" -> c > 0 && c <= 1;
                    default -> false;
                };
        String does =
                "The graph first %s, so it takes values from 0 to %s."
                        .formatted(words(step.operator(), c), bytes ? "255" : "1");
        return bytes || fractions
                ? Optional.of(new PictureValues(0, bytes ? BYTE : 1, does))
                : Optional.empty();
    }

    private static Optional<PictureValues> ofLastStep(Clue clue) {
        String operator = clue.operator();
        Step step = clue.file().lastSteps().get(clue.value().name());
        if (ENDS.contains(operator)) {
            double low = operator.equals("Tanh") ? -1 : 0;
            return Optional.of(
                    new PictureValues(
                            low,
                            1,
                            "The graph ends in %s, so from %s to 1."
                                    .formatted(operator, number(low))));
        }
        if (step != null && operator.equals("Mul") && step.constant().orElse(0) >= FOR_BYTES) {
            return Optional.of(
                    new PictureValues(
                            0,
                            BYTE,
                            "The graph ends in a product with %s, so from 0 to 255."
                                    .formatted(number(step.constant().getAsDouble()))));
        }
        return Optional.empty();
    }

    private static String words(String operator, double constant) {
        String c = number(constant);
        return switch (operator) {
            case "Div" -> "divides it by " + c;
            case "Mul" -> "multiplies it by " + c;
            case "Sub" -> "takes %s from it".formatted(c);
            default -> "adds %s to it".formatted(c);
        };
    }

    /// A number as a sentence says it.
    static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
