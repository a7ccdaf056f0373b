package dev.vitrine.http.gradio;

import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Entry;
import dev.vitrine.http.exchange.FormParts;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How Gradio's clients bring a token, whose form has a name and a password: the password is the
/// token, the name is any, and the answer makes it a cookie.
///
/// The [dev.vitrine.http.Guard] lets it pass without a token, so little of a body is read.
record LoginApi() implements Protocol {
    private static final String FIELD = "password";

    private static final int MOST_BYTES = 8 << 10;

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(Entry.LOGIN, GradioWrong.told(LoginApi::login));
    }

    private static void login(Context context) throws IOException {
        Entry entry =
                (Entry) Objects.requireNonNull(context.req().getAttribute(Entry.class.getName()));
        // Clients tell wrong credentials by this status, though Gradio itself answers 400.
        if (!entry.takes(password(context).orElse(""))) {
            throw new Refusal(
                    401,
                    "This is not the token of the demo; give that of its link as the password.");
        }
        entry.setCookie().ifPresent(cookie -> context.header("Set-Cookie", cookie));
        Answers.json(context, Json.object().put("success", true));
    }

    private static Optional<String> password(Context context) throws IOException {
        byte[] body = context.req().getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refusal.tooLarge(MOST_BYTES);
        }
        String type = Objects.requireNonNullElse(context.header("Content-Type"), "");
        return type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                ? inParts(type, body)
                : inPairs(new String(body, StandardCharsets.UTF_8));
    }

    private static Optional<String> inParts(String type, byte[] body) {
        return FormParts.list(type, body).stream()
                .filter(part -> part.name().equals(FIELD))
                .map(FormParts.Named::value)
                .filter(Raw.Text.class::isInstance)
                .map(text -> ((Raw.Text) text).text())
                .findFirst();
    }

    /// Pairs as a page's form sends them.
    private static Optional<String> inPairs(String body) {
        return Stream.of(body.split("&"))
                .filter(pair -> pair.startsWith(FIELD + "="))
                .map(pair -> pair.substring(FIELD.length() + 1))
                .findFirst()
                .flatMap(LoginApi::decoded);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
