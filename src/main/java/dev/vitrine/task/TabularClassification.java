package dev.vitrine.task;

/// One row of a table in, a port for each column; classes with confidences out.
final class TabularClassification extends Classification {
    TabularClassification() {
        super("tabular-classification", "number", "slider", "choice", "toggle", "text");
    }
}
