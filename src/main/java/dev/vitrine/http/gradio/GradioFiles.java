package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.Files;
import dev.vitrine.describe.gradio.GradioDocuments;
import dev.vitrine.http.exchange.Lasting;
import dev.vitrine.http.exchange.RandomId;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Sent;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/// The files that Gradio's clients have sent, in a private temporary folder, and those that runs
/// give, which are made when somebody fetches them. Safe to use from any thread.
///
/// A path is an id that nobody can guess and a name of plain letters; it is looked up, never
/// opened, so none leads anywhere else. What is sent stays for an hour, or until much else was
/// sent.
final class GradioFiles implements Lasting {
    private static final long LASTS_MINUTES = 60;

    private static final int MOST_UPLOADS = 1_000;
    private static final long MOST_UPLOADED = 512L << 20;

    private static final int MOST_OFFERS = 20_000;
    private static final long MOST_OFFERED = 64L << 20;

    private static final int LONGEST_NAME = 100;

    /// A file that can be fetched.
    ///
    /// @param name what its path ends in
    /// @param original what its sender calls it; the same for one that a run gave
    /// @param mediaType empty where the sender says none
    /// @param content makes or reads it
    record Kept(String name, String original, String mediaType, Supplier<byte[]> content) {}

    private final UploadFolder folder = new UploadFolder();
    private final Shelf<Kept> uploads =
            new Shelf<>(MOST_UPLOADS, MOST_UPLOADED, LASTS_MINUTES, folder::delete);
    private final Shelf<Kept> offers =
            new Shelf<>(MOST_OFFERS, MOST_OFFERED, LASTS_MINUTES, _ -> {});

    /// Keeps a file that a client has sent.
    ///
    /// @return its path
    String keep(Raw.Upload upload) {
        String original = upload.fileName() == null ? "" : upload.fileName();
        String name = plain(original);
        String id = RandomId.next();
        try {
            folder.write(id, upload.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String type = upload.mediaType() == null ? "" : upload.mediaType();
        uploads.put(
                id,
                new Kept(name, original.isEmpty() ? name : original, type, () -> folder.read(id)),
                upload.bytes().length);
        return id + "/" + name;
    }

    /// A file by its path.
    Optional<Kept> find(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String id = path.substring(0, slash);
        return uploads.find(id)
                .or(() -> offers.find(id))
                .filter(kept -> kept.name().equals(path.substring(slash + 1)));
    }

    /// Lets go of what has been there long enough.
    void tidy() {
        uploads.tidy();
        offers.tidy();
    }

    /// The files as a client sees them that has found the endpoint at an address.
    Files at(String root) {
        return new At(root + GradioDocuments.PREFIX + "/file=");
    }

    @Override
    public void close() {
        offers.clear();
        uploads.clear();
        folder.close();
    }

    /// A name of ASCII letters, digits, `.`, `_` and `-`, which no client writes in another way.
    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]+", "");
        plain = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        return plain.isEmpty() ? "file" : plain;
    }

    /// @param address where files are fetched, up to their path
    private final class At implements Files {
        private final String address;

        At(String address) {
            this.address = address;
        }

        @Override
        public ObjectNode offer(
                String name, String mediaType, long weight, Supplier<byte[]> maker) {
            String id = RandomId.next();
            String known = plain(name);
            offers.put(id, new Kept(known, known, mediaType, maker), weight);
            ObjectNode data =
                    Json.object()
                            .put("path", id + "/" + known)
                            .put("url", address + id + "/" + known)
                            .putNull("size")
                            .put("orig_name", known)
                            .put("mime_type", mediaType)
                            .put("is_stream", false);
            data.putObject("meta").put("_type", "gradio.FileData");
            return data;
        }

        @Override
        public Raw find(Port port, JsonNode given) {
            if (!given.isObject()) {
                return new Raw.Json(given);
            }
            String path = given.path("path").asString("");
            String url = given.path("url").asString("");
            if (path.isEmpty() && url.startsWith("data:")) {
                return new Raw.Json(StringNode.valueOf(url));
            }
            String wanted = path.isEmpty() ? url : path;
            String own = wanted.startsWith(address) ? wanted.substring(address.length()) : wanted;
            return GradioFiles.this
                    .find(own)
                    .map(At::upload)
                    .orElseThrow(() -> unknown(port, given, wanted));
        }

        private static Raw upload(Kept kept) {
            String type = kept.mediaType();
            return new Raw.Upload(
                    kept.content().get(), kept.original(), type.isEmpty() ? null : type);
        }

        private static ProblemException unknown(Port port, JsonNode given, @Nullable String path) {
            boolean isAddress = path != null && path.contains("://");
            String sentence =
                    isAddress
                            ? "'%s' is at an address, and Vitrine fetches nothing from anywhere;"
                                    + " send the file to /gradio_api/upload first."
                            : "'%s' names a file that is not here, or not any more; send it to"
                                    + " /gradio_api/upload first.";
            return ProblemException.input(
                    Problem.at(port.name(), "file_unknown", sentence.formatted(port.label()))
                            .withInput(Json.plain(Sent.brief(given))));
        }
    }
}
