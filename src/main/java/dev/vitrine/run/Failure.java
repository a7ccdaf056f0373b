package dev.vitrine.run;

import dev.vitrine.signature.ProblemException;

/// What a model threw, as a sentence for whoever asked for the run.
public final class Failure {
    /// What is said where memory ran out.
    public static final String NO_MEMORY =
            "There is not enough memory for this; give Java more of it with"
                    + " JAVA_TOOL_OPTIONS=-Xmx4g.";

    private static final int LONGEST = 300;

    private Failure() {}

    static ProblemException of(Throwable thrown) {
        return switch (thrown) {
            case ProblemException problem -> problem;
            case OutOfMemoryError memory -> ProblemException.run(NO_MEMORY, memory);
            default ->
                    ProblemException.run(
                            "The model failed with %s; start Vitrine with --debug to see where."
                                    .formatted(words(thrown)),
                            thrown);
        };
    }

    /// The message; the name of the class with it where it says little alone, as an error's does.
    private static String words(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String message = message(thrown);
        if (message.isEmpty()) {
            return name;
        }
        return thrown instanceof Error
                ? "%s \"%s\"".formatted(name, message)
                : "\"" + message + "\"";
    }

    /// The first line of a message, cut where it is long.
    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            String line =
                    message == null ? "" : message.strip().lines().findFirst().orElse("").strip();
            return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        } catch (RuntimeException e) {
            // an exception's own method may fail too
            return "";
        }
    }
}
