package dev.vitrine.onnx;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Names for ports, made of tensors' names: letters, digits, `_`, `-` and `.` only, so that each is
/// a field of a form and an option of the command line, and no two alike.
final class PortNames {
    private static final int MAX_LENGTH = 64;

    /// What TensorFlow puts behind the name of an operator's only output.
    private static final Pattern FIRST_OUTPUT = Pattern.compile(":0$");

    private static final Pattern NOT_ALLOWED = Pattern.compile("[^A-Za-z0-9_.-]+");
    private static final Pattern NOT_AT_THE_EDGE = Pattern.compile("^[_.-]+|[_.-]+$");

    private final String fallback;
    private final Set<String> taken = new HashSet<>();

    /// Names for one side of a signature.
    ///
    /// @param fallback what a name is called of which no character is allowed
    PortNames(String fallback) {
        this.fallback = fallback;
    }

    /// A new name for a tensor.
    String of(String tensor) {
        String clean = NOT_ALLOWED.matcher(bare(tensor)).replaceAll("_");
        clean = clean.substring(0, Math.min(MAX_LENGTH, clean.length()));
        clean = NOT_AT_THE_EDGE.matcher(clean).replaceAll("");
        String base = clean.isEmpty() ? fallback : clean;
        String name = base;
        for (int n = 2; !taken.add(name); n++) {
            name = base + "-" + n;
        }
        return name;
    }

    /// A tensor's name without what its framework put behind it.
    static String bare(String tensor) {
        return FIRST_OUTPUT.matcher(tensor).replaceFirst("");
    }
}
