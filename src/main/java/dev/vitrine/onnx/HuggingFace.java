package dev.vitrine.onnx;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands beside a model of Hugging Face's hub: `config.json`, `preprocessor_config.json` and
/// the front matter of `README.md`.
final class HuggingFace implements Source {
    private static final String CONFIG = "config.json";
    private static final String CARD = "README.md";
    private static final int LEAST_RATE = 1000;
    private static final int MOST_RATE = 768_000;
    private static final int MOST_CLASSES = 100_000;

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\R(.*?)\\R---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);

    /// What transformers writes where nobody named the classes.
    private static final Pattern PLACEHOLDER = Pattern.compile("LABEL_\\d+");

    @Override
    public void read(OnnxFile declared, Beside beside, Findings findings) {
        beside.json(CONFIG).flatMap(c -> classes(c, beside)).ifPresent(findings::names);
        beside.json(HuggingFacePicture.FILE)
                .flatMap(c -> picture(c, beside))
                .ifPresent(findings::picture);
        beside.json(HuggingFacePicture.FILE).flatMap(HuggingFace::sound).ifPresent(findings::sound);
        beside.text(CARD)
                .flatMap(HuggingFace::frontMatter)
                .flatMap(text -> beside.yaml("The head of " + CARD, text))
                .ifPresent(head -> card(head, findings));
    }

    private static void card(JsonNode head, Findings findings) {
        word(head, "pipeline_tag").ifPresent(findings::task);
        word(head, "license").ifPresent(findings::licence);
    }

    private static Optional<Word> word(JsonNode head, String key) {
        String text = Clue.oneLine(head.path(key).asString(""));
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Word(text, "%s (%s)".formatted(CARD, key)));
    }

    private static Optional<String> frontMatter(String text) {
        Matcher matcher = FRONT_MATTER.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// What a feature extractor of sounds says.
    private static Optional<SoundWords> sound(JsonNode config) {
        long rate = config.path("sampling_rate").asLong(0);
        if (rate < LEAST_RATE || rate > MOST_RATE) {
            return Optional.empty();
        }
        boolean normalizes = config.path("do_normalize").asBoolean(false);
        return Optional.of(
                new SoundWords(
                        normalizes
                                ? Map.of("samplingRate", rate, "normalize", true)
                                : Map.of("samplingRate", rate),
                        "%s beside it says that a second has %d samples%s."
                                .formatted(
                                        HuggingFacePicture.FILE,
                                        rate,
                                        normalizes
                                                ? ", brought to a mean of 0 and a variance of 1"
                                                : "")));
    }

    private static Optional<PictureWords> picture(JsonNode config, Beside beside) {
        try {
            return HuggingFacePicture.of(config);
        } catch (Unusable e) {
            beside.passOver(HuggingFacePicture.FILE, e.reason());
            return Optional.empty();
        }
    }

    private static Optional<ClassNames> classes(JsonNode config, Beside beside) {
        JsonNode names = config.path("id2label");
        TreeMap<Integer, String> byNumber = new TreeMap<>();
        for (var entry : names.properties()) {
            if (!entry.getKey().matches("\\d{1,6}") || !entry.getValue().isValueNode()) {
                byNumber.clear();
                break;
            }
            byNumber.put(Integer.parseInt(entry.getKey()), entry.getValue().asString(""));
        }
        List<String> inOrder = List.copyOf(byNumber.values());
        if (inOrder.isEmpty()
                || byNumber.firstKey() != 0
                || byNumber.lastKey() != inOrder.size() - 1
                || inOrder.size() > MOST_CLASSES) {
            if (!names.isMissingNode()) {
                beside.passOver(CONFIG + " (id2label)", "it does not number its names from 0");
            }
            return Optional.empty();
        }
        return inOrder.stream().allMatch(n -> PLACEHOLDER.matcher(n).matches())
                ? Optional.empty()
                : Optional.of(new ClassNames("in %s (id2label)".formatted(CONFIG), inOrder));
    }
}
