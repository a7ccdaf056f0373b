package dev.vitrine.window;

import dev.vitrine.model.Editable;
import dev.vitrine.model.Model;
import dev.vitrine.model.format.Draft;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.ProblemException;
import dev.vitrine.signature.Values;
import dev.vitrine.task.Tasks;

import java.util.List;
import java.util.Optional;

/// A signature that was tried on its model and fits.
///
/// @param draft the signature
/// @param model the model under it
/// @param standard the defaults of its inputs
record SignatureTry(Draft draft, Model model, Values standard) {
    private static final List<String> TASK = List.of("task");

    /// Makes the model one with this signature; blocks.
    ///
    /// @param mayChangeTask whether the task may become another where this one stands in the way
    /// @throws ProblemException with the place of everything wrong
    static SignatureTry of(Editable signature, Draft draft, boolean mayChangeTask) {
        try {
            return of(signature, draft);
        } catch (ProblemException e) {
            boolean isTask =
                    e.problems().stream()
                            .anyMatch(p -> p.path().isEmpty() || p.path().equals(TASK));
            return mayChangeTask && isTask
                    ? Tasks.ids().stream()
                            .flatMap(task -> fitting(signature, draft.with(TASK, task)).stream())
                            .findFirst()
                            .orElseThrow(() -> e)
                    : fail(e);
        }
    }

    private static SignatureTry fail(ProblemException e) {
        throw e;
    }

    private static Optional<SignatureTry> fitting(Editable signature, Draft draft) {
        try {
            return Optional.of(of(signature, draft));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static SignatureTry of(Editable signature, Draft draft) {
        Model model = signature.revise(draft);
        return new SignatureTry(draft, model, DemoViewModel.standard(model));
    }

    /// What is wrong with a port as a whole belongs to the word that was changed last, where that
    /// is one of its own.
    static List<Problem> placed(List<Problem> problems, List<String> last) {
        return problems.stream().map(p -> isOf(p, last) ? at(p, last) : p).toList();
    }

    private static boolean isOf(Problem problem, List<String> last) {
        List<Object> place = problem.path();
        boolean whole =
                place.size() == 2 || place.size() == 3 && place.getLast().equals(Draft.TENSOR);
        return whole && last.size() > place.size() && last.subList(0, place.size()).equals(place);
    }

    private static Problem at(Problem p, List<String> place) {
        return new Problem(
                p.type(), p.port(), List.copyOf(place), p.message(), p.input(), p.context());
    }
}
