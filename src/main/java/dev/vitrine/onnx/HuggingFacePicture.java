package dev.vitrine.onnx;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a picture becomes a tensor, as transformers' image processors write it down.
///
/// @see <a href="https://huggingface.co/docs/transformers/main_classes/image_processor">image
///   processors</a>
final class HuggingFacePicture {
    static final String FILE = "preprocessor_config.json";

    private static final double BYTE = 255;
    private static final double CLOSE = 1e-6;

    private final JsonNode config;
    private final Map<String, Object> words = new LinkedHashMap<>();
    private final List<String> because = new ArrayList<>();

    private HuggingFacePicture(JsonNode config) {
        this.config = config;
    }

    /// Reads it.
    ///
    /// @return nothing where it is about no picture
    /// @throws Unusable where it contradicts itself
    static Optional<PictureWords> of(JsonNode config) throws Unusable {
        boolean picture =
                config.has("image_mean")
                        || config.has("do_resize")
                        || config.has("do_rescale")
                        || config.path("image_processor_type").isString();
        return picture ? Optional.of(new HuggingFacePicture(config).read()) : Optional.empty();
    }

    private PictureWords read() throws Unusable {
        size();
        range();
        if (config.path("do_normalize").asBoolean(config.has("image_mean"))
                && config.has("image_mean")) {
            words.put("mean", numbers("image_mean"));
            words.put("std", numbers("image_std"));
            because.add("image_mean and image_std");
        }
        if (config.path("do_flip_channel_order").asBoolean(false)) {
            words.put("channels", "bgr");
            because.add("do_flip_channel_order");
        }
        return new PictureWords(
                "",
                words,
                FILE,
                "%s beside it says how a picture goes in: %s.%s"
                        .formatted(FILE, String.join(", ", because), margin()));
    }

    private void size() throws Unusable {
        boolean resized = config.path("do_resize").asBoolean(config.has("size"));
        boolean cropped = config.path("do_center_crop").asBoolean(false) && config.has("crop_size");
        JsonNode size = config.path(cropped ? "crop_size" : "size");
        JsonNode edge = size.isNumber() ? size : size.path("shortest_edge");
        if (!resized && !cropped || size.has("longest_edge") && !size.has("height")) {
            return;
        }
        if (size.has("height") || size.has("width")) {
            words.put("size", List.of(side(size.path("height")), side(size.path("width"))));
        } else if (edge.isMissingNode()) {
            return;
        } else {
            words.put("size", List.of(side(edge), side(edge)));
        }
        boolean whole = !cropped && (size.isNumber() || size.has("height"));
        words.put("fit", whole ? "stretch" : "cover");
        because.add(cropped ? "crop_size" : "size");
    }

    /// What is said of pictures that transformers first bring to a larger size than they cut out.
    private String margin() throws Unusable {
        JsonNode edge = config.path("size").path("shortest_edge");
        boolean larger =
                words.get("size") instanceof List<?> taken
                        && "cover".equals(words.get("fit"))
                        && (edge.isNumber() && !taken.contains(side(edge))
                                || config.path("crop_pct").isNumber());
        return larger
                ? " It leaves out a narrow margin of each picture, which stays here, so scores may"
                        + " differ a little."
                : "";
    }

    private void range() throws Unusable {
        if (!config.path("do_rescale").asBoolean(true)) {
            words.put("range", List.of(0.0, BYTE));
            because.add("do_rescale (no, so 0 to 255)");
            return;
        }
        double factor = config.path("rescale_factor").asDouble(1 / BYTE);
        if (!Double.isFinite(factor) || factor <= 0 || factor > 1) {
            throw new Unusable("its rescale_factor is %s".formatted(factor));
        }
        if (config.path("offset").asBoolean(false)) {
            throw new Unusable("it moves values by an offset, which Vitrine does not do");
        }
        double high = BYTE * factor;
        words.put("range", List.of(0.0, Math.abs(high - 1) < CLOSE ? 1.0 : high));
        because.add(config.has("rescale_factor") ? "rescale_factor" : "do_rescale");
    }

    private static long side(JsonNode node) throws Unusable {
        long side = node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : 0;
        if (side < 1 || side > PictureWords.MOST_SIDE) {
            throw new Unusable("its size is no picture's");
        }
        return side;
    }

    private List<Double> numbers(String word) throws Unusable {
        JsonNode node = config.path(word);
        List<Double> all = new ArrayList<>();
        for (JsonNode n : node) {
            double value = n.isNumber() ? n.doubleValue() : Double.NaN;
            if (!Double.isFinite(value) || value == 0 && word.equals("image_std")) {
                throw new Unusable("its %s is no list of numbers".formatted(word));
            }
            all.add(value);
        }
        if (!node.isArray() || all.isEmpty() || all.size() > 4) {
            throw new Unusable(
                    "its %s is no list of numbers, one for each channel".formatted(word));
        }
        return all;
    }
}
