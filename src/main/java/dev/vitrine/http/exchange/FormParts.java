package dev.vitrine.http.exchange;

import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Signature;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/// A `multipart/form-data` body (RFC 7578), kept in memory: one part for each port, a file where it
/// has a file name and text where it has none.
public final class FormParts {
    private static final int MOST_PARTS = 1_000;

    private static final int HEADER_BYTES = 8 << 10;

    private FormParts() {}

    /// Reads the parts by name; several of one name are together where the kind of the input takes
    /// several files.
    ///
    /// @param contentType the header, which names the boundary
    /// @throws Refusal 400 where it is no such body
    /// @throws ProblemException where a port is there twice
    static Map<String, Raw> read(Signature signature, String contentType, byte[] body) {
        Map<String, List<Raw>> parts = new LinkedHashMap<>();
        for (Named part : list(contentType, body)) {
            parts.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part.value());
        }
        Map<String, Raw> raws = new LinkedHashMap<>();
        parts.forEach((name, all) -> raws.put(name, one(signature, name, all)));
        return raws;
    }

    private static Raw one(Signature signature, String name, List<Raw> all) {
        return all.size() == 1
                ? all.getFirst()
                : signature
                        .input(name)
                        .map(Kinds::of)
                        .filter(Kind::takesSeveral)
                        .map(kind -> kind.together(all))
                        .orElseThrow(() ->
                                ProblemException.input(
                                        Problem.at(
                                                name,
                                                "duplicate",
                                                "'%s' is there twice; send it once."
                                                        .formatted(name))));
    }

    /// One part.
    ///
    /// @param name the field's
    public record Named(String name, Raw value) {}

    /// Reads the parts in their order.
    ///
    /// @param contentType the header, which names the boundary
    /// @throws Refusal 400 where it is no such body
    public static List<Named> list(String contentType, byte[] body) {
        List<Named> all = new ArrayList<>();
        try (MultiPartFormData.Parts parts = parse(contentType, body)) {
            for (MultiPart.Part part : parts) {
                Raw raw = raw(part);
                if (part.getName() == null) {
                    throw unreadable();
                }
                if (raw != null) {
                    all.add(new Named(part.getName(), raw));
                }
            }
        }
        return all;
    }

    private static MultiPartFormData.Parts parse(String contentType, byte[] body) {
        MultiPartConfig config =
                new MultiPartConfig.Builder()
                        .maxParts(MOST_PARTS)
                        // The guard bounds every body alike; Jetty would end forms at 50 MB.
                        .maxSize(-1)
                        .maxHeadersSize(HEADER_BYTES)
                        .maxPartSize(-1)
                        .maxMemoryPartSize(-1)
                        .build();
        try {
            return MultiPartFormData.getParts(
                    new ByteBufferContentSource(ByteBuffer.wrap(body)),
                    new Attributes.Mapped(),
                    contentType,
                    config);
        } catch (CompletionException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return new Refusal(
                400, "The form cannot be read; send one part for each input, each with a name.");
    }

    /// The part's value; nothing for the empty file that a browser sends for a field nobody filled.
    private static @Nullable Raw raw(MultiPart.Part part) {
        byte[] bytes = bytes(part);
        String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
        String fileName = part.getFileName();
        if (fileName == null && (type == null || type.startsWith("text/plain"))) {
            return new Raw.Text(new String(bytes, StandardCharsets.UTF_8));
        }
        return bytes.length == 0 && (fileName == null || fileName.isEmpty())
                ? null
                : new Raw.Upload(bytes, fileName == null ? null : base(fileName), type);
    }

    /// A client may send a whole path; folders are none of ours.
    private static String base(String fileName) {
        return fileName.substring(
                1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')));
    }

    private static byte[] bytes(MultiPart.Part part) {
        try {
            ByteBuffer all = Content.Source.asByteBuffer(part.getContentSource());
            byte[] bytes = new byte[all.remaining()];
            all.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
