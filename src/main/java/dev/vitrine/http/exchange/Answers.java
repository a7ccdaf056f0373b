package dev.vitrine.http.exchange;

import dev.vitrine.kind.Json;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;
import dev.vitrine.tensor.StoppedException;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Answers in one piece: what was asked for, or what is wrong.
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    public static final String DEFECT = "Vitrine failed; start it with --debug to see where.";

    /// Bytes from which packing text is worth its time.
    private static final int MUCH = 4 << 10;

    private Answers() {}

    /// Answers with JSON, packed with gzip where there is much of it and the client asks for that.
    public static void json(Context context, JsonNode body) {
        text(context, AnswerForm.JSON, Json.MAPPER.writeValueAsBytes(body));
    }

    /// Answers with what stays as it is for a while, or with 304 where the client has it already
    /// (RFC 9110, section 13.1.2).
    public static void unlessKnown(Context context, String mediaType, byte[] body) {
        String tag = tag(body);
        context.header("ETag", tag).header("Cache-Control", "no-cache");
        String known = context.header("If-None-Match");
        if (known != null
                && Arrays.stream(known.split(",")).map(String::strip).anyMatch(t -> isOf(t, tag))) {
            context.status(304);
        } else if (mediaType.startsWith("image/") || mediaType.startsWith("font/")) {
            bytes(context, mediaType, body);
        } else {
            text(context, mediaType, body);
        }
    }

    private static boolean isOf(String known, String tag) {
        return known.equals(tag) || known.equals("*");
    }

    /// A weak one, because the same text goes out plain and packed.
    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"%s\"".formatted(HexFormat.of().formatHex(hash, 0, 12));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Answers with text, packed with gzip where there is much of it and the client asks for that.
    public static void text(Context context, String mediaType, byte[] plain) {
        if (plain.length < MUCH) {
            bytes(context, mediaType, plain);
            return;
        }
        context.header("Vary", "Accept-Encoding");
        if (takesGzip(context.header("Accept-Encoding"))) {
            context.header("Content-Encoding", "gzip");
            bytes(context, mediaType, gzip(plain));
        } else {
            bytes(context, mediaType, plain);
        }
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null && Accept.of(accepted).quality("gzip") > 0;
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// Writes to the connection itself: through Javalin's own result every answer is copied twice.
    public static void bytes(Context context, String mediaType, byte[] body) {
        HttpServletResponse response = context.res();
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException e) {
            LOG.debug("The client of {} {} has gone.", context.method(), context.path());
        }
    }

    /// Turns whatever a protocol throws into an answer.
    public static void exceptions(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, context) -> problem(context, e));
        routes.exception(
                Refusal.class, (e, context) -> sentence(context, e.status(), e.sentence()));
        routes.exception(StoppedException.class, (e, context) -> wrong(context, Wrong.STOPPED));
        routes.exception(HttpResponseException.class, (e, context) -> unrouted(context, e));
        routes.exception(
                Exception.class,
                (e, context) -> {
                    LOG.error("{} {} failed.", context.method(), context.path(), e);
                    sentence(context, 500, DEFECT);
                });
    }

    private static void problem(Context context, ProblemException e) {
        later(context, e);
        wrong(context, Wrong.of(e));
    }

    /// Says when the same may succeed, where it did not for want of room.
    public static void later(Context context, ProblemException e) {
        if (e.fault() == Fault.BUSY) {
            context.header("Retry-After", Long.toString(seconds(e.retryAfter())));
        }
    }

    /// Whole seconds, of which there is at least one.
    private static long seconds(Optional<Duration> time) {
        return 1 + Math.max(0, time.orElse(Duration.ZERO).toMillis() - 1) / 1_000;
    }

    private static void unrouted(Context context, HttpResponseException e) {
        switch (e) {
            case NotFoundResponse _ ->
                    sentence(
                            context,
                            404,
                            "There is nothing at this path; /docs lists what there is.");
            case MethodNotAllowedResponse _ when context.method() == HandlerType.OPTIONS ->
                    context.header("Allow", allowed(e)).status(204);
            case MethodNotAllowedResponse _ ->
                    sentence(
                            context.header("Allow", allowed(e)),
                            405,
                            "This path is not for %s; /docs says what it is for."
                                    .formatted(context.method()));
            default -> sentence(context, e.getStatus(), String.valueOf(e.getMessage()));
        }
    }

    private static String allowed(HttpResponseException e) {
        return String.join(", ", e.getDetails().values()) + ", OPTIONS";
    }

    private static void sentence(Context context, int status, String sentence) {
        wrong(context, Wrong.of(status, sentence));
    }

    /// Answers with what is wrong.
    public static void wrong(Context context, Wrong wrong) {
        Wrong told = Wrong.isInference(context.path()) ? wrong.forInference() : wrong;
        context.status(told.status());
        json(context, told.body());
    }
}
