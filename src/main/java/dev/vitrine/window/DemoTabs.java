package dev.vitrine.window;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// The tabs under a demo that hear of something beside its page, and end with it.
final class DemoTabs implements AutoCloseable {
    private final DemoViewModel demo;
    private final Surroundings around;
    private @Nullable HistoryController past;
    private @Nullable SignatureController sheet;
    private @Nullable CallsController calls;

    DemoTabs(DemoViewModel demo, Surroundings around) {
        this.demo = demo;
        this.around = around;
    }

    Node history() {
        HistoryController made =
                new HistoryController(
                        new HistoryViewModel(demo, around.runner().history(), FxThread.BACKGROUND));
        past = made;
        return made.view();
    }

    Node signature() {
        SignatureController made = new SignatureController(demo.signature(), around.desktop());
        sheet = made;
        return made.view();
    }

    Node calls() {
        CallsController made = new CallsController(demo, around);
        calls = made;
        return made.view();
    }

    /// Hands the keyboard to the calls, where they are shown.
    void focusCalls() {
        if (calls != null) {
            calls.focus();
        }
    }

    /// Does what a key asks of the tab that has the keyboard, or of the one that is shown.
    ///
    /// @return whether it asked for anything there
    boolean act(Action action, @Nullable Node owner) {
        SignatureController shown = sheet;
        if (shown == null) {
            return false;
        }
        return switch (action) {
            case SAVE -> shown.saveByKey();
            case UNDO -> shown.holds(owner) && shown.undo(owner);
            case REDO -> shown.holds(owner) && shown.redo();
            default -> false;
        };
    }

    @Override
    public void close() {
        if (past != null) {
            past.close();
        }
        if (sheet != null) {
            sheet.close();
        }
        if (calls != null) {
            calls.close();
        }
    }
}
