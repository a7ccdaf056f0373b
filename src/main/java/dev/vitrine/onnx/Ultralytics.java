package dev.vitrine.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What Ultralytics' exporter writes into a file's metadata, as Python prints it: `task`, `names`,
/// `imgsz`, `kpt_shape`.
///
/// @see <a href="https://docs.ultralytics.com/modes/export/">its export</a>
final class Ultralytics implements Source {
    private static final String METADATA = "the file's metadata ";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    /// What its letterbox is filled with.
    private static final long GREY = 114;

    /// What a prototype of a mask has in every model of Ultralytics'.
    private static final int MASKS = 32;

    private static final Map<String, String> TASKS =
            Map.of(
                    "classify", "image-classification",
                    "detect", "object-detection",
                    "segment", "image-segmentation",
                    "pose", "keypoint-detection",
                    "obb", "object-detection");

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        String task = declared.property("task").orElse("");
        Optional<ClassNames> names =
                declared.property("names").flatMap(text -> ClassNames.ofMembers("names", text));
        if (names.isEmpty() || declared.property("imgsz").isEmpty()) {
            return;
        }
        String tag = TASKS.get(task);
        if (tag == null) {
            if (!task.isEmpty()) {
                beside.passOver(
                        "The metadata's task '%s'".formatted(Clue.oneLine(task)),
                        "Vitrine does not draw what it gives");
            }
            return;
        }
        findings.task(new Word(tag, METADATA + "(task: %s)".formatted(task)));
        size(declared, beside).ifPresent(size -> findings.picture(picture(task, size)));
        if (!task.equals("classify")) {
            findings.detector(detector(declared, task, names.get().names()));
        }
    }

    private static PictureWords picture(String task, List<Long> size) {
        boolean whole = !task.equals("classify");
        String because =
                "Its metadata (task: %s, imgsz) is Ultralytics', whose pictures have values from 0 to 1 and %s"
                        .formatted(
                                task,
                                whole ? "are seen whole, on grey." : "are cut to fill the size.");
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("size", size);
        words.put("fit", whole ? "contain" : "cover");
        words.put("range", List.of(0.0, 1.0));
        words.put("antialias", !whole);
        if (whole) {
            words.put("fill", GREY);
        }
        return new PictureWords("", words, "Its metadata (imgsz)", because);
    }

    private static Detector detector(OnnxFile declared, String task, List<String> names) {
        String where = METADATA + "(task: %s)".formatted(task);
        String start = where.substring(0, 1).toUpperCase(Locale.ROOT) + where.substring(1);
        return switch (task) {
            case "segment" -> new Detector(names, Detector.More.MASK, MASKS, 0, start);
            case "obb" -> new Detector(names, Detector.More.ANGLE, 1, 0, start);
            case "pose" -> {
                List<Long> shape = numbers(declared, "kpt_shape");
                boolean sound =
                        shape.size() == 2
                                && shape.getFirst() > 0
                                && (shape.getLast() == 2 || shape.getLast() == 3);
                yield sound
                        ? new Detector(
                                names,
                                Detector.More.POINTS,
                                (int) (shape.getFirst() * shape.getLast()),
                                shape.getLast().intValue(),
                                start)
                        : Detector.boxes(names, start);
            }
            default -> Detector.boxes(names, start);
        };
    }

    private static Optional<List<Long>> size(OnnxFile declared, Beside beside) {
        List<Long> size = numbers(declared, "imgsz");
        boolean sound =
                (size.size() == 1 || size.size() == 2)
                        && size.stream().allMatch(n -> n >= 1 && n <= PictureWords.MOST_SIDE);
        if (!sound) {
            beside.passOver("The metadata's imgsz", "it is no picture's size");
            return Optional.empty();
        }
        return Optional.of(List.of(size.getFirst(), size.getLast()));
    }

    /// The whole numbers of a list as Python prints it; none where there are more than a few.
    private static List<Long> numbers(OnnxFile declared, String property) {
        List<Long> all =
                NUMBER.matcher(declared.property(property).orElse("").strip())
                        .results()
                        .limit(4)
                        .map(MatchResult::group)
                        .map(Long::parseLong)
                        .toList();
        return all.size() > 3 ? List.of() : all;
    }
}
