package dev.vitrine.onnx;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// What DJL Serving reads beside a model: `serving.properties` with the arguments of a translator,
/// and the file of class names that it names.
///
/// @see <a
///   href="https://docs.djl.ai/master/docs/serving/serving/docs/modes.html">serving.properties</a>
final class Djl implements Source {
    private static final String FILE = "serving.properties";
    private static final String OPTION = "option.";

    private static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);
    private static final List<Double> IMAGENET_STD = List.of(0.229, 0.224, 0.225);

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        beside.text(FILE)
                .ifPresent(text -> {
                    try {
                        read(properties(text), beside, findings);
                    } catch (Unusable e) {
                        beside.passOver(FILE, e.reason());
                    }
                });
    }

    private static void read(Map<String, String> all, Beside beside, Findings findings)
            throws Unusable {
        String application = all.getOrDefault("application", "").toLowerCase(Locale.ROOT);
        String factory = all.getOrDefault("translatorfactory", "");
        boolean classifies =
                application.endsWith("image_classification")
                        || factory.endsWith("ImageClassificationTranslatorFactory");
        if (isTrue(all, "applysoftmax")) {
            findings.softmax(new Word("softmax", FILE + " (applySoftmax)"));
        }
        if (classifies) {
            findings.task(new Word("image-classification", FILE));
        }
        String names = all.getOrDefault("synsetfilename", classifies ? "synset.txt" : "");
        if (!names.isEmpty()) {
            beside.text(names)
                    .flatMap(text -> ClassNames.ofLines(names, text))
                    .ifPresent(findings::names);
        }
        if (classifies || all.containsKey("normalize") || all.containsKey("resize")) {
            findings.picture(picture(all));
        }
    }

    private static PictureWords picture(Map<String, String> all) throws Unusable {
        Map<String, Object> words = new LinkedHashMap<>();
        String resize = all.getOrDefault("resize", "false");
        boolean crop = isTrue(all, "centercrop");
        if (!resize.equals("false") || crop) {
            String pair =
                    all.getOrDefault("width", "224") + "," + all.getOrDefault("height", "224");
            List<Double> size = numbers(resize.contains(",") ? resize : pair, 2);
            words.put("size", List.of(side(size.get(1)), side(size.get(0))));
            words.put("fit", crop ? "cover" : "stretch");
        }
        boolean divided = !all.getOrDefault("totensor", "true").equals("false");
        words.put("range", List.of(0.0, divided ? 1.0 : 255.0));
        String normalize = all.getOrDefault("normalize", "false");
        if (normalize.equals("true")) {
            words.put("mean", IMAGENET_MEAN);
            words.put("std", IMAGENET_STD);
        } else if (!normalize.equals("false")) {
            List<Double> both = numbers(normalize, 6);
            if (both.subList(3, 6).contains(0.0)) {
                throw new Unusable("its normalize divides by 0");
            }
            words.put("mean", both.subList(0, 3));
            words.put("std", both.subList(3, 6));
        }
        if (all.getOrDefault("flag", "").equalsIgnoreCase("GRAYSCALE")) {
            words.put("channels", "gray");
        }
        return new PictureWords(
                "",
                words,
                FILE,
                "%s beside it says how a picture goes in (resize, centerCrop, toTensor, normalize; what it leaves out is DJL's standard)."
                        .formatted(FILE));
    }

    private static boolean isTrue(Map<String, String> all, String word) {
        return all.getOrDefault(word, "false").equalsIgnoreCase("true");
    }

    private static long side(double number) throws Unusable {
        if (number < 1 || number > PictureWords.MOST_SIDE || number != Math.rint(number)) {
            throw new Unusable("its size is no picture's");
        }
        return (long) number;
    }

    private static List<Double> numbers(String text, int count) throws Unusable {
        try {
            List<Double> all =
                    Arrays.stream(text.split(",", -1))
                            .map(String::strip)
                            .map(Double::parseDouble)
                            .toList();
            if (all.size() == count && all.stream().allMatch(Double::isFinite)) {
                return all;
            }
        } catch (NumberFormatException e) {
            throw new Unusable("it holds words where numbers belong");
        }
        throw new Unusable("it holds other than %d numbers where they belong".formatted(count));
    }

    /// The properties by their names in lower case, less `option.`.
    private static Map<String, String> properties(String text) throws Unusable {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable("it holds no properties");
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : read.stringPropertyNames()) {
            String bare = name.startsWith(OPTION) ? name.substring(OPTION.length()) : name;
            all.put(
                    bare.toLowerCase(Locale.ROOT),
                    Optional.ofNullable(read.getProperty(name)).orElse("").strip());
        }
        return all;
    }
}
