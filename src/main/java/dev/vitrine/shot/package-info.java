/// Pictures of a demo without a display: the window's own FXML, laid out and drawn in memory, the
/// same bytes every time.
///
/// @see dev.vitrine.shot.Shot
package dev.vitrine.shot;
