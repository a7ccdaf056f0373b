/// The window: FXML and controllers that bind to view models, view models that know no controls,
/// and the few classes that talk to JavaFX's own thread and to the desktop around it.
///
/// @see dev.vitrine.window.VitrineApp
/// @see dev.vitrine.window.Desktop
/// @see dev.vitrine.window.FxThread
package dev.vitrine.window;
