package dev.vitrine.window;

import dev.vitrine.kind.Form;
import dev.vitrine.kind.Json;
import dev.vitrine.kind.Kinds;
import dev.vitrine.kind.Raw;
import dev.vitrine.kind.Secrets;
import dev.vitrine.model.Model;
import dev.vitrine.run.Run;
import dev.vitrine.run.Runner;
import dev.vitrine.signature.Example;
import dev.vitrine.signature.Port;
import dev.vitrine.signature.Problem;
import dev.vitrine.signature.Values;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One demo: its inputs as they stand, and what is to be shown of its runs. Lives on the window's
/// thread.
final class DemoViewModel implements AutoCloseable {
    private final ReadOnlyObjectWrapper<Model> shown;
    private final Runner runner;
    private final Background background;
    private final Inputs inputs;
    private final Answering answers;
    private final BooleanProperty live = new SimpleBooleanProperty();

    private final SelfCheck check = new SelfCheck();
    private final Carried carried = new Carried();
    private final SignatureViewModel signature;

    private Model model;
    private Values standard;
    private int asked;
    private boolean closed;

    /// A demo that has not run.
    ///
    /// @param standard the inputs to begin with, as [#standard(Model)] gives them
    DemoViewModel(Model model, Values standard, Runner runner, Background background) {
        this(model, standard, runner, background, null);
    }

    /// @param workshop what is needed to change the signature; null where it is only shown
    DemoViewModel(
            Model model,
            Values standard,
            Runner runner,
            Background background,
            @Nullable Workshop workshop) {
        this.model = model;
        this.shown = new ReadOnlyObjectWrapper<>(model);
        this.standard = standard;
        this.runner = runner;
        this.background = background;
        this.inputs = new Inputs(model.signature(), standard, System::nanoTime);
        this.answers = new Answering(model, runner, background, inputs::get, live::get);
        this.signature = new SignatureViewModel(this, background, workshop, System::nanoTime);
        live.set(model.signature().live());
        live.subscribe(on -> {
            if (on) {
                follow();
            }
        });
    }

    /// The defaults of a model's inputs; decodes, so ask for it in the background.
    static Values standard(Model model) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Port port : model.signature().inputs()) {
            if (port.standard() != null) {
                values.put(
                        port.name(),
                        Kinds.of(port).decode(port, new Raw.Json(Json.of(port.standard()))));
            }
        }
        return new Values(values);
    }

    Model model() {
        return model;
    }

    /// The model, which becomes another where its signature is changed. Told last: when it comes,
    /// inputs and outcome are those of that model already.
    ReadOnlyObjectProperty<Model> modelProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Whether the model is just becoming another, and what is shown is about to be built anew.
    boolean isChanging() {
        return shown.get() != model;
    }

    /// The signature, to be read and changed.
    SignatureViewModel signature() {
        return signature;
    }

    /// Goes on with the same model under another signature. Inputs keep their values where these
    /// still fit; an answer that took no time is asked for again.
    void become(Model next, Values defaults) {
        if (closed || next == model) {
            return;
        }
        asked++;
        Model before = model;
        Outcome was = answers.outcomeProperty().get();
        boolean same = SameAnswer.of(before.signature(), next.signature());
        boolean quick = was.phase() == Outcome.Phase.RESULT && Outcome.isQuick(was);
        model = next;
        standard = defaults;
        answers.become(next, same);
        if (!SameAnswer.of(before.signature().inputs(), next.signature().inputs())) {
            inputs.become(next.signature(), carried.over(next.signature(), inputs.get(), defaults));
        }
        check.forget();
        shown.set(next);
        if (before.signature().live() != next.signature().live()) {
            live.set(next.signature().live());
        } else if (live.get() && !same) {
            follow();
        } else if (quick && !same && Form.check(next.signature(), inputs.get()).isEmpty()) {
            answers.submit(false);
        }
    }

    /// The inputs as they stand; an input without a value is missing from them.
    ReadOnlyObjectProperty<Values> inputsProperty() {
        return inputs.property();
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return answers.outcomeProperty();
    }

    /// The number of the example that the inputs hold, from 1; 0 where they hold none.
    ReadOnlyIntegerProperty exampleProperty() {
        return inputs.exampleProperty();
    }

    /// Whether the outputs follow the inputs without a press of Run.
    BooleanProperty liveProperty() {
        return live;
    }

    /// What its self-test found.
    ReadOnlyObjectProperty<SelfCheck.State> checkProperty() {
        return check.stateProperty();
    }

    /// Begins the self-test in the background, once.
    void checkItself() {
        check.start(
                model,
                runner,
                background,
                why -> {
                    if (!closed && outcomeProperty().get().phase() == Outcome.Phase.EMPTY) {
                        answers.fail(why);
                    }
                });
    }

    /// Gives an input a value, or none.
    void put(String port, @Nullable Object value) {
        put(port, value, false);
    }

    /// Gives an input the value that its editor's own undo or redo has brought back.
    void rewind(String port, @Nullable Object value) {
        put(port, value, true);
    }

    /// Takes the value that an input's editor stands at before anybody has touched it.
    void adopt(String port, Object value) {
        inputs.adopt(port, value);
    }

    private void put(String port, @Nullable Object value, boolean rewinding) {
        if (inputs.put(port, value, rewinding)) {
            answers.changed(port::equals);
            followIfLive();
        }
    }

    /// Takes back the last change of the inputs; does nothing where there is none.
    void undo() {
        if (inputs.undo()) {
            restored();
        }
    }

    /// Makes the change again that was taken back last; does nothing where there is none.
    void redo() {
        if (inputs.redo()) {
            restored();
        }
    }

    private void restored() {
        asked++;
        answers.changed(port -> true);
        followIfLive();
    }

    /// Runs with the inputs as they stand; where they do not fit, says what is wrong with them.
    void run() {
        if (!isRunning()) {
            answers.submit(live.get());
        }
    }

    /// Asks the run that is under way to end; the inputs and what is shown stay.
    void stop() {
        answers.stop();
    }

    /// Puts the inputs back to their defaults and shows nothing.
    void clear() {
        asked++;
        answers.abandon();
        inputs.put(standard, 0);
        answers.clear();
    }

    /// Takes the inputs of an example and runs it.
    ///
    /// @param number from 1, in declared order
    void example(int number) {
        Example chosen = model.signature().examples().get(number - 1);
        int turn = ++asked;
        background.work(
                () -> Form.decode(model.signature(), model.read(chosen)),
                values -> {
                    if (turn == asked && !closed) {
                        inputs.put(values, number);
                        answers.compare();
                        // Somebody chose it: it keeps a place of its own among the past runs.
                        answers.submit(false);
                    }
                },
                why -> {
                    if (turn == asked && !closed) {
                        answers.fail(why);
                    }
                });
    }

    /// Takes inputs that were there before.
    void use(Values before) {
        asked++;
        inputs.put(withSecrets(before), 0);
        answers.changed(port -> true);
        followIfLive();
    }

    /// Shows an earlier run of this model again, its inputs and what came of them.
    void show(Run past) {
        asked++;
        answers.abandon();
        Values given = withSecrets(past.inputs());
        inputs.put(given, 0);
        answers.show(past, given);
    }

    /// A past run has forgotten its secrets; those that stand in the fields stay there.
    private Values withSecrets(Values before) {
        return Secrets.with(model().signature().inputs(), before, inputsProperty().get());
    }

    boolean isRunning() {
        return answers.isRunning();
    }

    /// Ends what is under way; nothing arrives here any more.
    @Override
    public void close() {
        closed = true;
        signature.close();
        check.close();
        answers.close();
    }

    private void followIfLive() {
        if (live.get()) {
            follow();
        }
    }

    /// The live mode: runs where the inputs allow it, and shows nothing where one is missing.
    private void follow() {
        List<Problem> wrong = Form.check(model.signature(), inputs.get());
        if (wrong.isEmpty()) {
            answers.submit(true);
        } else if (wrong.stream().anyMatch(p -> p.type().equals("missing"))) {
            answers.clear();
        }
    }
}
