package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.GradioDocuments;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.ByteRange;
import dev.vitrine.http.exchange.FormParts;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.http.exchange.RequestBody;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Raw;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import tools.jackson.databind.node.ArrayNode;

import java.nio.charset.StandardCharsets;

/// Files that go to Gradio's clients and come from them.
///
/// @param files where they are
record GradioFilesApi(GradioFiles files) implements Protocol {
    private static final String FIELD = "files";

    private static final String UNKNOWN = "application/octet-stream";

    /// What no browser takes for a page or a program.
    private static final String HARMLESS = "image/(png|jpeg|gif|webp|bmp)|audio/[\\w.+-]+|text/csv";

    @Override
    public void routes(RoutesConfig routes) {
        routes.post(GradioDocuments.PREFIX + "/upload", GradioWrong.told(this::upload));
        Protocol.get(routes, GradioDocuments.PREFIX + "/file={id}/{name}", this::send);
    }

    private void upload(Context context) {
        ArrayNode paths = Json.array();
        for (FormParts.Named part : RequestBody.parts(context.req())) {
            if (part.name().equals(FIELD)) {
                paths.add(files.keep(upload(part.value())));
            }
        }
        if (paths.isEmpty()) {
            throw new Refusal(
                    400, "The form has no files; send each as a part with the name 'files'.");
        }
        Answers.json(context, paths);
    }

    private static Raw.Upload upload(Raw part) {
        return switch (part) {
            case Raw.Upload upload -> upload;
            case Raw.Text(String text) ->
                    new Raw.Upload(text.getBytes(StandardCharsets.UTF_8), null, null);
            case Raw.Json json -> throw new IllegalStateException("No part of a form is " + json);
        };
    }

    private void send(Context context) {
        String path = context.pathParam("id") + "/" + context.pathParam("name");
        GradioFiles.Kept kept =
                files.find(path)
                        .orElseThrow(() ->
                                new Refusal(
                                        404,
                                        "There is no such file, or not any more; ask for the run"
                                                + " again."));
        boolean harmless = kept.mediaType().matches(HARMLESS);
        context.header(
                "Content-Disposition",
                "%s; filename=\"%s\"".formatted(harmless ? "inline" : "attachment", kept.name()));
        ByteRange.send(context, harmless ? kept.mediaType() : UNKNOWN, kept.content().get());
    }
}
