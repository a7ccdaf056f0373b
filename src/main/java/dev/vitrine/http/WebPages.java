package dev.vitrine.http;

import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.kind.Kind;
import dev.vitrine.kind.Kinds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/// The web face: the page at `/` and the scripts, styles and fonts it is made of, as they lie in
/// `web/`; what it shows comes from the models' own paths.
///
/// Each kind has a script of its name in `web/kind/`, and a style sheet where it needs one; all
/// style sheets go out as one. The files have fixed routes, so no path of a request ever names a
/// file.
final class WebPages implements Protocol {
    /// Scripts, styles and data from here only, and no text of the page is ever run: what a script
    /// writes into the page as markup is refused too (Trusted Types), but for the address of the
    /// service worker.
    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                    + " img-src 'self' data: blob:; media-src 'self' data: blob:;"
                    + " connect-src 'self'; worker-src 'self'; manifest-src 'self';"
                    + " require-trusted-types-for 'script'; trusted-types vitrine;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String HERE = "/dev/vitrine/web/";
    private static final String FONTS = "/dev/vitrine/window/fonts/";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /// What code is coloured by, in the window and on the page.
    private static final String LANGUAGES = "/dev/vitrine/kind/code/languages.json";

    private static final String STYLES = "text/css; charset=utf-8";

    /// The modules beside those of the kinds.
    static final List<String> SCRIPTS =
            List.of(
                    "api", "app", "boxpad", "card", "cells", "demo", "dom", "finder", "form",
                    "gallery", "history", "link", "maskpad", "media", "overlay", "pad", "record",
                    "results", "sheet", "sound", "steps", "theme", "undo");

    /// A file of the face.
    private record File(String path, List<String> resources, String mediaType) {
        File(String path, String resource, String mediaType) {
            this(path, List.of(resource), mediaType);
        }
    }

    @Override
    public void routes(RoutesConfig routes) {
        files().forEach(file -> Protocol.get(routes, file.path(), context -> send(context, file)));
    }

    /// Every path there is.
    static List<String> paths() {
        return files().map(File::path).toList();
    }

    private static Stream<File> files() {
        return Stream.of(pages(), scripts(), looks()).flatMap(List::stream);
    }

    private static List<File> pages() {
        return List.of(
                new File("/", HERE + "index.html", "text/html; charset=utf-8"),
                new File("/sw.js", HERE + "sw.js", SCRIPT),
                new File(
                        "/web/app.webmanifest",
                        HERE + "app.webmanifest",
                        "application/manifest+json"));
    }

    private static List<File> scripts() {
        return Stream.concat(SCRIPTS.stream(), Kinds.ALL.stream().map(kind -> "kind/" + kind.id()))
                .map(name -> new File("/web/" + name + ".js", HERE + name + ".js", SCRIPT))
                .toList();
    }

    private static List<File> looks() {
        return List.of(
                new File(
                        "/web/web.css",
                        Stream.concat(
                                        Stream.of("tokens.css", "web.css"),
                                        Kinds.ALL.stream().map(WebPages::styles))
                                .map(HERE::concat)
                                .toList(),
                        STYLES),
                new File("/web/languages.json", LANGUAGES, "application/json"),
                new File("/web/icon.png", "/dev/vitrine/window/icon-128.png", "image/png"),
                new File("/web/fonts/Inter.woff2", HERE + "fonts/Inter.woff2", "font/woff2"),
                new File("/web/fonts/Inter-more.woff", FONTS + "Inter-Regular.woff", "font/woff"),
                new File(
                        "/web/fonts/Mono.woff", FONTS + "JetBrainsMono-Regular.woff", "font/woff"));
    }

    private static String styles(Kind<?> kind) {
        return "kind/" + kind.id() + ".css";
    }

    private static void send(Context context, File file) {
        context.header("Content-Security-Policy", POLICY);
        Answers.unlessKnown(context, file.mediaType(), bytes(file));
    }

    private static byte[] bytes(File file) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String resource : file.resources()) {
            try (InputStream in = WebPages.class.getResourceAsStream(resource)) {
                if (in != null) {
                    in.transferTo(all);
                } else if (file.resources().size() == 1) {
                    throw new IllegalStateException("The program lacks its file " + resource);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toByteArray();
    }
}
