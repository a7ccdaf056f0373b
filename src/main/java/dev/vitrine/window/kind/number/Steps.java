package dev.vitrine.window.kind.number;

import dev.vitrine.kind.number.NumberKind;
import dev.vitrine.signature.Limits;
import dev.vitrine.signature.Port;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The numbers that a port's arrows and slider stop at, counted in decimals so that three times 0.1
/// is 0.3.
public final class Steps {
    /// A range without a declared step is cut into about this many.
    private static final int PARTS = 100;

    private Steps() {}

    /// The distance between two stops: the port's step, else 1 for a number without two bounds,
    /// else about a hundredth of its range, rounded down to 1, 2 or 5 times a power of ten.
    public static double width(Port port) {
        Limits limits = port.limits();
        if (limits.step().isPresent()) {
            return limits.step().getAsDouble();
        }
        if (limits.min().isEmpty() || limits.max().isEmpty()) {
            return 1;
        }
        double range = limits.max().getAsDouble() - limits.min().getAsDouble();
        if (!(range > 0) || Double.isInfinite(range)) {
            return 1;
        }
        double part = range / PARTS;
        BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(part)));
        double digits = part / ten.doubleValue();
        int first = digits >= 5 ? 5 : digits >= 2 ? 2 : 1;
        return ten.multiply(BigDecimal.valueOf(first)).doubleValue();
    }

    /// The stop nearest to a number, within the bounds.
    public static double nearest(Port port, double value) {
        BigDecimal width = decimal(width(port));
        BigDecimal from = decimal(port.limits().min().orElse(0));
        BigDecimal steps = decimal(value).subtract(from).divide(width, 0, RoundingMode.HALF_UP);
        return within(port, from.add(steps.multiply(width)).doubleValue(), width, from);
    }

    /// The stop that lies `count` stops above a number, or below it where `count` is negative.
    public static double from(Port port, double value, int count) {
        return nearest(
                port,
                decimal(value)
                        .add(decimal(width(port)).multiply(BigDecimal.valueOf(count)))
                        .doubleValue());
    }

    /// A number with as many decimals as the port's stops have, so that it keeps its width while it
    /// moves; one that lies between the stops as it is.
    public static String text(Port port, double value) {
        int decimals =
                Math.max(
                        decimal(width(port)).stripTrailingZeros().scale(),
                        decimal(port.limits().min().orElse(0)).stripTrailingZeros().scale());
        BigDecimal exact = decimal(value).stripTrailingZeros();
        return exact.scale() > decimals || decimals <= 0
                ? NumberKind.plain(value)
                : exact.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    /// Where the arrows begin in an empty field: the port's default, else the bound nearest to
    /// zero, else zero.
    public static double start(Port port) {
        return new NumberKind().example(port);
    }

    private static double within(Port port, double stop, BigDecimal width, BigDecimal from) {
        Limits limits = port.limits();
        if (limits.min().isPresent() && stop < limits.min().getAsDouble()) {
            return limits.min().getAsDouble();
        }
        if (limits.max().isPresent() && stop > limits.max().getAsDouble()) {
            BigDecimal most = decimal(limits.max().getAsDouble());
            // A declared step that does not lead to the greatest number stops before it.
            return limits.step().isEmpty()
                    ? most.doubleValue()
                    : most.subtract(from)
                            .divide(width, 0, RoundingMode.FLOOR)
                            .multiply(width)
                            .add(from)
                            .doubleValue();
        }
        return stop;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }
}
