package dev.vitrine;

import dev.vitrine.cli.Cli;
import dev.vitrine.engine.OnnxRuntime;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.FunctionModel;
import dev.vitrine.model.Model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A demo made of a Java function: the same window, endpoint, pictures and command line as a
/// network from a file.
///
/// ```java
/// Demo.of("Greeter")
///     .input("name", "text")
///     .output("greeting", "text")
///     .run(in -> Map.of("greeting", "Hello " + in.text("name")))
///     .launch(args);
/// ```
///
/// [#of] begins a [Draft], which says what the function takes and gives, and [Draft#run(Function)]
/// gives it the function.
public final class Demo {
    private final FunctionModel model;

    Demo(FunctionModel model) {
        this.model = model;
    }

    /// What a demo does: gives a value for each output, by name.
    ///
    /// A value is of its kind's Java type, such as [dev.vitrine.kind.image.Picture], or its JSON in
    /// plain Java form: `String`, `Boolean`, `Number`, `List`, `Map`. Calls may come from several
    /// threads at once.
    @FunctionalInterface
    public interface Function {
        /// Runs once.
        ///
        /// @throws Exception where it fails; its message is shown
        Map<String, ? extends @Nullable Object> apply(Inputs in) throws Exception;
    }

    /// What a demo does that takes a while: it may say how far it is, show outputs before they are
    /// final, and end early.
    @FunctionalInterface
    public interface LongFunction {
        /// Runs once.
        ///
        /// @param context how to speak while it runs
        /// @throws Exception where it fails; its message is shown
        Map<String, ? extends @Nullable Object> apply(Inputs in, Context context) throws Exception;
    }

    /// What a demo does that gives its outputs again and again, such as a text that grows; each
    /// takes the place of the one before, and the last is the result.
    @FunctionalInterface
    public interface StreamFunction {
        /// Runs once. The stream is read until it ends or the run is stopped, and closed then.
        ///
        /// @throws Exception where it fails; its message is shown
        Stream<? extends Map<String, ? extends @Nullable Object>> apply(Inputs in) throws Exception;
    }

    /// Begins a demo.
    ///
    /// @param title the name a person reads; in lower case it is what the endpoint calls it
    public static Draft of(String title) {
        return new Draft(title);
    }

    /// Does what a command line asks for, and ends the program with its exit code.
    ///
    /// Without arguments the window opens. Otherwise they are those of `vitrine` without the model:
    /// `predict --name Ada`, `serve --port 8000`, `shot --out greeter.png`, `describe`, `check`,
    /// and `--help` behind any of them.
    public void launch(String... arguments) {
        Vitrine.end(Cli.withModel(model.id(), List.of(arguments)), faces());
    }

    /// The demo as a model.
    Model model() {
        return model;
    }

    /// The program's faces where this is the only model there is.
    Cli.Faces faces() {
        return new Vitrine.Composed() {
            @Override
            public Catalog catalog() {
                Catalog catalog = new Catalog(List.of(), new OnnxRuntime());
                catalog.add(model);
                return catalog;
            }
        };
    }
}
