package dev.vitrine.kind.audio;

import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.MediaText;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sounds: a file, a data URI (`data:audio/wav;base64,…`) or bare base64 in, a WAV data URI out.
public final class AudioKind implements Kind<Sound> {
    /// How long a sound may last where the port sets no bound, in seconds: ten minutes.
    public static final double MAX_SECONDS = 600;

    private static final MediaText TEXT = new MediaText("sound", "audio/*", "audio_decode");

    @Override
    public String id() {
        return "audio";
    }

    @Override
    public Class<Sound> type() {
        return Sound.class;
    }

    @Override
    public Sound decode(Port port, Raw raw) {
        byte[] bytes = TEXT.bytes(port, raw);
        String name =
                raw instanceof Raw.Upload upload && upload.fileName() != null
                        ? upload.fileName()
                        : port.label();
        try {
            return SoundCodec.read(bytes, "'%s'".formatted(name), maxSeconds(port));
        } catch (Unreadable e) {
            throw refused(port, e);
        }
    }

    /// Refuses a file that is too long for a port.
    @Override
    public void look(Port port, byte[] head, long size, String fileName) {
        try {
            SoundCodec.look(head, size, "'%s'".formatted(fileName), maxSeconds(port));
        } catch (Unreadable e) {
            throw refused(port, e);
        }
    }

    private static ProblemException refused(Port port, Unreadable e) {
        return ProblemException.input(
                Problem.at(port.name(), e.type(), String.valueOf(e.getMessage())));
    }

    @Override
    public JsonNode encode(Port port, Sound value) {
        return MediaText.encode(wav(value));
    }

    @Override
    public List<Problem> check(Port port, Sound value) {
        double most = maxSeconds(port);
        return value.seconds() <= most
                ? List.of()
                : List.of(
                        Problem.at(
                                        port.name(),
                                        "audio_too_long",
                                        SoundCodec.tooLong(
                                                "'%s'".formatted(port.label()),
                                                value.seconds(),
                                                most))
                                .withContext(Map.of("max_seconds", most)));
    }

    @Override
    public ObjectNode schema(Port port) {
        return TEXT.schema();
    }

    @Override
    public Sound example(Port port) {
        return Sound.of(16_000, 1, new float[maxSeconds(port) < 0.001 ? 0 : 16]);
    }

    @Override
    public String text(Port port, Sound value) {
        return "sound, " + value;
    }

    @Override
    public Optional<Media> media(Port port, Sound value) {
        return Optional.of(wav(value));
    }

    /// See [SoundComparison]; what is expected is a whole sound.
    @Override
    public Optional<String> differs(Port port, JsonNode expected, Sound value, double tolerance) {
        return SoundComparison.differs(decode(port, new Raw.Json(expected)), value, tolerance);
    }

    @Override
    public List<String> accepts() {
        return List.of(TEXT.range());
    }

    @Override
    public long weight(Sound value) {
        return 4L * value.frames() * value.channels();
    }

    @Override
    public List<String> limits() {
        return List.of("maxSeconds");
    }

    @Override
    public ObjectNode options() {
        ObjectNode all = Json.object();
        ObjectNode sources = all.putObject("sources");
        sources.put("type", "array")
                .put("description", "How a sound gets in; all ways where nothing is said.");
        sources.putObject("items").put("type", "string").putArray("enum").add("file").add("record");
        return all;
    }

    /// How long a sound of a port may last, in seconds.
    public static double maxSeconds(Port port) {
        return port.limits().maxSeconds().orElse(MAX_SECONDS);
    }

    private static Media wav(Sound value) {
        return new Media(SoundCodec.wav(value), "audio/wav", "wav");
    }
}
