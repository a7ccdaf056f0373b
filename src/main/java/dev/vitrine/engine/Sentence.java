package dev.vitrine.engine;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;

import dev.vitrine.onnx.OnnxFile;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What ONNX Runtime says, in one sentence that says what to do.
final class Sentence {
    static final String NO_MEMORY =
            "There is not enough memory for this run; make the input smaller or close other"
                    + " models.";

    private static final int LONGEST = 240;

    /// Below it, ONNX Runtime has some operators and some not, and promises none.
    private static final int LEAST_OPSET = 7;

    /// The code in front of every message, and where in its own sources a check failed.
    private static final Pattern NOISE =
            Pattern.compile(
                    "^Error code - \\w+ - message: |Load model from .*? failed:"
                            + " ?|\\S+\\.(cc|h|cpp):\\d+ (\\w+ |\\S.*?\\) )?|Exception during"
                            + " (initialization|loading): ");

    private record Known(Pattern says, String sentence) {}

    /// What goes wrong when a file is opened; `%1$s` is its name, further ones are what the pattern
    /// holds.
    private static final List<Known> OPENING =
            List.of(
                    known(
                            "ORT_INVALID_PROTOBUF|does not have a graph",
                            "'%1$s' is no ONNX file or was cut short; export it or copy it again."),
                    known(
                            "(\\S+)\\(-?\\d+\\) is not a registered function/op",
                            "'%1$s' uses the operator '%2$s', which ONNX Runtime does not have;"
                                    + " export it with ONNX's own operators."),
                    known(
                            "No Op registered for (\\S+)",
                            "'%1$s' uses the operator '%2$s', which ONNX Runtime does not have;"
                                    + " export it with ONNX's own operators."),
                    known(
                            "Opset (\\d+) is under development.*?till opset (\\d+)",
                            "'%1$s' is written for opset %2$s; export it with opset %3$s or"
                                    + " lower."),
                    known(
                            "Unsupported model IR version: (\\d+), max supported IR version:"
                                    + " (\\d+)",
                            "'%1$s' has the format version %2$s; export it with version %3$s or"
                                    + " lower."),
                    known(
                            "Could not find an implementation for (\\w+)",
                            "'%1$s' uses the operator '%2$s' with types that ONNX Runtime cannot"
                                    + " run on this machine; export it with others, such as"
                                    + " float32."),
                    known(
                            "Batchwise recurrent operations",
                            "'%1$s' has a recurrent operator that takes the batch first (layout 1),"
                                    + " which ONNX Runtime does not run; export it with layout 0."),
                    known(
                            "Failed to construct locale with name:([\\w.@-]+)",
                            "'%1$s' changes texts by the rules of the locale '%2$s', which this"
                                    + " machine does not have; install it, and start again."),
                    known(
                            "ORT_NO_SUCHFILE|[Ee]xternal data (path|file)|No such file",
                            "'%1$s' keeps weights in another file that is not in its folder; put it"
                                    + " there."),
                    known(
                            "bad_alloc|[Ff]ailed to allocate memory",
                            "There is not enough memory to open '%1$s'; close other models."));

    /// What goes wrong in a run: the operator that failed, the innermost where one holds another,
    /// and what it said.
    private static final List<Known> RUNNING =
            List.of(
                    known("bad_alloc|[Ff]ailed to allocate memory", NO_MEMORY),
                    known(
                            ".*running (\\w+) node\\. Name:'[^']*' Status Message:"
                                + " (.*(?:[Ss]hape|[Dd]imension|[Bb]roadcast|\\b[Ss]ize|[Rr]ank|axis).*)",
                            "The inputs do not fit together inside the network (%2$s: %3$s); give"
                                    + " sizes that it was made for."),
                    known(
                            ".*running (\\w+) node\\. Name:'[^']*' Status Message: (.*)",
                            "The network failed in %2$s (%3$s); give other values or sizes."));

    private Sentence() {}

    /// Why a file cannot be opened.
    static ProblemException opening(Path file, OrtException e) {
        String name = String.valueOf(file.getFileName());
        String sentence =
                outdated(file, e)
                        .or(() -> first(OPENING, e, name))
                        .orElseGet(() ->
                                "ONNX Runtime cannot load '%s' (%s); export it again."
                                        .formatted(name, shorten(e.getMessage())));
        return new ProblemException(Fault.MODEL, List.of(Problem.of("model", sentence)), e);
    }

    /// Where an operator is missing in a file of old operators, their age is why.
    private static Optional<String> outdated(Path file, OrtException e) {
        if (!String.valueOf(e.getMessage()).contains("Could not find an implementation")) {
            return Optional.empty();
        }
        return Optional.ofNullable(OnnxFile.read(file).opsets().get("ai.onnx"))
                .filter(opset -> opset < LEAST_OPSET)
                .map(opset ->
                        "'%s' is written for opset %d, and ONNX Runtime runs %d and later ones; export it again with opset 13 or later."
                                .formatted(file.getFileName(), opset, LEAST_OPSET));
    }

    /// Why a run failed.
    static ProblemException running(OrtException e) {
        String sentence =
                first(RUNNING, e, "")
                        .orElseGet(() ->
                                "The network cannot run (%s); give other values or sizes."
                                        .formatted(shorten(e.getMessage())));
        return ProblemException.run(sentence, e);
    }

    /// What a person may call a type that is no tensor of ours.
    static String type(ValueInfo info) {
        return switch (info) {
            case SequenceInfo sequence when sequence.isSequenceOfMaps() -> "a sequence of maps";
            case SequenceInfo _ -> "a sequence of tensors";
            case MapInfo _ -> "a single map";
            case TensorInfo tensor ->
                    "of the type "
                            + tensor.onnxType
                                    .name()
                                    .replace("ONNX_TENSOR_ELEMENT_DATA_TYPE_", "")
                                    .toLowerCase(Locale.ROOT);
            default -> "of a type that is no tensor";
        };
    }

    /// The first line of a message, without codes and places in ONNX Runtime's own sources.
    static String shorten(@Nullable String message) {
        String line = NOISE.matcher(String.valueOf(message)).replaceAll("").strip();
        int end = line.indexOf('\n');
        line = end < 0 ? line : line.substring(0, end).strip();
        line = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static Known known(String says, String sentence) {
        return new Known(Pattern.compile(says, Pattern.DOTALL), sentence);
    }

    private static Optional<String> first(List<Known> all, OrtException e, String name) {
        String said = e.getCode() + " " + e.getMessage();
        for (Known known : all) {
            Matcher matcher = known.says().matcher(said);
            if (matcher.find()) {
                List<Object> parts = new ArrayList<>(List.of(name));
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    parts.add(shorten(matcher.group(i)));
                }
                return Optional.of(known.sentence().formatted(parts.toArray()));
            }
        }
        return Optional.empty();
    }
}
