package dev.vitrine.window;

import dev.vitrine.model.Editable;
import dev.vitrine.model.KindFit;
import dev.vitrine.model.Model;
import dev.vitrine.model.SignatureFile;
import dev.vitrine.model.format.Draft;
import dev.vitrine.model.format.Folder;
import dev.vitrine.signature.ProblemException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// The signature of a demo while somebody changes it: what was typed, what is wrong with it, and
/// the way back. A change that is right is in force at once, here and for every other face.
///
/// Lives on the window's thread. Whatever reads or writes files goes through [Background], one
/// thing after the other; of changes that wait, only the last is tried.
final class SignatureViewModel implements AutoCloseable {

    private final DemoViewModel demo;
    private final Background background;
    private final @Nullable Workshop workshop;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>(Sheet.EMPTY);
    private final SignaturePast past = new SignaturePast();
    private final InTurn turns;
    private List<String> lastPlace = List.of();
    private boolean opened;
    private boolean closed;

    /// What the sheet holds, for work in the background.
    private volatile Draft newest = Sheet.EMPTY.draft();

    /// @param workshop null where the signature is only shown
    /// @param nanos a clock that only goes forward
    SignatureViewModel(
            DemoViewModel demo,
            Background background,
            @Nullable Workshop workshop,
            LongSupplier nanos) {
        this.demo = demo;
        this.background = background;
        this.turns = new InTurn(background);
        this.workshop = workshop;
        this.nanos = nanos;
    }

    ReadOnlyObjectProperty<Sheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// The model in force.
    Model model() {
        return demo.model();
    }

    /// Whether it could be changed in a copy of the model.
    boolean canCopy() {
        return workshop != null && workshop.installed();
    }

    /// Reads what there is to change, the first time it is asked.
    void open() {
        if (opened) {
            return;
        }
        opened = true;
        Workshop shop = workshop;
        if (shop == null || shop.signature().home().isEmpty()) {
            put(Sheet.of(new Sheet.Base(Draft.of(model().signature()), true, "", unchangeable())));
            return;
        }
        turns.work(
                shop.signature()::state,
                state -> put(Sheet.of(base(state)).with(state.current())),
                this::tell);
    }

    private String unchangeable() {
        return model().about().origin().isEmpty()
                ? "This model is a Java function: its signature stands in its code."
                : "Open the model in the window to change its signature.";
    }

    private Sheet.Base base(Editable.State state) {
        return new Sheet.Base(
                state.saved(),
                state.written(),
                Settled.name(state.file()),
                canCopy() ? "This demo came with Vitrine and stays as it is." : "");
    }

    /// Says something else at a place, or nothing there.
    void set(List<String> place, @Nullable Object value) {
        Sheet now = sheet.get();
        Draft next = now.draft().with(place, value);
        if (!now.isFixed() && next != now.draft()) {
            change(next, place, false);
        }
    }

    /// Makes a port one of another kind.
    void setKind(List<String> port, KindFit fit) {
        Sheet now = sheet.get();
        if (!now.isFixed() && fit.fits()) {
            change(now.draft().withKind(port, fit.kind(), fit.processing()), List.of(), true);
            lastPlace = with(port, Draft.KIND);
        }
    }

    /// Finds out of which kinds a port could be.
    void kinds(List<String> port, Consumer<List<KindFit>> found) {
        Model model = model();
        background.work(
                () -> KindFit.of(model, port.getLast(), port.getFirst().equals("inputs")),
                found,
                why -> {});
    }

    /// The tensors of a port with type and shape, as a line says them; empty where it has none.
    String tensor(List<String> port) {
        return BoundTensors.of(model(), port.getLast(), port.getFirst().equals("inputs"));
    }

    /// Takes back the last change; does nothing where there is none.
    void undo() {
        past.undo(sheet.get().draft()).ifPresent(this::bring);
    }

    /// Makes the change again that was taken back last; does nothing where there is none.
    void redo() {
        past.redo(sheet.get().draft()).ifPresent(this::bring);
    }

    /// Goes back to what is on disk, or to the guess.
    void revert() {
        if (workshop == null || !sheet.get().isChanged()) {
            return;
        }
        Editable signature = workshop.signature();
        past.change(sheet.get().draft(), List.of(), nanos.getAsLong());
        turns.work(() -> Settled.restored(signature), this::settle, this::tell);
    }

    /// Writes it where the model is read from.
    void save() {
        Workshop shop = workshop;
        if (shop == null) {
            return;
        }
        Editable signature = shop.signature();
        turns.work(
                () -> Settled.saved(signature, newest),
                this::settle,
                why -> put(sheet.get().told(sentence(why), true)));
    }

    /// Writes it somewhere else, which changes nothing here.
    void saveAs(Path file) {
        String yaml = yaml();
        turns.work(
                () -> SignatureFile.write(file, yaml),
                done -> put(sheet.get().told(Settled.told(done), false)),
                why -> put(sheet.get().told(sentence(why), true)));
    }

    /// The text of the file it would be.
    String yaml() {
        return sheet.get().draft().yaml();
    }

    /// Takes the lines of a text file as the list at a place.
    void readLines(List<String> place, Path file) {
        background.work(
                () -> Folder.linesOf(file),
                lines -> {
                    if (!closed) {
                        set(place, lines);
                    }
                },
                this::tell);
    }

    /// Copies the model among the person's own and opens the copy.
    void copyModel() {
        Workshop shop = workshop;
        if (shop != null) {
            turns.work(() -> shop.signature().copyInto(shop.own()), shop.open(), this::tell);
        }
    }

    @Override
    public void close() {
        closed = true;
        turns.close();
    }

    private void bring(Draft draft) {
        lastPlace = List.of();
        show(draft, false);
    }

    private void change(Draft next, List<String> place, boolean mayChangeTask) {
        past.change(sheet.get().draft(), place, nanos.getAsLong());
        lastPlace = place;
        show(next, mayChangeTask);
    }

    private void show(Draft draft, boolean mayChangeTask) {
        put(sheet.get().with(draft));
        Workshop shop = workshop;
        if (shop != null) {
            turns.work(
                    // Where somebody has typed on meanwhile, that is tried next.
                    () ->
                            newest == draft
                                    ? Optional.of(
                                            SignatureTry.of(shop.signature(), draft, mayChangeTask))
                                    : Optional.<SignatureTry>empty(),
                    tried -> tried.filter(t -> newest == draft).ifPresent(this::take),
                    why -> {
                        if (newest == draft) {
                            put(sheet.get().with(SignatureTry.placed(why.problems(), lastPlace)));
                        }
                    });
        }
    }

    private void take(SignatureTry tried) {
        put(sheet.get().with(tried.draft()).with(List.of()));
        demo.become(tried.model(), tried.standard());
    }

    private void settle(Settled now) {
        Sheet onDisk = Sheet.of(base(now.state()));
        // What was typed while it was written stays, and is tried next.
        boolean typedOn = now.written().filter(d -> d != newest).isPresent();
        put((typedOn ? onDisk.with(newest) : onDisk).told(now.how(), false));
        demo.become(now.model(), now.standard());
        demo.checkItself();
        if (workshop != null) {
            workshop.settled().accept(now.model());
        }
    }

    private void put(Sheet now) {
        newest = now.draft();
        sheet.set(now);
    }

    private void tell(ProblemException why) {
        put(sheet.get().told(sentence(why), false));
    }

    static List<String> with(List<String> place, String word) {
        return Stream.concat(place.stream(), Stream.of(word)).toList();
    }

    private static String sentence(ProblemException why) {
        return why.problems().getFirst().message();
    }
}
