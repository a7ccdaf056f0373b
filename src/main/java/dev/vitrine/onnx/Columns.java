package dev.vitrine.onnx;

import java.util.List;

/// The columns of a table that goes in, as somebody wrote them down.
///
/// @param tensor the input whose elements they are; empty where each column is an input of its own
///   name
/// @param all the columns, in the order of the elements
/// @param where the file they stand in
record Columns(String tensor, List<Column> all, String where) {
    Columns {
        all = List.copyOf(all);
    }

    /// One column.
    ///
    /// @param name what a person calls it
    /// @param whole whether it holds whole numbers
    /// @param toggle whether it holds yes or no
    /// @param required whether a row needs it
    record Column(String name, boolean whole, boolean toggle, boolean required) {
        /// A column of any numbers.
        static Column of(String name) {
            return new Column(name, false, false, true);
        }
    }
}
