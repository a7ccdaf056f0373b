package dev.vitrine.http;

import dev.vitrine.http.exchange.AnswerForm;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Client;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.model.Catalog;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/// The OpenAPI document, and Swagger UI and ReDoc, which show it; nothing on their pages comes from
/// elsewhere.
///
/// The files have fixed routes, so no path of a request ever names a file.
///
/// @param catalog the models
record DocsPages(Catalog catalog) implements Protocol {
    /// Scripts from here only, none inside the page. Both pages set style attributes and show icons
    /// from data and pictures from memory.
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /// ReDoc searches in a worker that it makes of its own text.
    private static final String WITH_WORKER = POLICY + "; worker-src blob:";

    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.34.1/";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLES = "text/css; charset=utf-8";

    /// A file of a page.
    private record File(String path, String resource, String mediaType) {
        String policy() {
            return path.equals("/redoc") ? WITH_WORKER : POLICY;
        }
    }

    private static final List<File> FILES =
            List.of(
                    new File("/docs", "docs.html", HTML),
                    new File("/docs/docs.css", "docs.css", STYLES),
                    new File("/docs/docs.js", "docs.js", SCRIPT),
                    new File("/docs/swagger-ui.css", SWAGGER_UI + "swagger-ui.css", STYLES),
                    new File(
                            "/docs/swagger-ui-bundle.js",
                            SWAGGER_UI + "swagger-ui-bundle.js",
                            SCRIPT),
                    new File("/redoc", "redoc.html", HTML),
                    new File("/redoc/redoc.css", "redoc.css", STYLES),
                    new File("/redoc/redoc.js", "redoc.js", SCRIPT),
                    new File("/redoc/redoc.standalone.js", "redoc/redoc.standalone.js", SCRIPT),
                    new File("/favicon.ico", "/dev/vitrine/window/icon-32.png", "image/png"));

    @Override
    public void routes(RoutesConfig routes) {
        OpenApiDocument document = new OpenApiDocument();
        Protocol.get(
                routes,
                "/openapi.json",
                context ->
                        Answers.unlessKnown(
                                context,
                                AnswerForm.JSON,
                                document.of(catalog.models(), address(context))));
        FILES.forEach(file -> Protocol.get(routes, file.path(), context -> send(context, file)));
    }

    /// The endpoint as the client knows it, which may have come by another door.
    private static URI address(Context context) {
        return URI.create(Client.root(context));
    }

    private static void send(Context context, File file) {
        context.header("Content-Security-Policy", file.policy());
        Answers.unlessKnown(context, file.mediaType(), bytes(file.resource()));
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
