package dev.vitrine.http.exchange;

import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may come in by one door: under which names it is called, from which pages, and with which
/// token.
///
/// @param hosts what the `Host` header may say, in lower case
/// @param origins which pages may call
/// @param cookie what the cookie is called that carries the token; a browser gives cookies to every
///   port of a host, so the port is part of the name
/// @param token what every request has to bring; null for none
/// @param guests who came in; null where nobody asks
public record Entry(
        Set<String> hosts,
        Set<String> origins,
        String cookie,
        @Nullable String token,
        @Nullable Guests guests) {
    /// Where a token is brought in a body.
    public static final String LOGIN = "/login";

    private static final int HTTP_PORT = 80;
    private static final String QUERY = "token=";
    private static final String BEARER = "bearer ";

    /// By names of this machine with a port.
    public static Entry of(
            Set<String> names, int port, @Nullable String token, @Nullable Guests guests) {
        Set<String> hosts =
                names.stream()
                        .flatMap(name -> authorities(name.toLowerCase(Locale.ROOT), port))
                        .collect(Collectors.toUnmodifiableSet());
        Set<String> origins =
                hosts.stream()
                        .map(host -> "http://" + host)
                        .collect(Collectors.toUnmodifiableSet());
        return new Entry(hosts, origins, "vitrine_" + port, token, guests);
    }

    /// Turns down who does not bring the token, and notes who does.
    ///
    /// The token may come as `Authorization: Bearer`, as the cookie, or in the query, which makes
    /// it the cookie, so that a link has to carry it only once.
    public Optional<Refusal> admit(Request request, Response response) {
        if (token != null) {
            String wanted = token;
            boolean isAsked = query(request).filter(given -> is(given, wanted)).isPresent();
            if (isAsked) {
                setCookie().ifPresent(one -> response.getHeaders().add(HttpHeader.SET_COOKIE, one));
            } else if (!isLogin(request) && !brings(request, wanted)) {
                response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
                return Optional.of(
                        new Refusal(
                                401,
                                "This demo is shared by a link with a token; open that link again"
                                        + " or scan the code."));
            }
        }
        if (guests != null && !isLogin(request)) {
            guests.note(request);
        }
        return Optional.empty();
    }

    /// Whether a text is the token that is asked for here; any is where none is asked for.
    public boolean takes(String given) {
        return token == null || is(given, token);
    }

    /// What makes the token a cookie, as `Set-Cookie` has it; nothing where none is asked for.
    public Optional<String> setCookie() {
        // Not `Secure`, since there is no TLS in the room; `Lax`, so that a link in a chat leads
        // here.
        return Optional.ofNullable(token)
                .map(one -> "%s=%s; Path=/; HttpOnly; SameSite=Lax".formatted(cookie, one));
    }

    /// Whether a request only wants to bring the token in its body.
    private static boolean isLogin(Request request) {
        return request.getMethod().equals("POST") && LOGIN.equals(request.getHttpURI().getPath());
    }

    private boolean brings(Request request, String wanted) {
        HttpFields headers = request.getHeaders();
        return Stream.concat(
                        headers.getValuesList(HttpHeader.AUTHORIZATION).stream()
                                .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(BEARER))
                                .map(one -> one.substring(BEARER.length()).strip()),
                        Request.getCookies(request).stream()
                                .filter(one -> one.getName().equals(cookie))
                                .map(HttpCookie::getValue))
                .anyMatch(given -> is(given, wanted));
    }

    /// The token in the query as it stands; it has only characters that stand for themselves.
    private static Optional<String> query(Request request) {
        String query = request.getHttpURI().getQuery();
        return query == null
                ? Optional.empty()
                : Stream.of(query.split("&"))
                        .filter(one -> one.startsWith(QUERY))
                        .map(one -> one.substring(QUERY.length()))
                        .findFirst();
    }

    /// In a time that does not tell how much of it was right.
    private static boolean is(String given, String wanted) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<String> authorities(String name, int port) {
        return port == HTTP_PORT
                ? Stream.of(name, name + ":" + port)
                : Stream.of(name + ":" + port);
    }
}
