package dev.vitrine.http;

import dev.vitrine.model.Catalog;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/// The OpenAPI document and Swagger UI, which shows it; nothing on the page comes from elsewhere.
///
/// The files have fixed routes, so no path of a request ever names a file.
///
/// @param catalog the models
/// @param address where the endpoint answers
record DocsPages(Catalog catalog, URI address) implements Protocol {
    /// Scripts from here only, none inside the page. Swagger UI sets style attributes and shows
    /// icons from data and pictures from memory.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.34.1/";

    /// A file of the page.
    private record File(String path, String resource, String mediaType) {}

    private static final List<File> FILES =
            List.of(
                    new File("/docs", "docs.html", "text/html; charset=utf-8"),
                    new File("/docs/docs.js", "docs.js", "text/javascript; charset=utf-8"),
                    new File(
                            "/docs/swagger-ui.css",
                            SWAGGER_UI + "swagger-ui.css",
                            "text/css; charset=utf-8"),
                    new File(
                            "/docs/swagger-ui-bundle.js",
                            SWAGGER_UI + "swagger-ui-bundle.js",
                            "text/javascript; charset=utf-8"),
                    new File("/favicon.ico", SWAGGER_UI + "favicon-32x32.png", "image/png"));

    @Override
    public void routes(RoutesConfig routes) {
        routes.get("/", context -> context.redirect("/docs"));
        OpenApiDocument document = new OpenApiDocument(address);
        routes.get(
                "/openapi.json", context -> Answers.json(context, document.of(catalog.models())));
        FILES.forEach(file -> routes.get(file.path(), context -> send(context, file)));
    }

    private static void send(Context context, File file) {
        context.header("Content-Security-Policy", POLICY).header("Cache-Control", "no-cache");
        Answers.bytes(context, file.mediaType(), bytes(file.resource()));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = open(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A module gives what lies in its packages to itself only, and what lies elsewhere to whoever
    /// asks the loader.
    private static @Nullable InputStream open(String resource) {
        return resource.startsWith(SWAGGER_UI)
                ? DocsPages.class.getClassLoader().getResourceAsStream(resource)
                : DocsPages.class.getResourceAsStream(resource);
    }
}
