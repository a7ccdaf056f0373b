package dev.vitrine.window.kind;

import java.util.function.Function;

/// A file that a viewer makes of the value it shows, to be saved and to be dragged to another
/// program.
///
/// @param title of the file chooser, such as `Save the picture`
/// @param name of the file, such as `scores.csv`
/// @param content makes it; called on the FX thread and quick, the work comes later
/// @param <T> the Java type of the kind's values
public record Outgoing<T>(String title, Function<T, String> name, Function<T, Content> content) {}
