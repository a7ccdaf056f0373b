package dev.vitrine.onnx;

import dev.vitrine.tensor.Dimension;
import dev.vitrine.tensor.Shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What Triton reads beside a model: `config.pbtxt` with the form of pictures and the file of class
/// names that an output names.
///
/// @see <a
///   href="https://github.com/triton-inference-server/common/blob/main/protobuf/model_config.proto">model_config.proto</a>
final class Triton implements Source {
    private static final String FILE = "config.pbtxt";
    private static final Map<String, String> LAYOUTS =
            Map.of("FORMAT_NCHW", "NCHW", "FORMAT_NHWC", "NHWC");

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        beside.text(FILE)
                .ifPresent(text -> {
                    try {
                        Pbtxt config = Pbtxt.read(text);
                        fits(declared, config);
                        config.messages("input").forEach(in -> picture(in, findings));
                        config.messages("output").forEach(out -> names(out, beside, findings));
                    } catch (Unusable e) {
                        beside.passOver(FILE, e.reason());
                    }
                });
    }

    private static void names(Pbtxt output, Beside beside, Findings findings) {
        String file = output.text("label_filename");
        if (!file.isEmpty()) {
            beside.text(file)
                    .flatMap(text -> ClassNames.ofLines(file, text))
                    .ifPresent(findings::names);
        }
    }

    private static void picture(Pbtxt input, Findings findings) {
        String format = input.text("format");
        String layout = LAYOUTS.get(format);
        if (layout != null) {
            findings.picture(
                    new PictureWords(
                            input.text("name"),
                            Map.of("layout", layout),
                            FILE,
                            "%s beside it says that it is a picture (format: %s)."
                                    .formatted(FILE, format)));
        }
    }

    /// Holds the names and sizes in it against the network's.
    private static void fits(OnnxFile declared, Pbtxt config) throws Unusable {
        boolean batched = !List.of("", "0").contains(config.text("max_batch_size"));
        for (Pbtxt tensor :
                Stream.concat(config.messages("input").stream(), config.messages("output").stream())
                        .toList()) {
            String name = tensor.text("name");
            Optional<ValueInfo> value =
                    Stream.concat(declared.inputs().stream(), declared.outputs().stream())
                            .filter(v -> v.name().equals(name))
                            .findFirst();
            if (value.isEmpty()) {
                throw new Unusable(
                        "it names a tensor '%s', which the network does not have"
                                .formatted(Clue.oneLine(name)));
            }
            boolean agrees =
                    !value.get().isRanked()
                            || !tensor.messages("reshape").isEmpty()
                            || value.get()
                                    .tensor()
                                    .map(t -> agrees(t.shape(), tensor.texts("dims"), batched))
                                    .orElse(true);
            if (!agrees) {
                throw new Unusable(
                        "its dims of '%s' are not the network's".formatted(Clue.oneLine(name)));
            }
        }
    }

    private static boolean agrees(Shape shape, List<String> dims, boolean batched) {
        int skipped = batched ? 1 : 0;
        if (shape.rank() != dims.size() + skipped) {
            return false;
        }
        for (int i = 0; i < dims.size(); i++) {
            Dimension d = shape.at(i + skipped);
            String said = dims.get(i);
            if (!d.isFree() && !said.equals("-1") && !said.equals(Long.toString(d.size()))) {
                return false;
            }
        }
        return true;
    }
}
