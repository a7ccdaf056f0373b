package dev.vitrine.onnx;

import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;
import dev.vitrine.tensor.ElementType;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// One number for each row, in or out.
final class NumberRung implements Rung {
    /// Names of a dimensionless-looking series: what a tokenizer or a microphone gives.
    private static final Pattern SERIES =
            Pattern.compile("_ids$|^ids$|tokens?$|audio|wave|signal|pcm");

    @Override
    public Optional<Port> guess(Clue clue) {
        ElementType type = clue.tensor().type();
        if (type == ElementType.STRING
                || type == ElementType.BOOL
                || !clue.isSingle()
                || clue.isNamed(SERIES)) {
            return Optional.empty();
        }
        String what = type.isInteger() ? "one whole number" : "one number";
        if (!clue.isOutput()
                && clue.neighbours()
                        .column(clue.value().name())
                        .filter(Columns.Column::toggle)
                        .isPresent()) {
            return Optional.of(
                    clue.port(
                            "toggle",
                            Map.of(),
                            "%s is %s, which the file beside it calls a boolean."
                                    .formatted(clue.form(), what)));
        }
        if (clue.isOutput()) {
            return Optional.of(
                    clue.port("number", Map.of(), "%s is %s.".formatted(clue.form(), what)));
        }
        return Optional.of(
                clue.port(
                                "number",
                                Map.of(),
                                "%s is %s; the file sets no bounds.".formatted(clue.form(), what))
                        .withLimits(limits(type)));
    }

    /// What the type itself cannot exceed.
    private static Limits limits(ElementType type) {
        return switch (type) {
            case UINT8 -> Limits.between(0, 0xff).withStep(1);
            case INT8 -> Limits.between(Byte.MIN_VALUE, Byte.MAX_VALUE).withStep(1);
            case UINT16 -> Limits.between(0, 0xffff).withStep(1);
            case INT16 -> Limits.between(Short.MIN_VALUE, Short.MAX_VALUE).withStep(1);
            case UINT32 -> Limits.between(0, 0xffff_ffffL).withStep(1);
            case INT32 -> Limits.between(Integer.MIN_VALUE, Integer.MAX_VALUE).withStep(1);
            case INT64 -> Limits.NONE.withStep(1);
            case UINT64 ->
                    Limits.NONE.withRange(
                            OptionalDouble.of(0), OptionalDouble.empty(), OptionalDouble.of(1));
            default -> Limits.NONE;
        };
    }
}
