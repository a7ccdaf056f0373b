package dev.vitrine.window;

import dev.vitrine.run.Run;

/// Opens an earlier run on the page of its model, whichever page is shown now.
@FunctionalInterface
interface Reopen {
    /// @param whole whether to show what came out too, not only to take the inputs
    void open(Run run, boolean whole);
}
