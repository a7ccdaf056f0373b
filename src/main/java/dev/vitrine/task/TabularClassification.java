package dev.vitrine.task;

import java.util.List;

/// One row of a table in, a port for each column; classes with confidences out.
final class TabularClassification extends Classification {
    /// The kinds that a column may be.
    static final List<String> COLUMNS = List.of("number", "slider", "choice", "toggle", "text");

    TabularClassification() {
        super("tabular-classification", COLUMNS.toArray(String[]::new));
    }
}
