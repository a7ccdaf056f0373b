package dev.vitrine.window;

/// What the middle of the window shows.
sealed interface Page {
    /// Nothing is chosen yet.
    record Welcome() implements Page {}

    /// All models, to choose from.
    record Gallery() implements Page {}

    /// A model is being read.
    ///
    /// @param title what it is called so far
    record Loading(String title) implements Page {}

    /// A demo.
    record Showing(DemoViewModel demo) implements Page {}

    /// A model that cannot be shown.
    ///
    /// @param title what it is called
    /// @param sentence why, and what to do
    record Broken(String title, String sentence) implements Page {}
}
