package dev.vitrine.cli;

import dev.vitrine.model.Catalog;
import dev.vitrine.run.Runner;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A picture of a model's page, or of all models, drawn without a display.
final class ShotCommand extends PlainCommand {
    private static final String THEME = "--theme";
    private static final String SIZE = "--size";
    private static final String SCALE = "--scale";
    private static final String ONLY = "--only";
    private static final String OUT = "--out";
    private static final String LIGHT = "light";
    private static final String DARK = "dark";
    private static final Pattern WIDTH_X_HEIGHT =
            Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

    @Override
    public String name() {
        return "shot";
    }

    @Override
    public String summary() {
        return "Make a picture of a model's page, or of all models, without a display.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        this,
                        Options.model("0..1"),
                        Options.example(
                                "Show the model's example N, counted from 1, and its result."),
                        Options.value(
                                THEME, "THEME", "light or dark; light where nothing is said."),
                        Options.value(SIZE, "WxH", "Width and height, such as 1280x800."),
                        Options.value(
                                SCALE,
                                "S",
                                "Pixels for each one of the size, such as 2 for print."),
                        Options.value(
                                ONLY,
                                "PORT",
                                "Only this input or output, without the page around it."),
                        Options.value(OUT, "FILE.png", "Where the picture goes."));
        spec.usageMessage()
                .customSynopsis(
                        "vitrine shot [MODEL] [--example N] [--theme light|dark] [--size WxH]"
                                + " [--scale S] [--only PORT] --out FILE.png");
        return spec;
    }

    @Override
    int run(ParseResult options, Session session) {
        Path file =
                Options.text(options, OUT)
                        .map(Output::path)
                        .orElseThrow(() ->
                                Parser.usage(
                                        "Say where the picture goes, as in --out picture.png."));
        boolean dark = isDark(options);
        Optional<Cli.Size> size = size(options);
        try (Catalog catalog = session.faces().catalog();
                Runner runner = session.faces().runner()) {
            List<String> models = Options.models(options);
            Cli.Picture picture =
                    new Cli.Picture(
                            size,
                            Options.positive(options, SCALE),
                            dark,
                            Options.example(options),
                            Options.text(options, ONLY));
            Output.write(
                    file,
                    models.isEmpty()
                            ? session.faces().gallery(catalog, ofAll(picture))
                            : session.faces()
                                    .shot(catalog.open(models.getFirst()), runner, picture));
            return Cli.DONE;
        }
    }

    /// The page of all models has neither examples nor ports.
    private static Cli.Picture ofAll(Cli.Picture picture) {
        if (picture.example().isPresent() || picture.only().isPresent()) {
            throw Parser.usage("'--example' and '--only' are of a model; name one.");
        }
        return picture;
    }

    private static boolean isDark(ParseResult options) {
        String theme = Options.text(options, THEME).orElse(LIGHT);
        if (!List.of(LIGHT, DARK).contains(theme)) {
            throw Parser.usage(
                    "'%s' cannot be '%s'; give %s or %s.".formatted(THEME, theme, LIGHT, DARK));
        }
        return theme.equals(DARK);
    }

    private static Optional<Cli.Size> size(ParseResult options) {
        return Options.text(options, SIZE)
                .map(text -> {
                    Matcher parts = WIDTH_X_HEIGHT.matcher(text);
                    if (!parts.matches()) {
                        throw Parser.usage(
                                "'%s' cannot be '%s'; give width and height, such as 1280x800."
                                        .formatted(SIZE, text));
                    }
                    return new Cli.Size(
                            Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
                });
    }
}
