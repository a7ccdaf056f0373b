package dev.vitrine;

import dev.vitrine.cli.Cli;
import dev.vitrine.engine.HuggingFaceTokenizers;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.http.Endpoint;
import dev.vitrine.mcp.Stdio;
import dev.vitrine.mcp.ToolServer;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.model.Places;
import dev.vitrine.run.Runner;
import dev.vitrine.shot.Shot;
import dev.vitrine.trial.Trials;
import dev.vitrine.window.Launch;
import dev.vitrine.window.VitrineApp;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Starts the program: hands the command line the faces it can start, and ends with its exit code.
///
/// A class of the window's toolkit, the endpoint's server or the engine is loaded when a face that
/// needs it starts, and not before.
public final class Vitrine {
    private Vitrine() {}

    public static void main(String[] arguments) {
        end(List.of(arguments), new Composed());
    }

    /// Does what a command line asks for, and ends the program with its exit code.
    static void end(List<String> arguments, Cli.Faces faces) {
        System.exit(Cli.run(arguments, faces, System.out, System.err));
    }

    /// The program's own faces; a test puts its own runner in.
    static class Composed implements Cli.Faces {
        @Override
        public Catalog catalog() {
            Places places = Places.here();
            return new Catalog(
                    places.gallery(),
                    new OnnxRuntime(),
                    new HuggingFaceTokenizers(),
                    Trials.here(places, engine()));
        }

        @Override
        public Runner runner() {
            return new Runner();
        }

        @Override
        public boolean hasDisplay() {
            return Display.isThere(
                    System.getProperty("os.name"),
                    System.getenv(),
                    Optional.ofNullable(System.getProperty("glass.platform")));
        }

        @Override
        public void window(Catalog catalog, Runner runner, Optional<String> model) {
            LocalEndpoint endpoint = new LocalEndpoint(catalog, runner, Endpoint.Options.STANDARD);
            try {
                VitrineApp.show(new Launch(catalog, runner, endpoint, engine(), model));
            } catch (UnsupportedOperationException e) {
                // JavaFX's word for a display that is named and does not answer
                throw Cli.noDisplay(e);
            }
        }

        @Override
        public Cli.Served serve(List<Model> models, Runner runner, OptionalInt port) {
            Catalog served = only(models);
            Endpoint.Options standard = Endpoint.Options.STANDARD;
            LocalEndpoint endpoint =
                    new LocalEndpoint(
                            served,
                            runner,
                            port.isPresent() ? standard.withPort(port.getAsInt()) : standard);
            endpoint.start();
            return endpoint;
        }

        @Override
        public void mcp(List<Model> models, Runner runner, PrintStream out) {
            // Whatever else prints would break the protocol.
            System.setOut(System.err);
            Stdio.serve(new ToolServer(only(models), runner), System.in, out);
        }

        private static Catalog only(List<Model> models) {
            Catalog catalog = new Catalog(List.of(), new OnnxRuntime());
            models.forEach(catalog::add);
            return catalog;
        }

        @Override
        public byte[] gallery(Catalog catalog, Cli.Picture picture) {
            return Shot.gallery(catalog, options(picture));
        }

        @Override
        public byte[] shot(Model model, Runner runner, Cli.Picture picture) {
            byte[] png = Shot.png(model, runner, options(picture));
            if (Rehearsal.isOn()) {
                rehearse(model, runner);
            }
            return png;
        }

        private static void rehearse(Model model, Runner runner) {
            try {
                Rehearsal.call(model, runner);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Shot.Options options(Cli.Picture picture) {
            Shot.Options standard = Shot.Options.STANDARD;
            return new Shot.Options(
                    picture.size().map(Cli.Size::width).orElse(standard.width()),
                    picture.size().map(Cli.Size::height).orElse(standard.height()),
                    picture.scale().orElse(standard.scale()),
                    picture.dark(),
                    picture.example(),
                    picture.only());
        }

        /// What runs the networks, told without loading it.
        private static String engine() {
            return ModuleLayer.boot()
                    .findModule("com.microsoft.onnxruntime")
                    .flatMap(module -> module.getDescriptor().rawVersion())
                    .map(version -> "ONNX Runtime " + version)
                    .orElse("ONNX Runtime");
        }
    }
}
