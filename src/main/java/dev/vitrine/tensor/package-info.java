/// Named, typed, n-dimensional arrays and the networks that turn some into others.
///
/// Nothing here knows an engine, a window or a port: it is the plain ground that the engine, the
/// tasks and the protocols that speak tensors share. Uses the JDK only.
///
/// @see dev.vitrine.tensor.Tensor
/// @see dev.vitrine.tensor.Network
/// @see dev.vitrine.tensor.Stop
package dev.vitrine.tensor;
