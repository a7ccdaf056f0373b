package dev.vitrine.http;

import dev.vitrine.describe.Call;
import dev.vitrine.describe.Examples;
import dev.vitrine.describe.Language;
import dev.vitrine.http.exchange.AnswerForm;
import dev.vitrine.http.exchange.Answers;
import dev.vitrine.http.exchange.Protocol;
import dev.vitrine.http.exchange.Refusal;
import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Media;
import dev.vitrine.kind.image.Picture;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.model.Thumbnails;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Values;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What a page shows of a model beside its description: its picture, its card, code that calls it,
/// and its examples as the JSON that `predict` takes, with their pictures.
///
/// Examples are counted from 1 in declared order, as on the command line; no path of a request
/// names a file.
///
/// @param catalog the models
record ShowcaseApi(Catalog catalog) implements Protocol {
    private static final Port THUMBNAIL = Port.of("thumbnail", "image");

    @Override
    public void routes(RoutesConfig routes) {
        Protocol.get(
                routes,
                "/models/{id}/thumbnail",
                context -> picture(context, Thumbnails.of(model(context))));
        Protocol.get(routes, "/models/{id}/card", this::card);
        Protocol.get(routes, "/models/{id}/code", this::code);
        Protocol.get(routes, "/models/{id}/examples/{n}", this::example);
        Protocol.get(
                routes,
                "/models/{id}/examples/{n}/thumbnail",
                context -> picture(context, Thumbnails.of(model(context), chosen(context))));
    }

    private void card(Context context) {
        Answers.unlessKnown(
                context,
                "text/markdown; charset=utf-8",
                model(context).about().card().getBytes(StandardCharsets.UTF_8));
    }

    private void example(Context context) {
        Example example = chosen(context);
        Answers.unlessKnown(
                context,
                AnswerForm.JSON,
                Json.MAPPER.writeValueAsBytes(
                        Json.object()
                                .put("name", example.name())
                                .set("inputs", Examples.inputs(model(context), example))));
    }

    /// Nothing (204) where there is no picture: the page shows a letter then, and the browser
    /// reports no error.
    private static void picture(Context context, Optional<Picture> picture) {
        Optional<Media> png = picture.flatMap(shown -> Kinds.media(THUMBNAIL, shown));
        if (png.isPresent()) {
            Answers.unlessKnown(context, png.get().mediaType(), png.get().bytes());
        } else {
            context.status(204);
        }
    }

    /// The code that calls the model with an example, in each language, at the address by which the
    /// client knows the endpoint.
    private void code(Context context) {
        Model model = model(context);
        Optional<Example> example = model.signature().examples().stream().findFirst();
        Values inputs =
                example.map(model::read)
                        .map(given -> Form.decode(model.signature(), given))
                        .orElse(Values.NONE);
        Call call = Call.of(model, URI.create("http://" + context.header("Host")), inputs, example);
        ObjectNode all = Json.object();
        ArrayNode snippets = all.putArray("snippets");
        for (Language language : Language.values()) {
            snippets.addObject().put("language", language.title()).put("code", language.code(call));
        }
        Answers.json(context, all);
    }

    private Example chosen(Context context) {
        List<Example> all = model(context).signature().examples();
        int number = number(context.pathParam("n"));
        if (number < 1 || number > all.size()) {
            throw new Refusal(
                    404,
                    all.isEmpty()
                            ? "This model has no examples; send inputs of your own."
                            : "There is no such example; ask for one of 1 to %d."
                                    .formatted(all.size()));
        }
        return all.get(number - 1);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private Model model(Context context) {
        return catalog.model(context.pathParam("id"));
    }
}
