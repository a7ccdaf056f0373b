/// Models: something with a signature that turns inputs into outputs, whether a network from a file
/// or a Java function; how they are read from a folder or a file, and the catalogue of those at
/// hand.
///
/// @see dev.vitrine.model.Model
/// @see dev.vitrine.model.Catalog
/// @see dev.vitrine.model.ModelFolder
package dev.vitrine.model;
