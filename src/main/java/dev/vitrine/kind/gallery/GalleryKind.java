package dev.vitrine.kind.gallery;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.MediaText;
import dev.vitrine.kind.Part;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.image.ImageKind;
import dev.vitrine.kind.image.PictureCodec;
import dev.vitrine.kind.text.TextKind;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Several pictures with captions: a JSON array of `{"image": "data:image/png;base64,…", "caption":
/// "…"}`, or as many uploads of one name; as a file a ZIP of PNG pictures.
public final class GalleryKind implements Kind<Gallery> {
    /// The words of the JSON of one picture, which are Gradio's too.
    public static final String IMAGE = "image";

    public static final String CAPTION = "caption";

    private static final String MOST = "maxItems";
    private static final ImageKind IMAGES = new ImageKind();

    @Override
    public String id() {
        return "gallery";
    }

    @Override
    public Class<Gallery> type() {
        return Gallery.class;
    }

    @Override
    public Gallery decode(Port port, Raw raw) {
        GalleryReader reader = new GalleryReader(port);
        return switch (raw) {
            case Raw.Json(JsonNode node) -> reader.json(node);
            case Raw.Text(String text) -> reader.text(text);
            case Raw.Upload upload when isJson(upload.bytes()) ->
                    reader.text(TextKind.utf8(port, upload.bytes()));
            case Raw.Upload upload ->
                    reader.one(upload, Objects.requireNonNullElse(upload.fileName(), ""));
        };
    }

    /// A gallery with another picture, or several of a file of its JSON, behind it.
    ///
    /// @param more the file
    /// @throws dev.vitrine.signature.ProblemException where it cannot be read or goes beyond what
    ///   the port takes, before it is in memory
    public Gallery with(Port port, Gallery gallery, Raw.Upload more) {
        GalleryReader reader = new GalleryReader(port);
        reader.count(gallery.size() + 1L);
        Port left = reader.left(gallery.pixels());
        try {
            return gallery.with(decode(left, more).items());
        } catch (ProblemException e) {
            throw reader.bounded(e);
        }
    }

    /// No picture begins as a list does.
    private static boolean isJson(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == '[';
    }

    @Override
    public boolean takesSeveral() {
        return true;
    }

    /// One picture after the other.
    @Override
    public Raw together(List<Raw> several) {
        ArrayNode all = Json.array();
        for (Raw raw : several) {
            switch (raw) {
                case Raw.Json(JsonNode node) -> all.add(node);
                case Raw.Text(String text) -> all.addObject().put(IMAGE, text);
                case Raw.Upload upload -> all.add(item(upload));
            }
        }
        return new Raw.Json(all);
    }

    private static ObjectNode item(Raw.Upload upload) {
        String name = Objects.requireNonNullElse(upload.fileName(), "");
        String type =
                Objects.requireNonNullElse(URLConnection.guessContentTypeFromName(name), "image/*");
        ObjectNode item = Json.object();
        item.set(IMAGE, MediaText.encode(new Media(upload.bytes(), type, "")));
        return item.put(CAPTION, name);
    }

    @Override
    public JsonNode encode(Port port, Gallery value) {
        ArrayNode all = Json.array();
        for (Gallery.Item item : value.items()) {
            ObjectNode one = all.addObject();
            one.set(IMAGE, IMAGES.encode(port, item.picture()));
            if (!item.caption().isEmpty()) {
                one.put(CAPTION, item.caption());
            }
        }
        return all;
    }

    @Override
    public List<Problem> check(Port port, Gallery value) {
        List<Problem> problems = new ArrayList<>();
        if (value.size() > most(port)) {
            problems.add(tooMany(port, value.size()));
        }
        if (value.pixels() > maxPixels(port)) {
            problems.add(tooLarge(port));
        }
        return problems;
    }

    static Problem tooMany(Port port, long size) {
        return Problem.at(
                        port.name(),
                        "too_long",
                        String.format(
                                Locale.ROOT,
                                "'%s' has %,d pictures; give at most %,d.",
                                port.label(),
                                size,
                                most(port)))
                .withContext(Map.of("max_length", most(port)));
    }

    static Problem tooLarge(Port port) {
        return Problem.at(
                        port.name(),
                        "image_too_large",
                        String.format(
                                Locale.ROOT,
                                "The pictures of '%s' have more than %,d pixels together; make them"
                                        + " smaller, or give fewer.",
                                port.label(),
                                maxPixels(port)))
                .withContext(Map.of("max_pixels", maxPixels(port)));
    }

    /// Picture by picture, as [ImageKind] has it; captions only where they are expected.
    @Override
    public Optional<String> differs(Port port, JsonNode expected, Gallery value, double tolerance) {
        if (!expected.isArray() || expected.size() != value.size()) {
            return Optional.of("has %s, expected %d".formatted(value, expected.size()));
        }
        for (int i = 0; i < value.size(); i++) {
            Gallery.Item item = value.items().get(i);
            JsonNode one = expected.get(i);
            JsonNode caption = one.path(CAPTION);
            Optional<String> apart =
                    caption.isString() && !caption.stringValue().equals(item.caption())
                            ? Optional.of(
                                    "is called '%s', expected '%s'"
                                            .formatted(item.caption(), caption.stringValue()))
                            : IMAGES.differs(
                                    port,
                                    one.isObject() ? one.path(IMAGE) : one,
                                    item.picture(),
                                    tolerance);
            if (apart.isPresent()) {
                return Optional.of("picture %d %s".formatted(i + 1, apart.get()));
            }
        }
        return Optional.empty();
    }

    @Override
    public ObjectNode schema(Port port) {
        ObjectNode schema =
                Json.object()
                        .put("type", "array")
                        .put("description", "Pictures, each with a caption.")
                        .put(MOST, most(port));
        ObjectNode item = schema.putObject("items").put("type", "object");
        ObjectNode words = item.putObject("properties");
        words.set(IMAGE, IMAGES.schema(port));
        words.putObject(CAPTION)
                .put("type", "string")
                .put("description", "What stands below the picture.");
        item.putArray("required").add(IMAGE);
        return schema;
    }

    @Override
    public Gallery example(Port port) {
        return most(port) < 1
                ? Gallery.EMPTY
                : new Gallery(List.of(new Gallery.Item(IMAGES.example(port), "one")));
    }

    @Override
    public String text(Port port, Gallery value) {
        return value.toString();
    }

    /// A ZIP file with a PNG file for each picture.
    @Override
    public Optional<Media> file(Port port, Gallery value) {
        return Optional.of(new Media(GalleryZip.bytes(value), "application/zip", "zip"));
    }

    @Override
    public List<Part> parts(Port port, Gallery value) {
        return value.items().stream()
                .map(item -> new Part(item.caption(), new Media(png(item), "image/png", "png")))
                .toList();
    }

    @Override
    public List<String> accepts() {
        return IMAGES.accepts();
    }

    @Override
    public long weight(Gallery value) {
        return value.items().stream().mapToLong(i -> 64 + IMAGES.weight(i.picture())).sum();
    }

    @Override
    public List<String> limits() {
        return List.of("maxPixels");
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        all.putObject(MOST)
                .put("type", "integer")
                .put("minimum", 0)
                .put("description", "The greatest number of pictures; 100 where nothing is said.");
        return all;
    }

    /// The greatest number of pictures that a port takes.
    public static long most(Port port) {
        return port.option(MOST, Number.class).map(Number::longValue).orElse(100L);
    }

    /// The most pixels that all pictures of a port have together.
    public static long maxPixels(Port port) {
        return ImageKind.maxPixels(port);
    }

    /// A picture as a PNG file.
    public static byte[] png(Gallery.Item item) {
        return PictureCodec.png(item.picture());
    }
}
