package dev.vitrine.http.gradio;

import dev.vitrine.describe.gradio.ApiFunction;
import dev.vitrine.model.Catalog;
import dev.vitrine.model.Model;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.ProblemException.Fault;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The models as functions of a Gradio app: each by its id, and the first as `predict` too, which
/// is what Gradio calls the only one. A number, once given, stays with its model, because clients
/// ask by numbers that they read before. Safe to use from any thread.
final class GradioFunctions {
    private static final String PREDICT = "predict";

    private final Catalog catalog;
    private final Map<String, Integer> numbers = new LinkedHashMap<>(Map.of(PREDICT, 0));
    private @Nullable String first;

    GradioFunctions(Catalog catalog) {
        this.catalog = catalog;
    }

    /// All functions by their numbers, `predict` first: older clients take a place in the list for
    /// the number.
    synchronized List<ApiFunction> all() {
        List<Model> models = catalog.models();
        List<ApiFunction> all = new ArrayList<>();
        if (!models.isEmpty() && models.stream().noneMatch(m -> m.id().equals(PREDICT))) {
            all.add(function(PREDICT, named(PREDICT)));
        }
        models.forEach(model -> all.add(function(model.id(), model)));
        all.sort(Comparator.comparingInt(ApiFunction::index));
        return all;
    }

    /// The model that a function's name, without a slash, stands for.
    ///
    /// @throws ProblemException where there is none
    Model named(String name) {
        boolean isFirst =
                name.equals(PREDICT)
                        && catalog.entries().stream().noneMatch(e -> e.id().equals(PREDICT));
        return catalog.model(isFirst ? first() : name);
    }

    /// The model that a function's number stands for.
    ///
    /// @throws ProblemException where there is none
    Model numbered(int number) {
        return named(name(number));
    }

    private synchronized String name(int number) {
        return numbers.entrySet().stream()
                .filter(e -> e.getValue() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() ->
                        absent(
                                "There is no function %d; /config lists what there is."
                                        .formatted(number)));
    }

    private ApiFunction function(String name, Model model) {
        int next = numbers.size();
        return new ApiFunction(numbers.computeIfAbsent(name, _ -> next), name, model);
    }

    /// The id of the first model there was.
    private synchronized String first() {
        String known = first;
        if (known == null || catalog.entries().stream().noneMatch(e -> e.id().equals(known))) {
            first =
                    catalog.models().stream()
                            .map(Model::id)
                            .findFirst()
                            .orElseThrow(
                                    () -> absent("There is no model here yet; open one first."));
        }
        return String.valueOf(first);
    }

    private static ProblemException absent(String sentence) {
        return new ProblemException(Fault.ABSENT, Problem.of("function_unknown", sentence));
    }
}
